import * as z from 'zod';
import { InvalidInput } from '../../functions/domain/errors.ts';

const port = (name: string, fallback: number) =>
  z.coerce
    .number(`${name}: a port number such as ${fallback}`)
    .int(`${name}: a whole number such as ${fallback}`)
    .min(0, `${name}: a port from 1 to 65535, or 0 for any free one`)
    .max(65_535, `${name}: a port from 1 to 65535, or 0 for any free one`)
    .default(fallback);

const scale = 'TIME_SCALE: a number from 1 (real time) to 1000000';

const Settings = z
  .object({
    SMTP_PORT: port('SMTP_PORT', 2525),
    WEB_PORT: port('WEB_PORT', 8025),
    DATA_DIR: z.string().min(1).default('.goodwill'),
    /** How much faster than real time deadlines and waits run. Waits are under 25 days, which a timer of node can hold. */
    TIME_SCALE: z.coerce.number(scale).min(1, scale).max(1_000_000, scale).default(1),
    POLICY_FILE: z.string().min(1).default('functions/policy/default.yaml'),
    ORDERS_FILE: z.string().min(1).default('functions/policy/sample-orders.csv'),
  })
  .transform((read) => ({
    smtpPort: read.SMTP_PORT,
    webPort: read.WEB_PORT,
    dataDir: read.DATA_DIR,
    timeScale: read.TIME_SCALE,
    policyFile: read.POLICY_FILE,
    ordersFile: read.ORDERS_FILE,
  }));
export type Settings = z.infer<typeof Settings>;

/** The settings of a local run. Throws InvalidInput naming each setting that is wrong and what would be right. */
export function readSettings(from: Record<string, string | undefined>): Settings {
  // An empty variable is how shells spell "not set".
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''));
  const read = Settings.safeParse(given);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(({ path, message }) =>
    message.startsWith(String(path[0])) ? message : `${path.join('.')}: ${message}`,
  );
  throw new InvalidInput(mistakes.join('\n'), { cause: read.error });
}
