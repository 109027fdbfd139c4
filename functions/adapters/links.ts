import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { KeysUnreadable, LinkExpired, LinkInvalid } from '../domain/errors.ts';
import type { Clock, Links } from '../domain/ports.ts';
import { type Instant, Month } from '../domain/time.ts';
import type { KeyRing } from './key-ring.ts';
import { hex, sha256 } from './sha256.ts';
import { believedKeys } from './signing-keys.ts';

const Claims = z.discriminatedUnion('purpose', [
  z.object({
    purpose: z.literal('decide'),
    caseId: z.string(),
    round: z.int().positive(),
    person: z.string(),
  }),
  z.object({ purpose: z.literal('attachment'), caseId: z.string(), sha256: z.string(), person: z.string() }),
  z.object({ purpose: z.literal('feedback'), caseId: z.string(), person: z.string() }),
  z.object({
    purpose: z.literal('refund'),
    caseId: z.string(),
    refund: z.int().positive(),
    person: z.string(),
  }),
  z.object({ purpose: z.literal('offers'), caseId: z.string(), person: z.string() }),
  z.object({ purpose: z.literal('object'), caseId: z.string(), person: z.string() }),
  z.object({ purpose: z.literal('report'), month: Month, person: z.string() }),
]);
const Mark = z.object({
  purpose: z.literal('form'),
  link: z.string(),
  seen: z.int().nonnegative().default(0),
});
/** Seconds since 1970 (RFC 7519, section 4.1.4). */
const Expiry = z.object({ exp: z.int() });

const ALGORITHM = 'HS256';
const ISSUER = 'goodwill';
/** At this instant no link has run out. */
const EVER: Instant = '1970-01-01T00:00:00.000Z';

/** Signed links (JWS, RFC 7515) whose claims bind them to one case, round, person and purpose. */
export function createLinks(ring: KeyRing, publicUrl: string, clock: Clock): Links {
  async function sign(claims: Record<string, unknown>, expires: Date): Promise<string> {
    const { kid, secret } = await ring.signing();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid })
      .setIssuer(ISSUER)
      .setExpirationTime(expires)
      .sign(new TextEncoder().encode(secret));
  }

  async function secretOf(kid: unknown): Promise<Uint8Array> {
    // What a header names may be anything that JSON has.
    const named = typeof kid === 'string' ? believedKeys(await ring.keys(kid)) : [];
    const found = named.find((key) => key.kid === kid);
    if (!found) throw new LinkInvalid('the link names a key that is not ours');
    return new TextEncoder().encode(found.secret);
  }

  async function verify<S extends z.ZodType>(
    token: string,
    schema: S,
    at: Instant = clock.now(),
  ): Promise<z.output<S>> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => secretOf(kid), {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        currentDate: new Date(at),
        requiredClaims: ['exp'],
      });
      return schema.parse(payload);
    } catch (error) {
      if (error instanceof LinkInvalid || error instanceof KeysUnreadable) throw error;
      if (error instanceof errors.JWTExpired) throw new LinkExpired('the link has run out', { cause: error });
      throw new LinkInvalid('the link is not one of ours, or was changed on its way', { cause: error });
    }
  }

  return {
    async create(claims, expires) {
      return `${publicUrl}/${claims.purpose}/${await sign(claims, new Date(expires))}`;
    },

    async read(token, purpose) {
      const claims = await verify(token, Claims);
      if (claims.purpose !== purpose)
        throw new LinkInvalid(`the link is for ${claims.purpose}, not for ${purpose}`);
      return claims as Extract<typeof claims, { purpose: typeof purpose }>;
    },

    async caseOf(token) {
      try {
        const claims = await verify(token, Claims, EVER);
        return 'caseId' in claims ? claims.caseId : undefined;
      } catch (error) {
        if (error instanceof LinkInvalid) return undefined;
        throw error;
      }
    },

    async formMark(token, seen = 0) {
      const { exp } = await verify(token, Expiry);
      return sign({ purpose: 'form', link: hex(sha256(token)), seen }, new Date(exp * 1000));
    },

    async readFormMark(mark, token) {
      try {
        const { link, seen } = await verify(mark, Mark);
        return link === hex(sha256(token)) ? { seen } : undefined;
      } catch (error) {
        if (error instanceof LinkInvalid || error instanceof LinkExpired) return undefined;
        throw error;
      }
    },
  };
}
