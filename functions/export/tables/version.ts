import { must } from './column.ts';

/**
 * Raised whenever a column is added. None is ever removed, renamed or given another meaning: what was written down in a query stays
 * true of old files and new ones.
 */
export const SCHEMA_VERSION = 3;

export const version = must('schema_version', 'integer', 'The version of these columns.');
