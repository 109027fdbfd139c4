import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createBoundedParser } from '../../functions/adapters/bounded-parser.ts';
import { readMail } from '../../functions/intake/read-mail.ts';
import { understand } from './reading.ts';

/** What became of one mail: how long each reading took (ms), and the most memory the process had until then (MB). */
export interface Reading {
  name: string;
  ms: number[];
  peakMb: number;
  end: string;
}

/**
 * A process that reads mails from files as intake does, each `times` over, with its thread in it, and prints an `Reading` for
 * each as a line of JSON. One of its own, so that the most memory it ever had is that of reading and of nothing else.
 */
const [times = '1', ...files] = process.argv.slice(2);
const parser = createBoundedParser();
const read = async (raw: Buffer) => {
  const found = await readMail({ parser, rawMails: { get: async () => raw } }, 'bench');
  return 'mail' in found ? understand(found.mail) : found.reason;
};
// A first mail waits for the thread to be loaded.
await read(Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\nhello'));

for (const file of files) {
  const name = basename(file);
  const raw = readFileSync(file);
  const ms: number[] = [];
  let end = '';
  for (let round = 0; round < Number(times); round++) {
    const start = performance.now();
    end = await read(raw);
    ms.push(performance.now() - start);
  }
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const outcome: Reading = { name, ms, peakMb, end };
  console.log(JSON.stringify(outcome));
}
await parser.close();
