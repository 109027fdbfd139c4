import { describe, expect, test } from 'vitest';
import type { AwaitingCase, Case } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { writeMail } from '../../functions/mail/write.ts';
import { caseOf, DECIDED, MANAGER, policyFor } from '../support/sample-cases.ts';
import { linksTo } from '../support/sample-links.ts';
import { openPages } from '../support/web.ts';

const policy = policyFor('en');
const INTERNAL = 'I think she broke it herself.';
const NOTE = 'Decline this one, we know her.';

/** A request that was declined, with what colleagues wrote, and that the customer objects to. */
function objected(...since: Command[]): AwaitingCase {
  const before = caseOf('kettle');
  if (before.status !== 'awaiting-decision') throw new Error('it waits for its approver');
  const note = (mailId: string, at: string): Command => ({
    type: 'record-words',
    at,
    mailId,
    from: MANAGER,
    by: 'staff',
    text: NOTE,
    attachments: [],
    policy,
  });
  const commands: Command[] = [
    note('note-1', hoursAfter(DECIDED, -1)),
    {
      type: 'decide-round',
      at: DECIDED,
      round: 1,
      by: MANAGER,
      decision: { outcome: 'declined', reason: 'It was used.', internal: INTERNAL },
      policy,
    },
    { type: 'record-told', at: hoursAfter(DECIDED, 1), policy },
    ...since,
    { type: 'record-evaluation', at: hoursAfter(DECIDED, 3), evaluation: before.evaluation, policy },
    note('note-2', hoursAfter(DECIDED, 4)),
  ];
  const found = commands.reduce<Case>(
    (one, command) => decide(command, one).reduce<Case>(evolve, one),
    before,
  );
  if (found.status !== 'awaiting-decision') throw new Error(`case ${found.id} is ${found.status}`);
  return found;
}
const appealed = () =>
  objected({
    type: 'object',
    at: hoursAfter(DECIDED, 2),
    about: 'decision',
    says: 'Nobody looked at my photos.',
    policy,
  });
const corrected = () =>
  objected({
    type: 'object',
    at: hoursAfter(DECIDED, 2),
    about: 'fact',
    says: 'The label says so.',
    learned: { deliveredOn: { source: 'mail', value: '2026-10-20', certainty: 'stated' } },
    policy,
  });

/** What the approver of a case reads: in the mail, and on the page. */
async function read(found: AwaitingCase): Promise<string[]> {
  const approver = found.round.approvers[0] ?? '';
  const mail = writeMail({
    kind: 'approval-request',
    found,
    policy,
    approver,
    link: 'https://pages.shop.example/decide/x',
    attachmentLinks: linksTo(found),
    earlier: [],
    precedents: [],
  });
  const pages = await openPages();
  await pages.store(found);
  const { html } = await pages.get(await pages.decidePath(found.id, found.round.number, approver));
  await pages.close();
  return [mail.text, mail.html, html];
}

describe('who decides on an appeal', () => {
  test('is somebody else, and reads why the customer asks, in their own words', async () => {
    const found = appealed();
    expect(found.round.approvers).not.toContain(MANAGER);
    for (const text of await read(found)) {
      expect(text).toContain('with fresh eyes');
      expect(text).toContain('Nobody looked at my photos.');
    }
  });

  test('reads nothing of the first opinion: no decision, no reason, no note of whoever had one', async () => {
    for (const text of await read(appealed()))
      for (const opinion of [INTERNAL, NOTE, 'It was used.', 'Decided before', MANAGER])
        expect(text).not.toContain(opinion);
  });
});

describe('who decides after a correction', () => {
  test('reads what is right beside what was known, where that came from, and what was decided with it', async () => {
    for (const text of await read(corrected())) {
      expect(text).toContain('October 20, 2026');
      expect(text).toContain('Before: September 5, 2026, from the order record');
      expect(text).toContain('The label says so.');
      expect(text).toContain('Decided before, with what was known then: Declined');
      expect(text).toContain(NOTE);
    }
  });
});

test('who decided first is told by their old link that the customer objected, and whom it is with', async () => {
  const found = appealed();
  const pages = await openPages();
  await pages.store(found);
  const { html } = await pages.get(await pages.decidePath(found.id, 1, MANAGER));
  await pages.close();
  expect(html).toContain('It was decided, and then the customer objected, so it is looked at again.');
  expect(html).not.toContain('deadline');
});

test('a request that nobody objected to says nothing of it', async () => {
  const found = caseOf('kettle');
  if (found.status !== 'awaiting-decision') throw new Error('it waits for its approver');
  for (const text of await read(found)) expect(text).not.toContain('looked at again');
});
