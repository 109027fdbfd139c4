import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Headers of mails, files and data: never run, never framed by another site, never cached. */
export const documentHeaders: MiddlewareHandler[] = [
  secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
    referrerPolicy: 'no-referrer',
  }),
  async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  },
];

/**
 * A sent mail, shown inside the desk. It may have styles and pictures of its own, run nothing, send no form, and open its
 * links in a window that is not sandboxed: those links are what a person tries here.
 */
export const mailViewHeaders: MiddlewareHandler[] = [
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'unsafe-inline'"],
      imgSrc: ['data:'],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'self'"],
      sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox'],
    },
    xFrameOptions: 'SAMEORIGIN',
    referrerPolicy: 'no-referrer',
    crossOriginOpenerPolicy: false,
  }),
  async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  },
];
