import type { TaskTokens } from '../../domain/ports.ts';
import type { Table } from './table.ts';

/** The newest task token of each case, in an item of its own so that no export, page or log of the case can carry it. */
export function createTaskTokens(table: Table): TaskTokens {
  const pkOf = (caseId: string) => `task-token#${caseId}`;
  return {
    put: async (caseId, token) => table.put({ pk: pkOf(caseId), sk: 'token', token }),
    async get(caseId) {
      const item = await table.get(pkOf(caseId), 'token');
      return typeof item?.['token'] === 'string' ? item['token'] : undefined;
    },
  };
}
