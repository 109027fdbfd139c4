import { expect, test } from 'vitest';
import { handler } from '../../functions/review-quarantine/handler.ts';

test.each([
  [undefined, /Ask with \{"action":"list"\}/],
  [{ action: 'delete', id: 'x', by: 'ana' }, /Ask with/],
  [{ action: 'release', by: 'ana' }, /at id/],
  [{ action: 'dismiss', id: 'x', by: ' ' }, /who decides: a name or an address/],
])('an operator who asks with %j is told what would be right', async (event, says) => {
  expect(await handler(event)).toEqual({ refused: expect.stringMatching(says) });
});
