import { createHash } from 'node:crypto';
import { parseMail } from '../../functions/adapters/parse-mail.ts';
import { attachmentsOf } from '../../functions/domain/attachments.ts';
import type { Case } from '../../functions/domain/case.ts';
import { decide } from '../../functions/domain/decide.ts';
import { type Evaluation, evaluate } from '../../functions/domain/evaluation.ts';
import { evolve, replay } from '../../functions/domain/evolve.ts';
import {
  type Background,
  type Facts,
  factsOf,
  NOTHING_KNOWN,
  unknownFacts,
} from '../../functions/domain/facts.ts';
import { missingFrom } from '../../functions/domain/missing.ts';
import type { Order } from '../../functions/domain/order.ts';
import { categoryOf, strictestCategory } from '../../functions/domain/policy.ts';
import type { Request } from '../../functions/domain/request.ts';
import { daysAfter, type Instant } from '../../functions/domain/time.ts';
import { classify } from '../../functions/intake/classify.ts';
import { extractRequest, findOrderNumbers } from '../../functions/intake/extract.ts';
import { authorOf } from '../../functions/intake/forwarded.ts';
import { learn } from '../../functions/intake/learn.ts';
import { readRequest } from '../../functions/intake/read-request.ts';
import { defaultPolicy } from './policy.ts';
import type { Circumstances } from './written-cases.ts';

const WRITTEN_AT: Instant = '2026-11-20T15:00:00.000Z';
export const ORDER_NUMBER = 'SH-77001';
const { policy } = defaultPolicy;

/** A mail as a person sends it; the texts say ORDER where the order's number stands. */
export interface Letter {
  name: string;
  address: string;
  subject: string;
  text: string;
  /** Mails they write after it, to the same case. */
  later?: string[];
  html?: string;
  attachmentName?: string;
}

export const LETTER: Letter = {
  name: 'Robin Vale',
  address: 'robin.vale@mail.example',
  subject: '',
  text: '',
};

/** What turns a request into facts; a test may put a faulty one in its place. */
export type FactsOf = typeof factsOf;

/**
 * Weighs a mail by the default policy as intake and evaluation do: from its bytes to the evaluation. Beside it all facts, for other
 * policies ask about others, and whether their first mail has them asked for a reason.
 */
export async function weighLetter(
  shop: Circumstances,
  letter: Letter,
  { facts = factsOf, product = 'Something from the shop' }: { facts?: FactsOf; product?: string } = {},
): Promise<Evaluation & { allFacts: Facts; asksWhy: boolean }> {
  const order = orderOf(shop, letter, product);
  const { request, found, asksWhy } = await readLetter(letter, shop.photos ?? 0, order);
  const whole = { ...request, attachments: attachmentsOf(found, 'customer') };
  const allFacts = facts(whole, backgroundOf(shop), policy, WRITTEN_AT);
  return { ...evaluate(defaultPolicy, allFacts, unknownFacts(whole, policy)), allFacts, asksWhy };
}

function backgroundOf({ earlierRequests = 0, earlierExceptions = 0 }: Circumstances): Background {
  const last = earlierRequests > 0 && { daysSinceLastRequest: 100 };
  return {
    ...NOTHING_KNOWN,
    customer: { ...NOTHING_KNOWN.customer, earlierRequests, earlierExceptions, ...last },
  };
}

function orderOf(shop: Circumstances, { address, name }: Letter, product: string): Order | undefined {
  if (shop.past === undefined) return undefined;
  const { category = 'kitchen', categories = [category], finalSale = false } = shop;
  const { days } = categoryOf(policy, strictestCategory(policy, categories));
  const deliveredOn = daysAfter(WRITTEN_AT, -shop.past - days).slice(0, 10);
  return {
    number: ORDER_NUMBER,
    customer: { address: shop.elsewhere ? 'somebody.else@mail.example' : address, name },
    purchasedOn: daysAfter(`${deliveredOn}T15:00:00.000Z`, -4).slice(0, 10),
    deliveredOn,
    items: categories.map((one) => ({
      product,
      category: one,
      price: { minor: 4990, currency: 'USD' },
      finalSale,
    })),
  };
}

async function readLetter(
  letter: Letter,
  photos: number,
  order: Order | undefined,
): Promise<{ request: Request; found: Case; asksWhy: boolean }> {
  const mail = await parseMail(bytesOf(letter, photos));
  const from = { address: letter.address, name: letter.name };
  const kind = classify(mail, policy.shop.refunds);
  if (kind.kind !== 'person') throw new Error(`"${letter.text}" is taken for ${kind.kind}: ${kind.evidence}`);
  const author = authorOf(mail, from, policy, true);
  if (author.by === 'nobody') throw new Error('nobody wrote it');
  const named = findOrderNumbers(author.mail, policy).includes(ORDER_NUMBER) ? order : undefined;
  const request = readRequest({ ...author, outer: mail }, named, { policy: defaultPolicy });
  const mailId = createHash('sha256').update(letter.text).digest('hex');
  let found = replay('RX-TEST-0001', [{ type: 'received', at: WRITTEN_AT, mailId, request }]);
  for (const [index, text] of (letter.later ?? []).entries()) {
    const said = extractRequest({ ...mail, subject: '', text, attachments: [] }, from, named, policy);
    const events = decide(
      {
        type: 'record-words',
        policy: defaultPolicy.policy,
        at: WRITTEN_AT,
        mailId: `later-${index}`,
        from: letter.address,
        by: 'customer',
        text,
        attachments: [],
        learned: learn(found.request, said),
      },
      found,
    );
    found = events.reduce<Case>(evolve, found);
  }
  return { request: found.request, found, asksWhy: missingFrom(request).includes('reason') };
}

/** Bytes that are a photo by what they begin with; each another. */
function photo(index: number): string {
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
    Buffer.alloc(20_000, index),
  ]).toString('base64');
}

function bytesOf(letter: Letter, photos: number): Uint8Array {
  const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
  const part = (type: string, text: string) =>
    `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`;
  const attachmentName = letter.attachmentName ?? 'photo.jpg';
  const parts = [
    letter.html === undefined
      ? part('text/plain', filled(letter.text))
      : part('text/html', filled(letter.html)),
    ...Array.from(
      { length: photos },
      (_, index) =>
        `Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename="${encoded(attachmentName)}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${photo(index)}\r\n`,
    ),
  ];
  return Buffer.from(
    [
      `From: ${encoded(letter.name)} <${letter.address}>`,
      'To: refunds@shop.example',
      `Subject: ${encoded(filled(letter.subject))}`,
      'Date: Fri, 20 Nov 2026 10:00:00 -0500',
      'Message-ID: <1@mail.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...parts.map((body) => `--b\r\n${body}`),
      '--b--\r\n',
    ].join('\r\n'),
  );
}

function filled(text: string): string {
  return text.replaceAll('ORDER', ORDER_NUMBER);
}
