import type { Hono, MiddlewareHandler } from 'hono';
import type { Needs, Sha256 } from '../../domain/ports.ts';

/**
 * A report has everything in it, its own style sheet too, and was kept as it was written then: so the one sheet that is allowed is the
 * one it carries. Nothing is run and nothing loaded. Goes around the headers of the other pages, which have another sheet.
 */
export function reportHeaders(sha256: Sha256): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.res.status !== 200) return;
    const style = /<style>([\s\S]*?)<\/style>/.exec(await c.res.clone().text())?.[1] ?? '';
    const hash = Buffer.from(sha256(style)).toString('base64');
    c.header(
      'Content-Security-Policy',
      `sandbox; default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
  };
}

/** The report of a month, for whoever answers for the policy, in the language of the staff. */
export function reportRoutes(
  app: Hono,
  { links, reports, policy }: Needs<'links' | 'reports' | 'policy'>,
): void {
  app.get('/report/:token', async (c) => {
    const { month } = await links.read(c.req.param('token'), 'report');
    return c.html(await reports.get(month, policy.policy.shop.staffLanguage));
  });
}
