import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Sha256 } from '../domain/ports.ts';
import { STYLE } from './style.ts';

/**
 * Headers of every page: nothing is loaded but pictures of our own, nothing is run, framed, cached, indexed or told to another site. The one style sheet is
 * allowed by its hash, so text that found a way into a page could not even change how it looks.
 */
export function pageHeaders(sha256: Sha256): MiddlewareHandler {
  const styleHash = Buffer.from(sha256(STYLE)).toString('base64');
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: [`'sha256-${styleHash}'`],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
  });
  return async (c, next) => {
    await headers(c, next);
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex, nofollow');
  };
}
