import type { Context } from 'hono';
import { attachmentsOf, isKept } from '../../../functions/domain/attachments.ts';
import { AttachmentMissing } from '../../../functions/domain/errors.ts';
import type { Needs } from '../../../functions/domain/ports.ts';
import { caseIfThere } from '../../../functions/runtime/case-if-there.ts';
import { sendAttachment } from '../../../functions/web/attachment-response.ts';

export const ATTACHMENT = '/attachments/:caseId/:sha256';

/** What came with a case, and nothing else that is in the store: a hash opens only what its case lists. */
export async function showAttachment(c: Context, deps: Needs<'cases' | 'attachments'>): Promise<Response> {
  const found = await caseIfThere(deps.cases, c.req.param('caseId') ?? '');
  const listed = found ? attachmentsOf(found, 'everybody') : [];
  const attachment = listed.find((one) => one.sha256 === c.req.param('sha256') && isKept(one));
  if (!attachment) return c.notFound();
  try {
    return await sendAttachment(c, deps, attachment);
  } catch (error) {
    if (error instanceof AttachmentMissing) return c.notFound();
    throw error;
  }
}
