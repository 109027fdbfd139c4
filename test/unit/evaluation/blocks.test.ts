import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../functions/domain/evaluation.ts';
import { languages } from '../../../functions/domain/language.ts';
import { evaluationBlocks } from '../../../functions/mail/evaluation-blocks.ts';
import { precedentBlocks } from '../../../functions/mail/precedent-blocks.ts';
import { terms } from '../../../functions/wording/terms.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { beside, precedentsLike } from '../../support/precedents.ts';
import { awaiting } from '../../support/sample-cases.ts';

const { policy } = defaultPolicy;

describe.each(languages)('in %s', (language) => {
  const { precedents } = terms[language];

  it('how alike cases are is told only where there are some', () => {
    const none = beside(awaiting('kettle'), []);
    expect(precedentBlocks(none.evaluation, [], policy, language)).toEqual([
      { type: 'paragraph', text: `${precedents.none}.` },
    ]);
    const told = precedentsLike(awaiting('kettle'), 'approved');
    const some = precedentBlocks(beside(awaiting('kettle'), told).evaluation, told, policy, language);
    expect(some.at(-1)).toEqual({ type: 'small', text: precedents.measure });
  });

  it('a medium confidence speaks of one consideration more, and of one less', () => {
    const evaluation: Evaluation = {
      ...{ route: 'manager', score: 0, factors: [], policyVersion: 'test' },
      confidence: 'medium',
    };
    const text = JSON.stringify(evaluationBlocks(evaluation, policy, language));
    expect(text).toMatch(/one consideration more or less|uma consideração a mais ou a menos/);
  });
});
