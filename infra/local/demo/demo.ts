import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GoodwillError } from '../../../functions/domain/errors.ts';
import { type Goodwill, startGoodwill } from '../goodwill.ts';
import { type ListedMail, peopleAround } from '../people.ts';
import { readSettings } from '../settings.ts';
import { MAILS, type Scene, scenes } from './script.ts';

/** A day of the story in this many seconds, unless TIME_SCALE says otherwise: long enough to follow, short enough to wait for. */
const DAY_SECONDS = 5;
const DAY_MS = 86_400_000;
/** A person takes a moment to read (ms). */
const READING = 400;
/** Three levels of waiting and a follow-up are less than this. */
const MAX_WAIT_SECONDS = 120;

try {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-demo-'));
  const TIME_SCALE = process.env['TIME_SCALE'] || `${86_400 / DAY_SECONDS}`;
  const settings = { ...readSettings({ ...process.env, TIME_SCALE }), dataDir: folder };
  const problems = (line: string) => console.error(line);
  const quiet = { info() {}, warn: problems, error: problems, count() {} };
  const goodwill = await startGoodwill(settings, { log: quiet });
  const end = async () => {
    await goodwill.stop();
    await rm(folder, { recursive: true });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  await play(goodwill, settings.timeScale);
  if (process.argv.includes('--quit')) await end();
} catch (error) {
  if (!(error instanceof GoodwillError)) throw error;
  console.error(`The demonstration cannot start.\n${error.message}`);
  process.exit(1);
}

async function play(goodwill: Goodwill, scale: number): Promise<void> {
  const people = peopleAround(goodwill);
  const begun = Date.now();
  const tell = (who: string, what: string) => {
    const day = Math.floor(((Date.now() - begun) * scale) / DAY_MS) + 1;
    console.log(`  day ${String(day).padStart(2)}  ${who.padEnd(9)} ${what}`);
  };
  console.log(
    `Six customers write to ${goodwill.refundsAddress}. A day passes in ${86_400 / scale} seconds.`,
  );
  console.log(`Watch along at ${goodwill.url}\n`);
  await Promise.all(
    scenes.map((scene, index) => sleep(index * READING).then(() => live(scene, people, tell))),
  );
  console.log(`\nThat was the whole process: six cases, from first contact to follow-up.`);
  console.log(`Open the finished cases at ${goodwill.url} and every mail at ${goodwill.url}/mail`);
  console.log('Press Ctrl+C to end.');
}

/** One case, from the customer's mail to what the customer thinks of it. */
async function live(
  scene: Scene,
  { send, mail, link, fillIn }: ReturnType<typeof peopleAround>,
  tell: (who: string, what: string) => void,
): Promise<void> {
  const raw = await readFile(join(MAILS, scene.mail));
  const address = /^From:.*?<?([\w.+-]+@[\w.-]+)>?\s*$/m.exec(raw.toString('latin1'))?.[1];
  await send(raw);
  tell(scene.customer, `writes: ${scene.mail}`);

  const wait = (kind: string, fits: (one: ListedMail) => boolean) => mail(kind, fits, MAX_WAIT_SECONDS);
  const acknowledgement = await wait('acknowledgement', ({ to }) => to === address);
  const own = (one: ListedMail) => one.case === acknowledgement.case;
  tell(scene.customer, `is told that ${acknowledgement.case} was received, and what happens next`);

  const asked = await wait('approval-request', own);
  if (asked.to !== scene.approver) {
    tell('Manager', `is away: ${asked.case} waits`);
    await wait('approval-reminder', own);
    tell('Manager', `is reminded of ${asked.case}`);
  }
  const request = await wait('approval-request', (one) => own(one) && one.to === scene.approver);
  await sleep(READING);
  await fillIn(await link(request, 'decide'), scene.decision);
  tell(scene.approver.split('@')[0] ?? '', `decides ${request.case}: ${scene.decision['choice']}`);

  const decision = await wait('decision', own);
  tell(scene.customer, 'reads the decision');
  if (scene.decision['choice']?.endsWith('approved')) {
    const due = await wait('refund-request', own);
    await sleep(READING);
    await fillIn(await link(due, 'refund'), { outcome: 'paid', reference: `TX-${due.case}` });
    tell('Finance', `pays the refund of ${due.case}`);
    await wait('refund-paid', own);
    tell(scene.customer, 'hears that the money has left');
  }
  if (scene.offer) {
    await sleep(READING);
    await fillIn(await link(decision, 'offers'), { offer: scene.offer, confirm: 'yes' });
    tell(scene.customer, `accepts the offer: ${scene.offer}`);
  }
  const followUp = await wait('follow-up', own);
  if (!scene.feedback) return tell(scene.customer, 'is asked how it went, and does not answer');
  await sleep(READING);
  await fillIn(await link(followUp, 'feedback'), scene.feedback);
  tell(
    scene.customer,
    `answers the follow-up: ${scene.feedback['score']} of 5, "${scene.feedback['comment']}"`,
  );
}
