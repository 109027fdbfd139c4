import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttachmentMissing } from '../../../functions/domain/errors.ts';
import type { Attachments } from '../../../functions/domain/ports.ts';

/** What every store of attachments has to do. `open` gives one that may hold others' contents already. */
export function attachmentsContract(
  name: string,
  open: () => Promise<{ attachments: Attachments; close(): Promise<void> }>,
): void {
  describe(`attachments: ${name}`, () => {
    let attachments: Attachments;
    let close: () => Promise<void>;
    const something = (size = 1_000) => {
      const content = crypto.getRandomValues(new Uint8Array(size));
      return { content, sha256: createHash('sha256').update(content).digest('hex') };
    };

    beforeAll(async () => {
      ({ attachments, close } = await open());
    });
    afterAll(() => close());

    it('come back byte for byte', async () => {
      const { sha256, content } = something();
      await attachments.keep(sha256, content);
      expect(new Uint8Array(await attachments.get(sha256))).toEqual(content);
    });

    it('are kept again, by several at once, without a change', async () => {
      const { sha256, content } = something();
      await Promise.all([1, 2, 3].map(() => attachments.keep(sha256, content)));
      await attachments.keep(sha256, content);
      expect(new Uint8Array(await attachments.get(sha256))).toEqual(content);
    });

    it('may be empty', async () => {
      const { sha256, content } = something(0);
      await attachments.keep(sha256, content);
      expect((await attachments.get(sha256)).byteLength).toBe(0);
    });

    it('that are not there are named in the error', async () => {
      const { sha256 } = something();
      await expect(attachments.get(sha256)).rejects.toThrow(AttachmentMissing);
      await expect(attachments.get(sha256)).rejects.toThrow(sha256);
    });

    it('are found by no other name', async () => {
      for (const name of ['../raw/1.eml', '..%2Fraw', 'g'.repeat(64), '']) {
        await expect(attachments.get(name)).rejects.toThrow(AttachmentMissing);
      }
    });

    it('have an address that downloads them, or none', async () => {
      const { sha256, content } = something();
      await attachments.keep(sha256, content);
      const link = await attachments.link(sha256, 'lá.html');
      if (link === undefined) return;
      const response = await fetch(link);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
      expect(response.headers.get('Content-Type')).toBe('application/octet-stream');
      expect(response.headers.get('Content-Disposition')).toContain(
        'attachment; filename="l_.html"; filename*=UTF-8\'\'l%C3%A1.html',
      );
    });
  });
}
