import type { Day } from '../domain/time.ts';

/** Where exported files are kept: a bucket, or a folder. Paths have slashes. */
export interface ExportFiles {
  /** The days that have a partition, in any order. */
  days(): Promise<Day[]>;
  /** The SHA-256 of a file in hexadecimal, or undefined where there is none. */
  digest(path: string): Promise<string | undefined>;
  /** Puts a file of this machine in a place as a whole: a reader finds the old one or the new one. */
  replace(path: string, file: string, digest: string): Promise<void>;
  /** A small text, or undefined where there is none. */
  readText(path: string): Promise<string | undefined>;
  /** Replaces a small text as a whole. */
  writeText(path: string, text: string): Promise<void>;
}
