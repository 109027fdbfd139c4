import { GoodwillError } from '../../functions/domain/errors.ts';
import { startGoodwill } from './goodwill.ts';
import { createTerminalLog } from './log.ts';
import { readSettings } from './settings.ts';

try {
  const settings = readSettings(process.env);
  const goodwill = await startGoodwill(settings, { log: createTerminalLog() });
  console.log(`
Goodwill is running.
  Write as a customer to  ${goodwill.refundsAddress}  by SMTP at localhost:${goodwill.smtpPort}, or at ${goodwill.url}/write
  Open the desk           ${goodwill.url}
  Everything is kept in   ${settings.dataDir}${settings.timeScale === 1 ? '' : `, where time runs ${settings.timeScale} times as fast`}
Stop with Ctrl+C; open cases go on at the next start.
`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void goodwill.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof GoodwillError)) throw error;
  console.error(`Goodwill cannot start.\n${error.message}`);
  process.exitCode = 1;
}
