import { createHmac } from 'node:crypto';

/** Links that were changed on their way, or made up: what an attacker does to the token in the last part of the path. */
export type Tampering = (token: string, random: () => number) => string;

const read = (part: string) =>
  JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** A token of three parts is taken apart; anything else is only spoiled. */
function onParts(
  change: (header: string, payload: string, signature: string) => string,
): (token: string) => string {
  return (token) => {
    const [header, payload, signature] = token.split('.');
    return header && payload && signature ? change(header, payload, signature) : `${token}x`;
  };
}

const flipOneBit: Tampering = (token, random) => {
  const places = [...token.matchAll(/[A-Za-z0-9_-]/g)].map(({ index }) => index);
  // The last character of a part carries bits that nobody reads.
  const inner = places.filter((place) => /[A-Za-z0-9_-]/.test(token[place + 1] ?? ''));
  const place = pick(inner, random);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const before = letters.indexOf(token[place] ?? 'A');
  return token.slice(0, place) + letters[before ^ (1 << Math.floor(random() * 6))] + token.slice(place + 1);
};

const claim = (name: string, value: unknown) =>
  onParts((header, payload, signature) =>
    [header, write({ ...read(payload), [name]: value }), signature].join('.'),
  );

export const tamperings: Record<string, Tampering> = {
  'one bit is flipped': flipOneBit,
  'the signature is cut off': onParts((header, payload) => `${header}.${payload}.`),
  'the algorithm is none': onParts((_, payload) => `${write({ alg: 'none' })}.${payload}.`),
  'the algorithm is none, in other letters': onParts((_, payload, signature) =>
    [write({ alg: 'nOnE', typ: 'JWT' }), payload, signature].join('.'),
  ),
  'the algorithm is another': onParts((header, payload, signature) =>
    [write({ ...read(header), alg: 'HS512' }), payload, signature].join('.'),
  ),
  'signed with an empty key': onParts((header, payload) => {
    const signed = createHmac('sha256', '').update(`${header}.${payload}`).digest('base64url');
    return `${header}.${payload}.${signed}`;
  }),
  'signed with a key it brings along': onParts((header, payload) => {
    const key = { kty: 'oct', k: Buffer.from('mine').toString('base64url') };
    const head = write({ ...read(header), jwk: key, kid: 'mine' });
    const signed = createHmac('sha256', 'mine').update(`${head}.${payload}`).digest('base64url');
    return `${head}.${payload}.${signed}`;
  }),
  'the key is a path': onParts((header, payload, signature) =>
    [write({ ...read(header), kid: '../../dev/null' }), payload, signature].join('.'),
  ),
  'for another case': claim('caseId', 'RX-0000-0000'),
  'for another person': claim('person', 'head@shop.example'),
  'for another round': claim('round', 2),
  'for ever': claim('exp', 4_102_444_800),
};

/** A link with the token of it changed. */
export function tamper(link: string, tampering: Tampering, random: () => number): string {
  const url = new URL(link);
  const parts = url.pathname.split('/');
  const last = parts.pop() ?? '';
  url.pathname = [...parts, tampering(last, random)].join('/');
  return url.href;
}
