import type { Needs } from '../../functions/domain/ports.ts';
import { type ExportFile, exportCases } from '../../functions/export/export-cases.ts';

/** Makes both files afresh and gives one of them. */
export function exportFile(services: Needs<'cases' | 'policy' | 'log'>, pseudonymKey: string) {
  return async (wanted: ExportFile): Promise<Uint8Array> => {
    const files = new Map<ExportFile, Uint8Array>();
    const write = async (name: ExportFile, bytes: Uint8Array) => void files.set(name, bytes);
    await exportCases(services, { pseudonymKey, write });
    const file = files.get(wanted);
    if (!file) throw new Error(`the export made no ${wanted}`);
    return file;
  };
}
