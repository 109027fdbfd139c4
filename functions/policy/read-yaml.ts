import { isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { explain } from './explain.ts';
import { mistakesIn } from './yaml-mistakes.ts';

/** What is to be said of one place of a file. */
export interface Remark {
  line: number;
  /** `guidelines.yaml:12: approval.levels[0].name: what is to be said` */
  text: string;
}

/** What a YAML file holds, and how to speak of a place in it: of the line of a field, or of the nearest that is there. */
export interface YamlFile {
  content: unknown;
  remark(path: readonly PropertyKey[], message: string): Remark;
}

/** Reads YAML. Throws InvalidInput with a line for everything that is no YAML. */
export function parseYaml(text: string, fileName: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes = mistakesIn(document, text).map(({ at, path, message }) => {
    const { line } = lines.linePos(at);
    return { line, text: `${fileName}:${line}: ${describe(path)}: ${message}` };
  });
  if (mistakes.length > 0) throw new InvalidInput(inOrder(oneOnALine(mistakes)).join('\n'));
  return {
    content: document.toJS(),
    remark: (path, message) => {
      const line = lineOf(document.contents, document.getIn.bind(document), lines, path);
      return { line, text: `${fileName}:${line}: ${describe(path)}: ${message}` };
    },
  };
}

/** The content of a file as a schema describes it, or every mistake in it. */
export function readShape<S extends z.ZodType>(
  file: YamlFile,
  schema: S,
): { value: z.output<S>; mistakes: [] } | { value?: never; mistakes: Remark[] } {
  const read = schema.safeParse(file.content, { error: explain });
  if (read.success) return { value: read.data, mistakes: [] };
  const mistakes = read.error.issues.flatMap((issue) =>
    placesOf(issue).map((path) => file.remark(path, issue.message)),
  );
  return { mistakes };
}

/** What follows from a mistake stands on its line, most often, and says nothing more. */
function oneOnALine(remarks: readonly Remark[]): Remark[] {
  return remarks.filter(({ line }, index) => remarks.findIndex((one) => one.line === line) === index);
}

/** Remarks as they are read: in the order of the file, one on a line. */
export function inOrder(remarks: readonly Remark[]): string[] {
  return remarks.toSorted((one, other) => one.line - other.line).map(({ text }) => text);
}

/** Where a mistake is: a field that should not be there stands where it is, not where its section begins. */
function placesOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** The line of a field, or of the nearest enclosing field that is there. */
function lineOf(
  root: ParsedNode | null,
  getIn: (path: Iterable<unknown>, keepScalar: boolean) => unknown,
  lines: LineCounter,
  path: ReadonlyArray<PropertyKey>,
): number {
  for (let length = path.length; length > 0; length--) {
    const node = getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return root?.range ? lines.linePos(root.range[0]).line : 1;
}

function describe(path: ReadonlyArray<PropertyKey>): string {
  if (path.length === 0) return 'the file';
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}
