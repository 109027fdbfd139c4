import { beforeEach, describe, expect, test } from 'vitest';
import { approvalWith } from '../support/approval.ts';
import { type Deciding, deciding } from '../support/deciding.ts';
import { awaitingUnder, DEPUTY, HEAD, MANAGER } from '../support/sample-cases.ts';

let asked: Deciding;
beforeEach(async () => {
  asked = await deciding(approvalWith());
});
const send = async (form: Record<string, string>, person = MANAGER) =>
  asked.fillIn(await asked.path(person), form);
const types = async () => (await asked.happened()).map(({ type }) => type);
const woken = () => asked.woken.length;

describe('a question to the customer', () => {
  const QUESTION = { choice: 'ask', question: 'Which colour is the base?' };

  test('is recorded, wakes the flow that sends it, and says until when the request waits', async () => {
    const { status, html } = await send(QUESTION);
    expect(status).toBe(200);
    expect(html).toContain('Your question is on its way');
    expect(html).toMatch(/waits for the answer until Monday, November 9, 2026/);
    expect((await asked.case()).status).toBe('awaiting-decision');
    expect(await asked.happened()).toMatchObject([
      { type: 'question-asked', by: MANAGER, text: QUESTION.question },
    ]);
    expect(asked.woken).toEqual([`task-of-${asked.id}`]);
  });

  test('without a question is refused', async () => {
    const { status, html } = await send({ choice: 'ask', question: ' ' });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#question">Write your question');
    expect(await types()).toEqual([]);
  });

  test('that is sent twice is asked once, and the second time says so', async () => {
    await send(QUESTION);
    const again = await send(QUESTION);
    expect(again.status).toBe(200);
    expect(again.html).toContain('The customer is being asked');
    expect(await types()).toEqual(['question-asked']);
  });

  test('of two approvers at once: one is sent, the other is told whose', async () => {
    const other = { choice: 'ask', question: 'Is it the lid?' };
    const answers = await Promise.all([send(QUESTION), send(other, DEPUTY)]);
    expect(await types()).toEqual(['question-asked']);
    expect(answers.filter(({ html }) => html.includes('on its way'))).toHaveLength(1);
  });

  test('is shown while it is open: what, by whom, until when; deciding all the same is possible', async () => {
    await send(QUESTION);
    const { html } = await asked.get(await asked.path(DEPUTY));
    expect(html).toContain(`${MANAGER} asked the customer a question on`);
    expect(html).toContain('Which colour is the base?');
    expect(html).not.toContain('value="ask"');
    await send({ choice: 'declined', reason: 'It was dropped.' }, DEPUTY);
    expect(await asked.decision()).toMatchObject({ by: DEPUTY });
  });

  test('cannot be asked beside one that is open', async () => {
    await send(QUESTION);
    const { status, html } = await send({ choice: 'ask', question: 'And the lid?' }, DEPUTY);
    expect(status).toBe(422);
    expect(html).toContain('The customer is being asked a question already.');
  });
});

describe('handing over', () => {
  const TO_HEAD = { choice: 'hand-over', to: HEAD, why: 'You know this customer.' };

  test('asks the colleague in the place of who leaves, and wakes the flow', async () => {
    const { status, html } = await send(TO_HEAD);
    expect(status).toBe(200);
    expect(html).toContain('You have handed this request over');
    expect(html).toContain(HEAD);
    expect(await asked.happened()).toMatchObject([
      { type: 'approver-left', person: MANAGER, why: 'handed-over', to: HEAD, note: TO_HEAD.why },
    ]);
    expect(asked.woken).toEqual([`task-of-${asked.id}`]);
  });

  test('to oneself, under another address of one’s own, is refused', async () => {
    const [name, domain] = MANAGER.split('@');
    const { status, html } = await send({ ...TO_HEAD, to: `${name}+private@${domain}` });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#to">');
    expect(await types()).toEqual([]);
  });

  test('shows the colleague for whom they answer, since when and why', async () => {
    await send(TO_HEAD);
    const { html } = await asked.get(await asked.path(HEAD));
    expect(html).toMatch(
      /manager@shop\.example handed this request over to you on Monday, November 2, 2026 at 6:00\sAM EST/,
    );
    expect(html).toContain('You know this customer.');
    expect((await send({ choice: 'declined', reason: 'Not this time.' }, HEAD)).status).toBe(200);
    expect(await asked.decision()).toMatchObject({ by: HEAD });
  });

  test('is final for who has left: their link says who has it, and decides nothing', async () => {
    const path = await asked.path();
    const mark = await asked.services.links.formMark(path.split('/').at(-1) ?? '', 2);
    await send(TO_HEAD);
    const seen = await asked.get(path);
    expect(seen.status).toBe(200);
    expect(seen.html).toContain(`It is now with ${[DEPUTY, HEAD].join(', ')}.`);
    expect(seen.html).not.toContain('<form');
    const late = await asked.post(path, { mark, choice: 'declined', reason: 'Not this time.' });
    expect(late.status).toBe(409);
    expect(await asked.decision()).toBeUndefined();
  });

  test('that is sent twice is done once, and the second time says so', async () => {
    const path = await asked.path();
    await send(TO_HEAD);
    const again = await asked.post(path, TO_HEAD);
    expect(again.status).toBe(200);
    expect(again.html).toContain('You have handed this request over');
    expect(await types()).toEqual(['approver-left']);
  });

  test('can be to anybody of the shop, whom the policy need not name', async () => {
    expect((await send({ ...TO_HEAD, to: 'Rui@Shop.example' })).status).toBe(200);
    expect(await asked.case()).toMatchObject({ round: { approvers: [DEPUTY, 'rui@shop.example'] } });
  });

  test.each([
    ['nobody', '', 'Enter the email address of a colleague.'],
    ['no address', 'head', 'Enter the email address of a colleague.'],
    ['themselves', 'Manager@shop.example', 'This is your own address.'],
    ['a customer', 'maria@example.com', 'maria@example.com is not the address of a colleague'],
    ['the refunds mailbox', 'refunds@shop.example', 'refunds@shop.example is not the address of a colleague'],
    ['finance', 'finance@shop.example', 'finance@shop.example is not the address of a colleague'],
  ])('to %s is refused', async (_, to, error) => {
    const { status, html } = await send({ ...TO_HEAD, to });
    expect(status).toBe(422);
    expect(html).toContain(`<a href="#to">${error}`);
    expect(html).toContain('You know this customer.</textarea>');
    expect(await types()).toEqual([]);
  });

  test('to who must not decide it, or is away, is refused', async () => {
    const conflicts = [{ approver: HEAD, customers: ['maria@example.com'] }];
    const absences = [{ approver: HEAD, from: '2026-11-01', until: '2026-11-30' }];
    for (const more of [{ conflicts }, { absences }]) {
      asked = await deciding(approvalWith({}, more));
      const { html } = await send(TO_HEAD);
      expect(html).toContain(`<a href="#to">${HEAD} cannot take this over`);
      expect(html).not.toContain(`<option value="${HEAD}"`);
    }
  });

  test('takes a word why', async () => {
    const { status, html } = await send({ ...TO_HEAD, why: '' });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#why">Write why in a few words');
  });

  test('is refused to a colleague who is asked as well: nobody counts for two', async () => {
    const { status, html } = await send({ choice: 'hand-over', to: DEPUTY, why: 'You know her.' });
    expect(status).toBe(422);
    expect(html).toContain(`${DEPUTY} is asked about this already.`);
  });

  test('suggests the approvers of the policy who are not asked yet', async () => {
    const { html } = await asked.get(await asked.path());
    expect(html.match(/<datalist.*<\/datalist>/)?.[0].match(/value="([^"]+)"/g)).toEqual([`value="${HEAD}"`]);
  });
});

describe('a conflict of interest', () => {
  const CONFLICT = { choice: 'conflict', conflictWhy: 'She is my neighbour.' };

  test('takes a word why, and leaves the request to the others', async () => {
    expect((await send({ choice: 'conflict' })).status).toBe(422);
    const { html } = await send(CONFLICT);
    expect(html).toContain('You named a conflict of interest');
    expect(html).toContain(`It is now with ${DEPUTY}.`);
    expect(await asked.happened()).toMatchObject([
      { type: 'approver-left', person: MANAGER, why: 'conflict', note: 'She is my neighbour.' },
    ]);
  });

  test('of the last one goes to the next level, and the page says so', async () => {
    await send(CONFLICT, DEPUTY);
    const { html } = await send(CONFLICT);
    expect(html).toContain(`It is now with ${HEAD}.`);
    expect(await types()).toEqual(['approver-left', 'approver-left', 'round-opened']);
  });

  test('where nobody else is left, a colleague has to be named', async () => {
    const [level] = approvalWith({ approvers: [MANAGER] }).approval.levels;
    if (!level) throw new Error('there is a level');
    asked = await deciding(approvalWith({}, { levels: [level] }));
    expect((await asked.get(await asked.path())).html).toContain('please name a colleague who can');
    const { status, html } = await send(CONFLICT);
    expect(status).toBe(422);
    expect(html).toContain('Choose “Hand it over to a colleague” and name one.');
    const away = await send({ choice: 'away', awayCode: asked.code, until: '2026-11-20' });
    expect(away.html).toContain('<a href="#instead">Nobody else could be asked about this request.');
    expect(await types()).toEqual([]);
    expect(await asked.services.absences.of([MANAGER])).toEqual([]);
  });
});

describe('being away', () => {
  test('until a day: somebody else answers, and new requests find it', async () => {
    const { status, html } = await send({ choice: 'away', awayCode: asked.code, until: '2026-11-20' });
    expect(status).toBe(200);
    expect(html).toContain('You are away until Friday, November 20, 2026');
    expect(await asked.happened()).toMatchObject([
      { type: 'approver-left', person: MANAGER, why: 'away', until: '2026-11-20' },
    ]);
    expect(await asked.services.absences.of([MANAGER])).toEqual([{ person: MANAGER, until: '2026-11-20' }]);
    expect(woken()).toBe(1);
  });

  test('with a colleague who is asked as well, who counts here for one and answers the next instead', async () => {
    await send({ choice: 'away', until: '2026-11-20', instead: DEPUTY });
    expect(await asked.case()).toMatchObject({ round: { approvers: [DEPUTY], standIns: [] } });
    expect(await asked.services.absences.of([MANAGER])).toMatchObject([{ instead: DEPUTY }]);
  });

  test('with a colleague who answers instead, for this request and the next', async () => {
    await send({ choice: 'away', until: '2026-11-20', instead: HEAD });
    expect(await asked.case()).toMatchObject({ round: { approvers: [DEPUTY, HEAD] } });
    expect(await asked.services.absences.of([MANAGER])).toMatchObject([{ instead: HEAD }]);
    expect((await asked.get(await asked.path(HEAD))).html).toContain(
      `You answer in place of ${MANAGER}, who is away until Friday, November 20, 2026.`,
    );
  });

  test.each(['', 'test', '7K3F'])(
    'that a program may have filled in is refused: a day, and “%s” for the end of the reference',
    async (awayCode) => {
      for (const until of ['2026-11-20', '2026-11-02']) {
        const { status, html } = await send({ choice: 'away', until, awayCode });
        expect(status).toBe(422);
        expect(html).toContain('<a href="#awayCode">To be noted as away or back, type the part of');
      }
      expect(await types()).toEqual([]);
      expect(await asked.services.absences.of([MANAGER])).toEqual([]);
    },
  );

  test('is changed by no program on the page of the request that was left', async () => {
    await send({ choice: 'away', awayCode: asked.code, until: '2026-11-20' });
    const { status, html } = await send({ choice: 'away', until: '2026-11-27', awayCode: 'test' });
    expect(status).toBe(422);
    expect(html).toContain('value="2026-11-27"');
    expect(await asked.services.absences.of([MANAGER])).toMatchObject([{ until: '2026-11-20' }]);
  });

  test.each([
    ['no day', ''],
    ['no day of the calendar', '2026-02-30'],
    ['a day years away', '2029-01-01'],
  ])('%s is refused', async (_, until) => {
    const { status, html } = await send({ choice: 'away', awayCode: asked.code, until });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#until">Enter the last day you are away');
    expect(await asked.services.absences.of([MANAGER])).toEqual([]);
  });

  test('is ended by the day before, on the page of a request that came meanwhile', async () => {
    await asked.services.absences.put({ person: MANAGER, until: '2026-11-20' });
    expect((await asked.get(await asked.path())).html).toContain('You said that you are away until Friday');
    const { status, html } = await send({ choice: 'away', awayCode: asked.code, until: '2026-11-02' });
    expect(status).toBe(200);
    expect(html).toContain('It is noted that you are back.');
    expect(await asked.services.absences.of([MANAGER])).toEqual([{ person: MANAGER, until: '2026-11-01' }]);
    expect(await types()).toEqual([]);
  });

  test('is changed and ended on the page of the request that was left', async () => {
    await send({ choice: 'away', awayCode: asked.code, until: '2026-11-20' });
    const later = await send({ choice: 'away', awayCode: asked.code, until: '2026-11-27' });
    expect(later.html).toContain('You are away until Friday, November 27, 2026');
    expect((await send({ choice: 'away', awayCode: asked.code, until: '' })).status).toBe(422);
    const back = await send({ choice: 'away', awayCode: asked.code, until: '2026-11-02' });
    expect(back.html).toContain('That is so for this request only. No absence of yours is noted');
    expect(await types()).toEqual(['approver-left']);
    expect(await asked.services.absences.of([MANAGER])).toMatchObject([{ until: '2026-11-01' }]);
  });

  test('is nothing that a form from elsewhere can say', async () => {
    await send({ choice: 'away', awayCode: asked.code, until: '2026-11-20' });
    const { status } = await asked.post(await asked.path(), {
      mark: 'x',
      choice: 'away',
      until: '2026-12-24',
    });
    expect(status).toBe(422);
    expect(await asked.services.absences.of([MANAGER])).toMatchObject([{ until: '2026-11-20' }]);
  });
});

describe('somebody whose link has been overtaken', () => {
  test('is led to the round in which they are asked now', async () => {
    const policy = approvalWith({ approvers: [MANAGER] });
    const made = awaitingUnder(policy, 'kettle');
    asked = await deciding({ ...policy }, 'kettle', made);
    await send({ choice: 'hand-over', to: DEPUTY, why: 'Yours, please.' });
    await send({ choice: 'conflict', conflictWhy: 'My neighbour.' }, DEPUTY);
    await asked.fillIn(await asked.path(HEAD, 2), {
      choice: 'hand-over',
      to: MANAGER,
      why: 'Yours after all.',
    });
    const { html } = await asked.get(await asked.path());
    expect(html).toContain('You are asked about it again');
    const link = /class="button" href="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await asked.get(new URL(link).pathname)).html).toContain('Yours after all.');
  });

  test('is told why it was passed on: who was left could not answer any more', async () => {
    asked = await deciding(approvalWith({ answers: 'all' }));
    await send({ choice: 'declined', reason: 'It was dropped.' });
    await send({ choice: 'away', awayCode: asked.code, until: '2026-11-20' }, DEPUTY);
    const { status, html } = await asked.get(await asked.path());
    expect(status).toBe(200);
    expect(html).toContain('Nobody of those who were asked could answer any more.');
    expect(html).toContain(`It went to ${HEAD} (Head of service) on`);
    expect((await asked.get(await asked.path(HEAD, 2))).html).toContain('It was dropped.');
  });

  test('is nobody’s whom the round never asked', async () => {
    expect((await asked.get(await asked.path('stranger@shop.example'))).status).toBe(404);
  });

  test('is not asked any more where the policy has come to name a conflict', async () => {
    const conflicts = [{ approver: MANAGER, customers: ['*@example.com'] }];
    asked = await deciding(
      approvalWith({}, { conflicts }),
      'kettle',
      awaitingUnder(approvalWith(), 'kettle'),
    );
    const { html } = await asked.get(await asked.path());
    expect(html).toContain('Somebody else decides about this customer: the guidelines say so');
    expect(html).toContain(`It is now with ${DEPUTY}.`);
    expect(
      (await asked.post(await asked.path(), { choice: 'declined', reason: 'Not this time.' })).status,
    ).toBe(409);
  });
});
