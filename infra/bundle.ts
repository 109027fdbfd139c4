import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';

/** The deployed functions; each has its handler in `functions/<name>/handler.ts`. */
export const functionNames = [
  'intake',
  'quarantine',
  'review-quarantine',
  'evaluate',
  'request-approval',
  'escalate',
  'look-after',
  'follow-through',
  'confirm-refund',
  'delivery-events',
  'send-held',
  'take-up',
  'notify',
  'report-failure',
  'web',
  'import-orders',
  'export',
  'report',
  'forget',
  'publish-policy',
  'rotate-keys',
] as const;
export type FunctionName = (typeof functionNames)[number];

/** Threads a function starts; each is a file of its own beside the handler. */
const parsing = { 'parse-worker': join('functions', 'adapters', 'parse-worker.ts') };
const threads: Partial<Record<FunctionName, Record<string, string>>> = {
  intake: parsing,
  'review-quarantine': parsing,
};

export interface Bundle {
  /** Folder that holds `index.mjs`, and the function's threads. */
  directory: string;
  bytes: number;
  metafile: Metafile;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** What would be in a bundle twice: npm lays the same version into two folders, and ESM and CommonJS are two files. */
const once = {
  'iconv-lite': join(root, 'node_modules/mailparser/node_modules/iconv-lite'),
  'html-to-text': join(root, 'node_modules/html-to-text/lib/html-to-text.mjs'),
};

/** CommonJS dependencies call `require` for Node's own modules, which an ES module does not have. */
const REQUIRE =
  "import{createRequire as goodwillRequire}from'node:module';const require=goodwillRequire(import.meta.url);";

/** Bundles a function with everything it needs, the AWS SDK included. Throws what esbuild found wrong. */
export function bundleFunction(name: FunctionName, outDir = join(root, '.build', 'functions', name)): Bundle {
  return bundle({ index: join('functions', name, 'handler.ts'), ...threads[name] }, outDir);
}

/** Bundles files (from the repository's root, by the name of what is made of each) as functions are bundled. */
export function bundle(
  files: Readonly<Record<string, string>>,
  outDir: string,
  alias: Readonly<Record<string, string>> = once,
): Bundle {
  mkdirSync(outDir, { recursive: true });
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: files,
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    minify: true,
    // The names of error classes are what the state machine retries and catches by, and what logs say.
    keepNames: true,
    sourcemap: false,
    legalComments: 'none',
    charset: 'utf8',
    banner: { js: REQUIRE },
    metafile: true,
    logLevel: 'silent',
  });
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  return { directory: outDir, bytes, metafile };
}
