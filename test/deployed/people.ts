import type { miniStack, SentMail } from './ministack.ts';
import { type deployedStack, until } from './stack.ts';

export const REFERENCE = /RX-[0-9A-Z]{4}-[0-9A-Z]{4}/;
type Stack = ReturnType<typeof deployedStack>;

/** The people around the deployed stack, who read the mails that were sent since `arrive`. */
export function peopleAround(stack: Stack, emulator: ReturnType<typeof miniStack>) {
  let before = 0;
  const mails = async () => (await emulator.sentMails()).slice(before);
  /** The first mail that fits, as soon as it is there. */
  const mail = (what: string, fits: (mail: SentMail) => boolean) =>
    until(what, async () => (await mails()).find(fits));
  return {
    mails,
    mail,

    async arrive(): Promise<void> {
      await emulator.prepare('shop.example');
      before = (await emulator.sentMails()).length;
    },

    /** The first mail to somebody about a case that says something. */
    mailTo: (to: string, id: string, words: RegExp) =>
      mail(
        `a mail to ${to} about ${id} that says ${words}`,
        ({ To, Subject, BodyText }) =>
          To.includes(to) && `${Subject}${BodyText}`.includes(id) && words.test(BodyText),
      ),

    /** Waits for what a case is followed up by, and lets the wait of its flow be over then. */
    async followUpComes(id: string): Promise<void> {
      const { cases, tokens } = stack.records;
      await until('the follow-up to be due', async () => {
        const found = await cases.load(id);
        return found.status === 'told' && Date.now() > Date.parse(found.followUpAt);
      });
      await until('the flow to wait for it', async () => {
        const token = await tokens.get(id);
        return token !== undefined && emulator.timeOut(token);
      });
    },
  };
}

/** The link of a mail to one of our pages. */
export function linkIn({ BodyText }: SentMail, page: string): string {
  const found = new RegExp(`https?://\\S+/${page}/\\S+`).exec(BodyText)?.[0];
  if (!found) throw new Error(`there is no link to ${page} in the mail:\n${BodyText}`);
  return found;
}
