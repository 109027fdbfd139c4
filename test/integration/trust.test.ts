import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { intake } from '../../functions/intake/intake.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

const SES = 'Received: from mx.example by inbound-smtp.us-east-1.amazonaws.com with SMTP id 1';
const PROVED = 'Authentication-Results: amazonses.com; dmarc=pass header.from=example.com;';
const FORGED = 'Authentication-Results: amazonses.com; dmarc=fail header.from=example.com;';

describe('a mail as SES delivers it', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  let count = 0;
  /** Takes a mail in with SES's headers on top, as it lies in the bucket. */
  const deliver = (headers: string[], subject: string, text: string) => {
    const own = [
      'From: Maria <maria@example.com>',
      `Message-ID: <${count++}@example.com>`,
      `Subject: ${subject}`,
    ];
    const raw = Buffer.from([...headers, ...own, '', text, ''].join('\r\n'));
    return intake(
      { ...shop.goodwill.services, rawMails: { get: async () => raw } },
      { rawKey: `inbound/${count}` },
    );
  };
  const caseOf = async (subject: string, headers: string[], order = 'SH-10001') => {
    const { fate } = await deliver(headers, subject, `My kettle from ${order} broke.`);
    if (fate.state !== 'opened-case') throw new Error(`the mail ended as ${fate.state}`);
    return shop.get<Case>(`/cases/${fate.caseId}.json`);
  };

  it('whose sender is proved says so on its case', async () => {
    expect((await caseOf('proved', [SES, PROVED])).history[0]).toMatchObject({ sender: 'verified' });
  });

  it('whose sender is not proved opens a case, and the manager is warned', async () => {
    const { id } = await caseOf('unproved', [SES, FORGED], 'SH-10002');
    const asked = await shop.mail('approval-request', (mail) => mail.case === id);
    expect((await shop.read(asked)).text).toContain('could not be proved');
  });

  it('whose sender is not proved moves no case that is there', async () => {
    const { id } = await caseOf('mine', [SES, PROVED], 'SH-10003');
    await deliver([SES, FORGED], `Re: ${id}`, 'Pay it to my other account.');
    const { history } = await shop.get<Case>(`/cases/${id}.json`);
    expect(history.map(({ type }) => type)).toContain('stranger-wrote');
    expect(history.map(({ type }) => type)).not.toContain('customer-wrote');
  });

  it('about the order of a case whose sender was not proved does not join it', async () => {
    const forged = await caseOf('forged', [SES, FORGED], 'SH-10004');
    const own = await caseOf('own', [SES, PROVED], 'SH-10004');
    expect(own.id).not.toBe(forged.id);
  });

  it.each(['Virus', 'Spam'])('that carries a %s verdict is quarantined', async (kind) => {
    const { fate } = await deliver([SES, `X-SES-${kind}-Verdict: FAIL`, PROVED], kind, 'Hello.');
    expect(fate).toEqual({ state: 'quarantined', reason: `${kind.toLowerCase()}: SES says so` });
  });
});
