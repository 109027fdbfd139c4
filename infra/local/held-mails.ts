import type { Log } from '../../functions/domain/ports.ts';
import type { Sending } from '../../functions/notify/send-once.ts';
import { sendHeld } from '../../functions/send-held/send-held.ts';

const EVERY_MS = 60_000;

/** The function `send-held` of this machine: mails that wait are sent once they may be. */
export function startSendingHeld(services: () => Promise<Sending>, log: Log) {
  let working = Promise.resolve();
  const round = async () => {
    try {
      await sendHeld(await services());
    } catch (error) {
      log.error('mails that wait could not be looked at', { error: `${error}` });
    }
  };
  const timer = setInterval(() => {
    working = working.then(round);
  }, EVERY_MS);
  return async (): Promise<void> => {
    clearInterval(timer);
    await working;
  };
}
