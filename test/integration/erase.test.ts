import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ClassicLevel } from 'classic-level';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Goodwill, startGoodwill } from '../../infra/local/goodwill.ts';
import { createTerminalLog } from '../../infra/local/log.ts';
import { peopleAround } from '../../infra/local/people.ts';
import { readSettings } from '../../infra/local/settings.ts';

const run = promisify(execFile);
const PERSON = {
  address: 'quirina.zabelsky@mail.example',
  from: 'Quirina Zabelsky <quirina.zabelsky@mail.example>',
};
const TRACE = /quirina|zabelsky/i;
/** A second of real time is more than ten days, so that a follow-up is due at once. */
const FAST = 1_000_000;

let folder: string;
let ordersFile: string;
let goodwill: Goodwill;
const log: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  ordersFile = `${folder}.csv`;
  const header =
    'order_number,customer_email,customer_name,purchased_on,delivered_on,product,category,price,currency,final_sale';
  const row = `SH-77001,${PERSON.address},Quirina Zabelsky,2026-09-01,2026-09-05,Kettle,kitchen,49.90,USD,no`;
  await writeFile(ordersFile, `${header}\n${row}\n`);
});
afterAll(async () => {
  await goodwill.stop();
  await rm(folder, { recursive: true });
  await rm(ordersFile);
});

async function start(timeScale = 1) {
  const settings = { ...readSettings({}), smtpPort: 0, webPort: 0, dataDir: folder, ordersFile, timeScale };
  goodwill = await startGoodwill(settings, { log: createTerminalLog((line) => log.push(line)) });
  return peopleAround(goodwill);
}

const erase = (...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', 'infra/local/erase-cli.ts', ...args], {
    env: { ...process.env, WEB_PORT: new URL(goodwill.url).port },
  }).catch((error: { stderr: string }) => error);

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(25)) if (await holds()) return;
  throw new Error(`waited for ${what}:\n${log.slice(-20).join('\n')}`);
}

/** Every place in the stopped folder that speaks of the person: files by their bytes, and the table by its records as well. */
async function traces(): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && TRACE.test(await readFile(file, 'latin1')))
      found.push(file.slice(folder.length + 1));
  }
  const table = new ClassicLevel(join(folder, 'table'));
  for await (const [key, value] of table.iterator()) if (TRACE.test(`${key}${value}`)) found.push(key);
  await table.close();
  return found;
}

it('a person who asked for it is nowhere in the data folder any more', async () => {
  const people = await start();
  await people.send({
    from: 'Rui Prado <rui@mail.example>',
    subject: 'Lamp',
    text: 'My lamp never arrived.',
  });
  const ruis = await people.mail('approval-request');
  await people.send({
    from: PERSON.from,
    subject: `About ${ruis.case}`,
    text: 'Quirina here: I saw the lamp.',
  });
  await people.mail('customer-reply', (mail) => mail.case === ruis.case);
  const photo =
    'Content-Type: image/png; name="zabelsky.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=';
  const kettle =
    `From: ${PERSON.from}\r\nTo: refunds@shop.example\r\nSubject: Kettle\r\nMessage-ID: <1@mail.example>\r\n` +
    'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' +
    '--b\r\nContent-Type: text/plain\r\n\r\nThe kettle of SH-77001 is broken.\r\nQuirina Zabelsky\r\n' +
    `--b\r\n${photo}\r\n--b--\r\n`;
  // A server that missed our answer sends the mail again, and its raw form is kept twice.
  for (let delivery = 0; delivery < 2; delivery++) await people.send(kettle);
  await people.send(
    `From: ${PERSON.from}\r\nTo: refunds@shop.example\r\nSubject: Away\r\nAuto-Submitted: auto-replied\r\n\r\nAway.\r\n`,
  );
  const asked = await people.mail('approval-request', (mail) => mail.case !== ruis.case);
  await until(
    'the mail in quarantine',
    async () => (await goodwill.services.mails.quarantined(9)).length === 1,
  );
  for (const mail of [ruis, asked]) {
    await people.fillIn(await people.link(mail, 'decide'), {
      choice: 'declined',
      reason: 'Used for a year.',
    });
    await people.mail('decision', (one) => one.case === mail.case);
  }

  const { deliveries, clock } = goodwill.services;
  await deliveries.suppress({ address: PERSON.address, why: 'bounced', since: clock.now() });
  // Who buys here may be an approver as well.
  await goodwill.services.absences.put({ person: PERSON.address, until: '2026-12-24' });

  const refused = await erase(PERSON.address);
  expect(refused.stderr).toMatch(new RegExp(`still open: ${asked.case} \\(told\\).*--even-open`));
  await goodwill.stop();
  expect((await traces()).length).toBeGreaterThan(8);

  const later = await start(FAST);
  await until('both cases to close', async () =>
    (await later.get<{ status: string }[]>('/cases.json')).every(({ status }) => status === 'closed'),
  );
  const { precedents } = goodwill.services;
  expect(await precedents.of([asked.case, ruis.case])).toHaveLength(2);
  expect(await erase('QUIRINA.zabelsky@mail.example')).toMatchObject({
    stdout: expect.stringMatching(new RegExp(`1 cases \\(${asked.case}\\), 3 mails, 1 orders`)),
  });
  expect(await precedents.of([asked.case, ruis.case])).toMatchObject([{ caseId: ruis.case }]);
  const left = await later.get<{ id: string; history: object[] }>(`/cases/${ruis.case}.json`);
  expect(left.history).toContainEqual(expect.objectContaining({ type: 'words-erased' }));
  expect(await later.get<object[]>('/cases.json')).toHaveLength(1);

  // The orders are the shop's, and come from its own file: there the person has to be taken out as well.
  const row = (await readFile(ordersFile, 'utf8')).replaceAll(PERSON.address, 'a@mail.example');
  await writeFile(ordersFile, row.replaceAll('Quirina Zabelsky', 'A'));
  await goodwill.stop();
  await start();
  await goodwill.stop();
  expect(await traces()).toEqual([]);
  expect(log.join('\n')).not.toMatch(TRACE);
}, 60_000);

it('an open case goes when that is asked for, and its flow ends without an alarm', async () => {
  const people = await start(FAST);
  const earlier = (await people.mails()).map(({ id }) => id);
  await people.send({ from: PERSON.from, subject: 'Jacket', text: 'It never arrived.' });
  const asked = await people.mail('approval-request', ({ id }) => !earlier.includes(id));
  const link = await people.link(asked, 'decide');
  expect(await erase(PERSON.address, '--even-open')).toMatchObject({
    stdout: expect.stringContaining(asked.case),
  });
  expect((await fetch(link)).status).toBe(404);
  await goodwill.services.flow.ended(asked.case);
  expect(log.filter((line) => /failed/.test(line) && line.includes(asked.case))).toEqual([]);
}, 30_000);

it('without an address, or without a running shop, the command says what to do', async () => {
  expect(await erase()).toMatchObject({
    stderr: expect.stringContaining('npm run erase -- maria@example.com'),
  });
  expect(await erase('maria')).toMatchObject({ stderr: expect.stringContaining('an email address such as') });
  await goodwill.stop();
  expect(await erase(PERSON.address)).toMatchObject({ stderr: expect.stringContaining('npm start') });
}, 20_000);
