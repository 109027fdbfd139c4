import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Case, type CaseEvent, isDecided } from '../../functions/domain/case.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { approvalWith } from '../support/approval.ts';
import { awaiting, awaitingUnder, decided, OPENED, type Sample } from '../support/sample-cases.ts';
import { MANAGER, markIn, openPages, type Pages } from '../support/web.ts';

let pages: Pages;
let serial = 0;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());
beforeEach(() => {
  pages.woken.length = 0;
  pages.startedAgain.length = 0;
  pages.logged.length = 0;
  pages.answers.waiting = true;
  pages.setNow(hoursAfter(OPENED, 1));
});

/** A case of its own for each test, asked of the manager. */
async function asked(sample: Sample = 'kettle', made = awaiting(sample)) {
  serial += 1;
  const found = await pages.store({ ...made, id: `RX-TEST-${String(serial).padStart(4, '0')}` });
  return { id: found.id, path: await pages.decidePath(found.id) };
}
const decisionOf = async (id: string) => {
  const found: Case = await pages.services.cases.load(id);
  return isDecided(found) ? found.decided : undefined;
};

const APPROVED = { choice: 'approved', confirm: '89.90' };

describe('a second or late click', () => {
  test('of the same person gets a friendly page, changes nothing, and wakes the flow again', async () => {
    const { id, path } = await asked();
    await pages.fillIn(path, APPROVED);
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    const again = await pages.post(path, { mark, choice: 'declined', reason: 'Changed my mind.' });
    expect(again.status).toBe(200);
    expect(again.html).toContain('This request has been decided');
    expect(again.html).toContain('You decided it on Monday, November 2, 2026');
    expect((await decisionOf(id))?.decision.outcome).toBe('approved');
    expect(pages.woken).toHaveLength(2);
  });

  test('of another approver says what was decided, by whom and when', async () => {
    const { id, path } = await asked();
    const other = await pages.decidePath(id, 1, 'deputy@shop.example');
    await pages.fillIn(path, { choice: 'declined', reason: 'It was used for a year.' });
    const { status, html } = await pages.get(other);
    expect(status).toBe(200);
    expect(html).toContain('manager@shop.example decided it on');
    expect(html).toContain('It was used for a year.');
    expect(html).not.toContain('<form');
    const posted = await pages.post(other, { mark: 'x', choice: 'approved' });
    expect(posted.status).toBe(409);
    expect((await decisionOf(id))?.by).toBe(MANAGER);
  });

  test('two approvers at the same moment: one decides, the other is told', async () => {
    const { id, path } = await asked('kettle', awaitingUnder(approvalWith(), 'kettle'));
    const other = await pages.decidePath(id, 1, 'deputy@shop.example');
    const answers = await Promise.all([
      pages.fillIn(path, APPROVED),
      pages.fillIn(other, { choice: 'declined', reason: 'Not this time.' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const found = await pages.services.cases.load(id);
    expect(found.history.filter(({ type }) => type === 'decided')).toHaveLength(1);
  });

  test('new words of the customer at the same moment stop a decision, are shown, and nothing written is lost', async () => {
    const { id, path } = await asked();
    const { cases } = pages.services;
    const save = cases.save;
    const spy = vi.spyOn(cases, 'save').mockImplementationOnce(async (changed, version) => {
      const found = await cases.load(id);
      const wrote: CaseEvent = {
        type: 'customer-wrote',
        at: found.updatedAt,
        mailId: 'm2',
        from: 'maria@example.com',
        text: 'PS',
        attachments: [],
      };
      await save({ ...found, version: found.version + 1, history: [...found.history, wrote] }, found.version);
      return save(changed, version);
    });
    const { status, html } = await pages.fillIn(path, { ...APPROVED, note: 'With <love>' });
    spy.mockRestore();
    expect(status).toBe(409);
    expect(html).toContain('Since you opened this page');
    expect(html).toMatch(/The customer wrote on [^<]+<\/p><blockquote lang="en">PS</);
    expect(html).toContain('With &lt;love&gt;</textarea>');
    expect(html).not.toMatch(/<input[^>]* (checked|value="89.90")/);
    expect(await decisionOf(id)).toBeUndefined();
    const again = await pages.post(path, { mark: markIn(html), ...APPROVED, note: 'With <love>' });
    expect(again.status).toBe(200);
    expect((await cases.load(id)).history.slice(-2).map(({ type }) => type)).toEqual([
      'customer-wrote',
      'decided',
    ]);
  });

  test('after the round was passed on: to whom and when, and the next level still decides', async () => {
    const passed = awaiting(
      'kettle',
      { type: 'pass-deadline', at: hoursAfter(OPENED, 25), round: 1, policy: pages.services.policy.policy },
      { type: 'pass-deadline', at: hoursAfter(OPENED, 40), round: 1, policy: pages.services.policy.policy },
    );
    const { id, path } = await asked('kettle', passed);
    const { html } = await pages.get(path);
    expect(html).toContain('This request has been passed on');
    expect(html).toMatch(
      /It went to head@shop.example \(Head of service\) on Tuesday, November 3, 2026 at 9:00\sPM EST/,
    );
    const late = await pages.post(path, {
      mark: await pages.services.links.formMark(path.split('/').at(-1) ?? ''),
      choice: 'approved',
    });
    expect(late.status).toBe(409);
    expect(await decisionOf(id)).toBeUndefined();
    const next = await pages.fillIn(await pages.decidePath(id, 2, 'head@shop.example'), APPROVED);
    expect(next.status).toBe(200);
    expect(await decisionOf(id)).toMatchObject({ by: 'head@shop.example', round: 2 });
  });

  test('a decided case is shown with its note', async () => {
    const made = decided('kettle', {
      outcome: 'alternative',
      offer: 'store-credit',
      note: 'Hope <that> helps',
    });
    const { html } = await pages.get((await asked('kettle', made as never)).path);
    expect(html).toContain('Store credit');
    expect(html).toContain('Hope &lt;that&gt; helps');
  });
});

describe('the flow behind a decision', () => {
  test('that no longer waits is started again, so that the customer is told', async () => {
    const { id, path } = await asked();
    pages.answers.waiting = false;
    expect((await pages.fillIn(path, APPROVED)).status).toBe(200);
    expect(await decisionOf(id)).toBeDefined();
    expect(pages.startedAgain).toEqual([id]);
    expect(pages.logged.join()).toContain('was started again');
  });

  test('that no longer waits because the customer has been told is left alone', async () => {
    const { id, path } = await asked('kettle');
    await pages.fillIn(path, APPROVED);
    const { cases, clock, policy } = pages.services;
    await changeCase(cases, id, { type: 'record-told', at: clock.now(), policy: policy.policy });
    pages.answers.waiting = false;
    await pages.fillIn(path, APPROVED);
    expect(pages.startedAgain).toEqual([]);
  });

  test('that cannot be reached does not turn a recorded decision into an error', async () => {
    const { id, path } = await asked();
    vi.spyOn(pages.services.flow, 'succeed').mockRejectedValueOnce(new Error('no network'));
    expect((await pages.fillIn(path, APPROVED)).status).toBe(200);
    expect(await decisionOf(id)).toBeDefined();
    expect(pages.logged.join()).toContain('could not wake its flow');
  });
});
