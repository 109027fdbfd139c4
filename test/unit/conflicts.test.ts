import { beforeEach, describe, expect, test } from 'vitest';
import { replay } from '../../functions/domain/evolve.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { rulesNow } from '../../functions/runtime/rules.ts';
import { approvalWith } from '../support/approval.ts';
import { type Deciding, deciding } from '../support/deciding.ts';
import { awaitingUnder, DEPUTY, HEAD, MANAGER } from '../support/sample-cases.ts';

const CONFLICT = { choice: 'conflict', conflictWhy: 'She is my neighbour.' };
const OTHER = 'RX-7K3F-9Q2N';
let asked: Deciding;
/** Another case of the same customer, which is open as well. */
beforeEach(async () => {
  asked = await deciding(approvalWith());
  const { history } = await asked.case();
  await asked.store(replay(OTHER, history));
});
const other = () => asked.services.cases.load(OTHER);
const decideOther = (person: string) => asked.decidePath(OTHER, 1, person);

describe('a conflict that an approver names', () => {
  test('holds in every other open case of the customer, at once', async () => {
    const path = await decideOther(MANAGER);
    await asked.fillIn(await asked.path(), CONFLICT);
    expect(await other()).toMatchObject({ round: { approvers: [DEPUTY] }, left: [MANAGER] });
    expect(asked.woken).toContain(`task-of-${OTHER}`);
    const { html } = await asked.get(path);
    expect(html).toContain('You named a conflict of interest');
    expect(html).not.toContain('<form');
  });

  test('keeps them from later rounds of those, and from taking one over', async () => {
    const { services } = asked;
    await services.absences.nameConflict(HEAD, 'Maria@example.com');
    const rules = await rulesNow(services, [], await other());
    const decision = { outcome: 'declined', reason: 'It was dropped.' } as const;
    const late = { type: 'decide-round', round: 1, by: HEAD, decision, ...rules } as const;
    await expect(changeCase(services.cases, OTHER, late)).rejects.toThrow('is not asked');
    const path = await decideOther(MANAGER);
    const { status } = await asked.fillIn(path, { choice: 'hand-over', to: HEAD, why: 'Yours.' });
    expect(status).toBe(422);
  });

  test('has their link refuse an answer even where the round still names them', async () => {
    const { absences } = asked.services;
    const path = await decideOther(MANAGER);
    await absences.nameConflict(MANAGER, 'maria@example.com');
    const { html } = await asked.get(path);
    expect(html).not.toContain('value="approved"');
  });

  test('is none for other customers', async () => {
    await asked.fillIn(await asked.path(), CONFLICT);
    const elsewhere = await asked.store(awaitingUnder(approvalWith(), 'cafeteira'));
    expect((await asked.get(await asked.decidePath(elsewhere.id, 1, MANAGER))).html).toContain(
      'value="approved"',
    );
  });
});
