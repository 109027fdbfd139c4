import { basics, exportTarget, records, withPolicy } from '../runtime/services.ts';
import { exportCases, exportFiles } from './export-cases.ts';

const parts = withPolicy(async () => ({ ...basics(), ...records(), ...(await exportTarget()) }));

/** Writes the decided cases into the export bucket, whole, at every call. */
export async function handler(): Promise<{ cases: number }> {
  const { write, pseudonymKey, ...services } = await parts();
  return exportCases(services, {
    pseudonymKey,
    write: (name, bytes) => write(name, bytes, exportFiles[name]),
  });
}
