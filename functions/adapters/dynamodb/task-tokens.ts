import type { TaskTokens } from '../../domain/ports.ts';
import type { Table } from './table.ts';

/** The newest task token of each case, in an item of its own so that no export, page or log of the case can carry it. */
export function createTaskTokens(table: Table): TaskTokens {
  const pkOf = (caseId: string) => `task-token#${caseId}`;
  return {
    async put(caseId, token, since) {
      const newer = 'attribute_not_exists(since) OR since <= :since';
      await table.putIf({ pk: pkOf(caseId), sk: 'token', token, since }, newer, { ':since': since });
    },
    async get(caseId) {
      const item = await table.get(pkOf(caseId), 'token');
      return typeof item?.['token'] === 'string' ? item['token'] : undefined;
    },
  };
}
