import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../functions/domain/evaluation.ts';
import { factsOf, NOTHING_KNOWN } from '../../../functions/domain/facts.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { AT, aRequest } from '../../support/cases.ts';
import { defaultPolicyText } from '../../support/policy.ts';

/** The sentences of a factor that says this. */
function said(en: string, ptBR = en) {
  const written = `  - id: own\n    when: request.amount > 0.0\n    weight: 1\n    says: { en: "${en}", pt-BR: "${ptBR}" }\n`;
  const policy = loadPolicy(defaultPolicyText.replace('factors:\n', `factors:\n${written}`), 'policy.yaml');
  const request = aRequest({ reason: { source: 'mail', value: 'damaged-in-transit' }, finalSale: true });
  const evaluation = evaluate(policy, factsOf(request, NOTHING_KNOWN, policy.policy, AT));
  return evaluation.factors.find(({ id }) => id === 'own')?.says;
}

describe('a fact in a sentence is in the words people read', () => {
  it.each([
    ['{request.reason}', 'Damaged on the way', 'Danificado no transporte'],
    ['{product.finalSale}', 'yes', 'sim'],
    ['{customer.ordersOwnAddress}, {product.digital}', 'yes, no', 'sim, não'],
    ['{request.amount}', '$89.90', 'US$\u00a089,90'],
    ['{customer.daysSinceLastRequest}', 'no request before', 'nenhuma solicitação antes'],
    ['{request.wish}', 'not known', 'não informado'],
    ['{order.daysPastWindow}', '28', '28'],
    ['{precedents.approvedShare}', '0%', '0%'],
  ])('%s', (written, en, ptBR) => {
    expect(said(written)).toEqual({ en, 'pt-BR': ptBR });
  });
});
