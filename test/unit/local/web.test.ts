import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMailbox } from '../../../infra/local/mailbox.ts';
import { bindWeb, type WebServer } from '../../../infra/local/web.ts';

let server: WebServer;
const reached: string[] = [];
beforeAll(async () => {
  server = await bindWeb(0);
  const page = (name: string) => (asked: Request) => {
    reached.push(`${name} ${asked.method}`);
    return new Response(name);
  };
  server.serve({ web: page('web'), desk: page('desk') });
});
afterAll(() => server.close());

/** What a browser gets that was told that `host` is this machine. */
const ask = (host: string, path: string, method = 'GET') =>
  new Promise<string>((resolve, reject) => {
    const options = { port: server.port, host: '127.0.0.1', path, method, headers: { host } };
    request(options, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(`${response.statusCode} ${text}`));
    })
      .on('error', reject)
      .end();
  });

describe('the one machine', () => {
  test.each(['localhost:8025', '127.0.0.1:9000', '[::1]:8025', 'LOCALHOST'])(
    'answers under its own name %s',
    async (host) => {
      expect(await ask(host, '/cases.json')).toBe('200 desk');
      expect(await ask(host, '/decide/abc')).toBe('200 web');
    },
  );

  test.each(['evil.example:8025', 'localhost.evil.example', '127.0.0.1.nip.io', '10.0.0.5'])(
    'answers nothing under the name %s, which somebody else has bound to it: no desk, no decision, no feedback',
    async (host) => {
      reached.length = 0;
      for (const path of ['/cases.json', '/decide/abc', '/feedback/abc']) {
        for (const method of ['GET', 'POST']) {
          expect(await ask(host, path, method)).toMatch(/^403 Goodwill answers at localhost only/);
        }
      }
      expect(reached).toEqual([]);
    },
  );
});

test('a mail whose id is longer than a file name is one that was not sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-mailbox-'));
  const mailbox = openMailbox(folder);
  expect(await mailbox.read('x'.repeat(300))).toBeUndefined();
  expect(await mailbox.outcome('x'.repeat(300))).toBe('not-sent');
  await rm(folder, { recursive: true });
});
