import type { Log } from '../../functions/domain/ports.ts';

/** One readable line an event, for the person at the terminal. */
export function createTerminalLog(write: (line: string) => void = (line) => console.error(line)): Log {
  const line =
    (mark: string) =>
    (message: string, fields: Record<string, unknown> = {}) => {
      const details = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
      write([new Date().toTimeString().slice(0, 8), mark, message, ...details].filter(Boolean).join(' '));
    };
  return {
    info: line(''),
    warn: line('warning:'),
    error: line('ERROR:'),
    // What a metric counts is logged by the same call site; an alarm has nobody else to wake on this machine.
    count: () => {},
  };
}
