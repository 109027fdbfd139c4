import type { Case } from '../domain/case.ts';
import { type Command, decide } from '../domain/decide.ts';
import { VersionConflict } from '../domain/errors.ts';
import { evolve } from '../domain/evolve.ts';
import type { Cases } from '../domain/ports.ts';

/** Writers of one case are few (steps, clicks, mails); past this many lost races something is wrong. */
const ATTEMPTS = 8;

/**
 * Reads a case, decides, and writes what follows in one conditional write; reads and decides again when someone else was
 * faster. Returns the case as it then is. Throws CaseNotFound, and whatever decide() throws.
 */
export async function changeCase(cases: Cases, id: string, command: Command): Promise<Case> {
  for (let attempt = 1; ; attempt++) {
    const found = await cases.load(id);
    const events = decide(command, found);
    if (events.length === 0) return found;
    const changed = events.reduce<Case>(evolve, found);
    try {
      await cases.save(changed, found.version);
      return changed;
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt === ATTEMPTS) throw error;
    }
  }
}
