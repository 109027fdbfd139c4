import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { createBoundedParser } from '../../functions/adapters/bounded-parser.ts';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { createKeyRing } from '../../functions/adapters/key-ring.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { createReplyAddresses } from '../../functions/adapters/reply-addresses.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { InvalidInput } from '../../functions/domain/errors.ts';
import type { Log, Policies, Services } from '../../functions/domain/ports.ts';
import { importOrders } from '../../functions/import-orders/import-orders.ts';
import { intake } from '../../functions/intake/intake.ts';
import { checkPolicy } from '../../functions/policy/check/check.ts';
import { answerPolicyRequest } from '../../functions/publish-policy/answer.ts';
import { quarantineBroken } from '../../functions/quarantine/quarantine.ts';
import { release } from '../../functions/review-quarantine/review.ts';
import { createLivePolicy, oncePerPolicy } from '../../functions/runtime/live-policy.ts';
import { warnOfOtherTexts } from '../../functions/runtime/other-texts.ts';
import { createWebApp } from '../../functions/web/app.tsx';
import { openAttachments } from './attachments.ts';
import { openClock } from './clock.ts';
import { createDesk } from './desk/desk.tsx';
import { createLocalExport } from './exporting.ts';
import { makeFolder, removeParts } from './files.ts';
import { createLocalFlow, type LocalFlow } from './flow.ts';
import { startForgetting } from './forgetting.ts';
import { startSendingHeld } from './held-mails.ts';
import { createInbox } from './inbox.ts';
import { openKeys } from './keys.ts';
import { lockFolder } from './lock.ts';
import { openMailbox } from './mailbox.ts';
import { createLoggedRefunds } from './refund-events.ts';
import { openReports } from './reports.ts';
import { resumeOpenCases } from './resume.ts';
import { sendAsCustomer } from './send-as-customer.ts';
import type { Settings } from './settings.ts';
import { startSmtp } from './smtp.ts';
import { stepFunctions } from './steps.ts';
import { openTable, TABLE_NAME } from './table.ts';
import { bindWeb } from './web.ts';

const ASL_FILE = 'statemachine/refund-exception.asl.json';
/** Before a mail that failed is read again (ms), doubled each time. */
const RETRY_MS = 200;

/** The whole product on one machine, running. */
export interface Goodwill {
  smtpPort: number;
  /** Where the desk is, without a slash at the end. */
  url: string;
  refundsAddress: string;
  /** With the policy that was live at the start. */
  services: Services & { flow: LocalFlow };
  stop(): Promise<void>;
}

/**
 * Starts the product: the deployed functions and the deployed state machine, wired to embedded parts. What was open in the
 * folder goes on. Throws InvalidInput naming the setting, or the file, line and field, that is wrong.
 */
export async function startGoodwill(
  settings: Settings,
  options: { log: Log; onEnter?: (caseId: string, state: string) => void },
): Promise<Goodwill> {
  const { log } = options;
  const { dataDir } = settings;
  const policyText = await readText('POLICY_FILE', settings.policyFile);
  const deployed = { text: policyText, compiled: checkPolicy(policyText, settings.policyFile).compiled };
  const { shop, retention } = deployed.compiled.policy;
  const { refunds } = shop;
  const ordersCsv = await readText('ORDERS_FILE', settings.ordersFile);
  await makeFolder(resolve(dataDir)).catch((error: unknown) => {
    throw new InvalidInput(`DATA_DIR: the folder ${dataDir} cannot be made: ${error}`, { cause: error });
  });
  const closers: Array<() => unknown> = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    closers.push(await lockFolder(dataDir));
    await removeParts(dataDir);
    const table = await openTable(join(dataDir, 'table'));
    closers.push(table.close);
    const web = await bindWeb(settings.webPort);
    closers.push(web.close);
    const url = `http://localhost:${web.port}`;
    const clock = await openClock(dataDir, settings.timeScale);
    closers.push(clock.close);
    const keys = await openKeys(dataDir, retention);
    const inbox = createInbox(dataDir, log, RETRY_MS);
    const parser = createBoundedParser();
    const mailbox = openMailbox(dataDir);
    const records = createRecords(table.client, TABLE_NAME, log);
    const orders = { csv: ordersCsv, fileName: settings.ordersFile, arrivedAt: clock.now() };
    await importOrders({ ...records, log }, orders);

    // The table is in this process, so it is asked every time; everything is put together anew with the policy that is live then.
    const live = createLivePolicy({ ...records, log }, { deployed: deployed.compiled, lifetimeMs: 0 });
    const services = async () => ({ ...parts, policy: await live() });
    const flow = createLocalFlow({
      definition: JSON.parse(await readText('the flow', ASL_FILE)) as StateMachineDefinition,
      functions: stepFunctions(services),
      ...options,
    });
    const links = createLinks(
      createKeyRing(async () => keys.links),
      url,
      clock,
    );
    const parts = {
      ...records,
      clock,
      rawMails: inbox,
      attachments: openAttachments(dataDir),
      reports: openReports(dataDir),
      parser,
      mailer: mailbox,
      refundEvents: createLoggedRefunds(log),
      flow,
      links,
      replyAddresses: createReplyAddresses(keys.replies, refunds),
      sha256,
      log,
    };

    const smtp = await startSmtp(settings.smtpPort, refunds, inbox.accept);
    closers.push(parser.close, flow.stop, inbox.close, smtp.close);

    const forgetting = await startForgetting(services, { dataDir, client: table.client });
    closers.push(forgetting.stop, startSendingHeld(services, log));
    let stopping = false;
    const resuming = resumeOpenCases(parts, () => stopping).catch((error: unknown) =>
      log.error('not every open case could be taken up again', { error: `${error}` }),
    );
    closers.push(() => {
      stopping = true;
      return resuming;
    });
    await inbox.open(
      async (rawKey) => intake(await services(), { rawKey }),
      (rawKey) => quarantineBroken(parts, rawKey),
    );
    const exporting = createLocalExport(parts, { dataDir, pseudonymKey: keys.pseudonyms });
    const pages = oncePerPolicy(createWebApp);
    const desk = oncePerPolicy((given: Services) =>
      createDesk({
        ...given,
        sentMail: mailbox.read,
        release: (verdict) => release(given, verdict),
        sendAsCustomer: sendAsCustomer(smtp.port, refunds),
        exporting,
        answerPolicy: (asked) => answerPolicyRequest({ ...parts, deployed }, asked),
        erase: forgetting.erase,
      }),
    );
    await warnOfOtherTexts({ ...records, log }, deployed.compiled);
    await tellWhichIsLive(records.policies, deployed.text, settings.policyFile, log);
    web.serve({
      web: async (request) => pages(await services()).fetch(request),
      desk: async (request) => desk(await services()).fetch(request),
    });
    return { smtpPort: smtp.port, url, refundsAddress: refunds, services: await services(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readText(setting: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new InvalidInput(`${setting}: the file ${file} cannot be read: ${error}`, { cause: error });
  }
}

/** Whoever has changed the policy file has to learn that a published one is live instead. */
async function tellWhichIsLive(policies: Policies, text: string, file: string, log: Log): Promise<void> {
  const live = await policies.newestAfter(0);
  if (!live || live.text === text) return;
  const { number, version } = live;
  log.warn(`policy ${number} (${version}) was published and is live; ${file} is not`, {
    'to change that': `npm run policy -- publish ${file}`,
  });
}
