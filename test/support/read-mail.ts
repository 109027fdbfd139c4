import type { Decision } from '../../functions/domain/decision.ts';
import { type MailContent, writeMail } from '../../functions/mail/write.ts';
import { decided, policyFor, type Sample } from './sample-cases.ts';
import { everyMail } from './sample-mails.ts';

/** The text of a mail as a person reads it: one line, ordinary spaces. */
export function read(content: MailContent | undefined) {
  if (!content) throw new Error('there is no such sample mail');
  const { subject, text, language } = writeMail(content);
  return { language, subject: subject.replace(/\s/g, ' '), text: text.replace(/\s+/g, ' ') };
}
/** A sample mail, read. */
export const sample = (about: Sample, name: string) => read(everyMail(about)[name]);
/** The mail that tells a customer a decision, read. */
export const decisionMail = (about: Sample, decision: Decision) =>
  read({ kind: 'decision', found: decided(about, decision), policy: policyFor('en') });
