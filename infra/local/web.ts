import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { InvalidInput } from '../../functions/domain/errors.ts';
import type { Purpose } from '../../functions/domain/ports.ts';
import { isCode } from './files.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** What links are for is what their paths begin with. One that is missing here does not compile. */
const purposes: Record<Purpose, true> = {
  decide: true,
  attachment: true,
  feedback: true,
  refund: true,
  offers: true,
  object: true,
  report: true,
};
/** Paths of the pages that are deployed; everything else is the desk. */
const PUBLIC = new RegExp(`^/(?:${Object.keys(purposes).join('|')})/`);

/**
 * Requests have to name this machine, at any port. A page elsewhere can point a name of its own at 127.0.0.1 and read what
 * answers, or post to it (DNS rebinding); the name it then sends is not one of these.
 */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function refuse(hostname: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=UTF-8', 'X-Content-Type-Options': 'nosniff' };
  return new Response(`Goodwill answers at localhost only, not at ${hostname}.`, { status: 403, headers });
}

export interface WebServer {
  port: number;
  /** Begins to answer; until then requests wait. */
  serve(pages: { web: Fetch; desk: Fetch }): void;
  close(): Promise<void>;
}

/** The pages on loopback. The port is bound first, because links carry it. */
export async function bindWeb(port: number): Promise<WebServer> {
  const ready = Promise.withResolvers<{ web: Fetch; desk: Fetch }>();
  const answering = new Set<Promise<unknown>>();
  const answer: Fetch = async (request) => {
    const { hostname, pathname } = new URL(request.url);
    if (!LOOPBACK.has(hostname)) return refuse(hostname);
    const { web, desk } = await ready.promise;
    return PUBLIC.test(pathname) ? web(request) : desk(request);
  };
  const server = createServer(
    getRequestListener(async (request) => {
      const answered = Promise.resolve(answer(request));
      const settled = answered.then(
        () => {},
        () => {},
      );
      answering.add(settled);
      void settled.then(() => answering.delete(settled));
      return answered;
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const taken = isCode(error, 'EADDRINUSE');
      reject(
        taken
          ? new InvalidInput(`WEB_PORT: port ${port} is in use; choose another, such as ${port + 1}`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve: ready.resolve,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A start that failed never serves: whoever waits for it is let go.
      ready.promise.catch(() => {});
      ready.reject(new Error('Goodwill has stopped'));
      // What a page has begun it finishes; the table is not closed under it.
      await Promise.all(answering);
      server.closeAllConnections();
      await closed;
    },
  };
}
