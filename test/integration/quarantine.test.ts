import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { ReviewRefused } from '../../functions/domain/errors.ts';
import type { ReceivedMail } from '../../functions/domain/mail.ts';
import { intake } from '../../functions/intake/intake.ts';
import { quarantineBroken } from '../../functions/quarantine/quarantine.ts';
import { dismiss, release } from '../../functions/review-quarantine/review.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

const ana = { by: 'ana@shop.example' };

describe('a person decides about a mail in quarantine', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  let count = 0;
  /** Services for which the mail at hand is the one at its key, as it lies in the bucket. */
  const holding = (raw: Buffer) => ({ ...shop.goodwill.services, rawMails: { get: async () => raw } });
  const write = (headers: string[], text = 'My kettle broke.') => {
    count++;
    const own = [`From: Maria <maria${count}@example.com>`, `Message-ID: <${count}@example.com>`];
    return Buffer.from([...headers, ...own, `Subject: kettle ${count}`, '', text, ''].join('\r\n'));
  };
  /** Takes a mail in that looks like a machine's. */
  const held = async (headers = ['Auto-Submitted: auto-replied'], text?: string) => {
    const services = holding(write(headers, text));
    const mail = await intake(services, { rawKey: `inbound/${count}` });
    expect(mail.fate.state).toBe('quarantined');
    return { services, mail, verdict: { id: mail.id, ...ana } };
  };
  const stored = ({ id }: ReceivedMail) => shop.goodwill.services.mails.received(id);
  const listed = async ({ id }: ReceivedMail) =>
    (await shop.goodwill.services.mails.quarantined(100)).some((one) => one.id === id);
  const casesOf = ({ from }: ReceivedMail) => shop.goodwill.services.cases.byCustomer(from);

  it('released, it opens the case of its sender, and says who released it and from what', async () => {
    const { services, mail, verdict } = await held();
    const released = await release(services, verdict);
    expect(released).toMatchObject({
      fate: { state: 'opened-case' },
      released: { ...ana, reason: expect.stringContaining('Auto-Submitted'), at: expect.any(String) },
    });
    expect(await stored(mail)).toEqual(released);
    expect(await listed(mail)).toBe(false);
    const [found] = await casesOf(mail);
    expect(found?.request.text).toContain('My kettle broke.');
    await shop.mail('acknowledgement', (sent) => sent.case === found?.id);
  });

  it('released, it joins the case it answers', async () => {
    const services = holding(write([]));
    const { fate, from } = await intake(services, { rawKey: `inbound/${count}` });
    if (fate.state !== 'opened-case') throw new Error(`the mail ended as ${fate.state}`);
    const reply = [
      ...['Precedence: bulk', 'List-Id: <x.example>', `From: ${from}`, `Subject: Re: ${fate.caseId}`],
      ...['', 'It leaks, too.', ''],
    ];
    const services2 = holding(Buffer.from(reply.join('\r\n')));
    const mail = await intake(services2, { rawKey: 'inbound/reply' });
    expect(mail.fate.state).toBe('quarantined');
    const released = await release(services2, { id: mail.id, ...ana });
    expect(released.fate).toEqual({ state: 'joined-case', caseId: fate.caseId });
    const { history } = await shop.get<Case>(`/cases/${fate.caseId}.json`);
    expect(history).toContainEqual(expect.objectContaining({ text: 'It leaks, too.' }));
  });

  it('released twice, and at the same time, it is one case', async () => {
    const { services, mail, verdict } = await held();
    const both = await Promise.all([release(services, verdict), release(services, verdict)]);
    const again = await release(services, { ...verdict, by: 'rui@shop.example' });
    expect(new Set([...both, again].map(({ fate }) => JSON.stringify(fate))).size).toBe(1);
    expect(again.released?.by).toBe(ana.by);
    expect(await casesOf(mail)).toHaveLength(1);
  });

  it('released and delivered again, it is one case', async () => {
    const { services, mail, verdict } = await held();
    await release(services, verdict);
    await intake(services, { rawKey: 'inbound/again' });
    expect(await casesOf(mail)).toHaveLength(1);
  });

  it('dismissed, it leaves the list, and who, when and why are kept', async () => {
    const { services, mail, verdict } = await held();
    await dismiss(services, verdict);
    expect(await listed(mail)).toBe(false);
    expect(await stored(mail)).toMatchObject({
      fate: { state: 'dismissed', ...ana, reason: expect.stringContaining('Auto-Submitted') },
    });
    expect((await dismiss(services, { ...verdict, by: 'rui@shop.example' })).fate).toMatchObject(ana);
    await intake(services, { rawKey: 'inbound/again' });
    expect(await listed(mail)).toBe(false);
  });

  it('released by one and dismissed by another, one of them wins and the other is told', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round++) {
      const { services, mail, verdict } = await held();
      const deciding = [() => release(services, verdict), () => dismiss(services, verdict)];
      if (round % 2 === 1) deciding.reverse();
      const settled = await Promise.allSettled(deciding.map((decide) => decide()));
      const lost = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
      expect(lost).toHaveLength(1);
      expect(lost[0]).toBeInstanceOf(ReviewRefused);
      expect(lost[0].message).toMatch(/(dismissed|released) by ana@shop\.example/);
      const { fate } = (await stored(mail)) ?? mail;
      outcomes.add(fate.state);
      expect(await casesOf(mail)).toHaveLength(fate.state === 'dismissed' ? 0 : 1);
    }
    expect([...outcomes].every((state) => ['dismissed', 'opened-case'].includes(state))).toBe(true);
  });

  it('a release that breaks puts it back into quarantine, and can be done again', async () => {
    const { services, mail, verdict } = await held();
    const cases = {
      ...services.cases,
      create: async () => {
        throw new Error('the disk is on fire');
      },
    };
    await expect(release({ ...services, cases }, verdict)).rejects.toThrow('the disk is on fire');
    expect(await stored(mail)).toEqual(mail);
    expect((await release(services, verdict)).fate.state).toBe('opened-case');
  });

  it('a release that a crash cut off stays on the list, and goes on when it is released again', async () => {
    const { services, mail, verdict } = await held();
    const cut = {
      ...services,
      mails: { ...services.mails, record: () => new Promise<ReceivedMail>(() => {}) },
    };
    void release(cut, verdict);
    await shop.until('the release to begin', async () => (await stored(mail))?.fate.state === 'stored');
    expect(await listed(mail)).toBe(true);
    await expect(dismiss(services, verdict)).rejects.toThrow(/is being released by ana/);
    expect((await release(services, verdict)).fate.state).toBe('opened-case');
  });

  it('that the log calls broken is read again when it is released, once for all its copies', async () => {
    const raw = write([]);
    const services = holding(raw);
    const one = await quarantineBroken(services, 'inbound/broken-1');
    const two = await quarantineBroken(services, 'inbound/broken-2');
    expect(one).toMatchObject({ from: `maria${count}@example.com`, subject: `kettle ${count}` });
    const fates = [];
    for (const { id } of [one, two]) fates.push((await release(services, { id, ...ana })).fate);
    expect(fates[0]).toMatchObject({ state: 'opened-case' });
    expect(fates[1]).toEqual(fates[0]);
    expect(await casesOf(one)).toHaveLength(1);
  });

  it.each([
    [
      'a virus',
      ['Received: by inbound-smtp.us-east-1.amazonaws.com', 'X-SES-Virus-Verdict: FAIL'],
      /carries a virus/,
    ],
    ['two senders', ['From: eve@example.net'], /does not say who could be answered/],
    ['more than is read', Array.from({ length: 2_000 }, () => 'X-A: 1'), /takes more to read than a person/],
  ])('that has %s is not released, with the reason and what to do instead', async (_, headers, reason) => {
    const { services, mail, verdict } = await held(headers);
    await expect(release(services, verdict)).rejects.toThrow(reason);
    await expect(release(services, verdict)).rejects.toThrow(/dismiss it here/);
    expect(await listed(mail)).toBe(true);
    await dismiss(services, verdict);
    expect(await listed(mail)).toBe(false);
  });

  it('that SES calls spam can be released, as SES can be wrong', async () => {
    const { services, verdict } = await held([
      'Received: by inbound-smtp.us-east-1.amazonaws.com',
      'X-SES-Spam-Verdict: FAIL',
    ]);
    expect((await release(services, verdict)).fate.state).toBe('opened-case');
  });

  it('that is in a case, or is none, is said to be so', async () => {
    const services = holding(write([]));
    const { id } = await intake(services, { rawKey: `inbound/${count}` });
    await expect(release(services, { id, ...ana })).rejects.toThrow(/not in quarantine: it is in case RX-/);
    await expect(dismiss(services, { id, ...ana })).rejects.toThrow(/not in quarantine: it is in case RX-/);
    await expect(release(services, { id: 'none', ...ana })).rejects.toThrow('There is no mail none');
  });
});
