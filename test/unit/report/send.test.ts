import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { LinkInvalid, MailRejected, SendingPaused } from '../../../functions/domain/errors.ts';
import { LINK_KEY_DAYS, REPORT_LINK_DAYS } from '../../../functions/domain/lifetimes.ts';
import { daysAfter, type Instant } from '../../../functions/domain/time.ts';
import { lastMonth, makeReport } from '../../../functions/report/make-report.ts';
import type { LocalQueries } from '../../../infra/local/analytics/duckdb.ts';
import { openMailbox } from '../../../infra/local/mailbox.ts';
import { openReports } from '../../../infra/local/reports.ts';
import { policyFor } from '../../support/sample-cases.ts';
import { openPages, type Pages } from '../../support/web.ts';
import { openYear } from '../../support/year/queries.ts';
import { yearOf } from '../../support/year/year.ts';

const FIRST: Instant = '2026-07-01T05:00:00.000Z';
const owners = ['ana@shop.example', 'rui@shop.example'];
let pages: Pages;
let queries: LocalQueries;
let folder: string;
beforeAll(async () => {
  pages = await openPages({ policy: { ...policyFor('en'), review: { owners } } });
  queries = await openYear(yearOf({ cases: 600, only: ['events'] }).days);
});
beforeEach(async () => {
  pages.setNow(FIRST);
  pages.counted.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'goodwill-report-'));
  return () => rm(folder, { recursive: true });
});
afterAll(async () => {
  queries.close();
  await pages.close();
});

function shop(state: object = {}) {
  const said = { schemaVersion: 3, key: 'k', since: '2026-07-01T04:10:00.000Z', pending: [], ...state };
  const exports = { readText: async () => JSON.stringify(said) };
  const mailbox = openMailbox(folder);
  const services = {
    ...pages.services,
    queries,
    mailer: mailbox,
    reports: openReports(folder),
    exports,
    sha256,
  };
  const sent = async () => {
    const files = await readdir(join(folder, 'sent')).catch(() => []);
    return Promise.all(
      files.map(async (file) => {
        const raw = await mailbox.read(file.replace('.eml', ''));
        const { to, subject, text = '' } = await simpleParser(Buffer.from(raw ?? ''));
        return { to: (to as AddressObject).text, subject, text: text.replace(/\s+/g, ' ') };
      }),
    );
  };
  return { services, mailbox, sent };
}

describe('the report of a month', () => {
  it('is about the month that was over last', () => {
    expect(lastMonth({ clock: pages.services.clock })).toBe('2026-06');
    pages.setNow('2026-01-01T00:00:00.000Z');
    expect(lastMonth({ clock: pages.services.clock })).toBe('2025-12');
  });

  it('is written in both languages, and each owner is mailed a link of their own, once however often it runs', async () => {
    const { services, sent } = shop();
    for (let time = 0; time < 2; time++) await makeReport(services, '2026-06');
    expect(await services.reports.get('2026-06', 'en')).toContain('<h1>Refund requests in June 2026</h1>');
    expect(await services.reports.get('2026-06', 'pt-BR')).toContain(
      'Solicitações de reembolso em junho de 2026',
    );
    const mails = await sent();
    expect(mails.flatMap(({ to }) => to).sort()).toEqual(owners);
    expect(new Set(mails.map(({ text }) => /\S+\/report\/\S+/.exec(text)?.[0])).size).toBe(2);
    expect(mails[0]?.subject).toBe('The report for June 2026 is ready');
    expect(mails[0]?.text).toMatch(/\d+ requests came in/);
  });

  it('says until when what it tells of was exported', async () => {
    const { services } = shop();
    await makeReport(services, '2026-06');
    expect(await services.reports.get('2026-06', 'en')).toMatch(/as exported until [^.]*July 1, 2026/);
  });

  it.each([
    [{ since: '2026-06-30T23:10:00.000Z' }, 'before 2026-06 was over'],
    [{ pending: ['2026-06-03', '2026-07-01'] }, 'still to write 2026-06-03'],
  ])('is neither written nor sent while the export lacks some of it: %o', async (state, why) => {
    const { services, sent } = shop(state);
    await expect(makeReport(services, '2026-06')).rejects.toThrow(why);
    expect(await sent()).toEqual([]);
    await expect(services.reports.get('2026-06', 'en')).rejects.toThrow('there is no report');
  });

  it('is sent once by runs that meet', async () => {
    const { services, sent } = shop();
    await Promise.all([1, 2].map(() => makeReport(services, '2026-06')));
    expect(await sent()).toHaveLength(2);
  });

  it.each([new MailRejected('the mailbox is full'), new SendingPaused('Daily message quota exceeded.')])(
    'is sent again where it was refused or could not leave, and the others have theirs',
    async (refusal) => {
      const { services, mailbox, sent } = shop();
      const mailer = {
        ...mailbox,
        send: async (mail: Parameters<typeof mailbox.send>[0]) => {
          if (mail.to === owners[0]) throw refusal;
          return mailbox.send(mail);
        },
      };
      await expect(makeReport({ ...services, mailer }, '2026-06')).rejects.toThrow(refusal);
      expect(pages.counted).toContain('MailFailed');
      expect(await sent()).toHaveLength(1);
      await makeReport(services, '2026-06');
      expect(await sent()).toHaveLength(2);
    },
  );

  it('whose sender died while sending is not sent again where nobody can say whether it left, and an alarm goes off', async () => {
    const { services, mailbox, sent } = shop();
    const dying = {
      ...mailbox,
      send: async () => {
        throw new Error('the process was killed');
      },
      outcome: async () => 'unknown' as const,
    };
    await expect(makeReport({ ...services, mailer: dying }, '2026-06')).rejects.toThrow('killed');
    pages.counted.length = 0;
    await makeReport({ ...services, mailer: dying }, '2026-06');
    expect(pages.counted).toEqual([]);
    pages.setNow(daysAfter(FIRST, 1));
    for (let time = 0; time < 2; time++) await makeReport({ ...services, mailer: dying }, '2026-06');
    expect(pages.counted).toEqual(['MailUncertain', 'MailUncertain']);
    expect(await sent()).toEqual([]);
  });

  it('of a month without a request says so, in the mail too', async () => {
    const { services, sent } = shop({ since: '2027-04-01T04:10:00.000Z' });
    await makeReport(services, '2027-03');
    expect((await sent())[0]?.text).toContain('Nothing came in and nothing was decided in March 2027.');
  });

  it('goes to nobody where the policy names no owners', async () => {
    const { services, sent } = shop();
    const { policy } = services;
    const alone = { ...policy, policy: { ...policy.policy, review: { owners: [] } } };
    await makeReport({ ...services, policy: alone }, '2026-06');
    expect(await services.reports.get('2026-06', 'en')).toContain('June 2026');
    expect(await sent()).toEqual([]);
  });
});

describe('the link to a report', () => {
  const linkTo = async (month = '2026-06', days = REPORT_LINK_DAYS) => {
    const claims = { purpose: 'report', month, person: owners[0] ?? '' } as const;
    return new URL(await pages.services.links.create(claims, daysAfter(FIRST, days))).pathname;
  };
  beforeAll(() =>
    pages.services.reports.put('2026-06', 'en', '<style>p{color:red}</style><p>The report</p>'),
  );

  it('opens the report as it was written, with nothing to run and only its own style sheet', async () => {
    const { response, status, html } = await pages.get(await linkTo());
    expect(status).toBe(200);
    expect(html).toBe('<style>p{color:red}</style><p>The report</p>');
    const own = Buffer.from(sha256('p{color:red}')).toString('base64');
    expect(response.headers.get('Content-Security-Policy')).toBe(
      `sandbox; default-src 'none'; style-src 'sha256-${own}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('X-Robots-Tag')).toContain('noindex');
  });

  it('opens again and again, and takes nothing', async () => {
    const path = await linkTo();
    expect((await pages.open(path, 'HEAD')).status).toBe(200);
    expect((await pages.get(path)).status).toBe(200);
    expect((await pages.post(path, {})).status).toBe(404);
  });

  it('runs out, leads to no other month, and opens nothing else', async () => {
    const path = await linkTo();
    expect((await pages.get(await linkTo('2026-05'))).status).toBe(404);
    expect((await pages.get(path.replace('/report/', '/refund/'))).status).toBe(404);
    pages.setNow(daysAfter(FIRST, REPORT_LINK_DAYS + 1));
    expect((await pages.get(path)).status).toBe(410);
    await expect(pages.services.links.read('x', 'report')).rejects.toThrow(LinkInvalid);
  });

  it('is signed by a key that is believed for as long', () => {
    expect(LINK_KEY_DAYS).toBeGreaterThan(REPORT_LINK_DAYS);
  });
});
