import { basics, exportTarget, once, policy, records } from '../runtime/services.ts';
import { exportCases, exportFiles } from './export-cases.ts';

const parts = once(async () => ({ ...basics(), ...records(), ...policy(), ...(await exportTarget()) }));

/** Writes the decided cases into the export bucket, whole, at every call. */
export async function handler(): Promise<{ cases: number }> {
  const { write, pseudonymKey, ...services } = await parts();
  return exportCases(services, {
    pseudonymKey,
    write: (name, bytes) => write(name, bytes, exportFiles[name]),
  });
}
