import { isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { explain } from './explain.ts';

/** A value read from YAML that can say on which line each of its fields stands. */
export interface YamlFile<T> {
  value: T;
  /** `guidelines.yaml:12: approval.levels[0].name`, for messages. */
  where(path: ReadonlyArray<PropertyKey>): string;
}

/** Reads YAML and checks it against a schema. Throws InvalidInput with a line for every mistake, each naming line and field. */
export function readYaml<S extends z.ZodType>(
  text: string,
  fileName: string,
  schema: S,
): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(
      ({ pos, message }) => `${fileName}:${lines.linePos(pos[0]).line}: ${message}`,
    );
    throw new InvalidInput(mistakes.join('\n'));
  }
  const where = (path: ReadonlyArray<PropertyKey>) => {
    const line = lineOf(document.contents, document.getIn.bind(document), lines, path);
    return `${fileName}:${line}: ${describe(path)}`;
  };
  const read = schema.safeParse(document.toJS(), { error: explain });
  if (read.success) return { value: read.data, where };
  const mistakes = read.error.issues.flatMap((issue) =>
    placesOf(issue).map((path) => `${where(path)}: ${issue.message}`),
  );
  throw new InvalidInput(mistakes.join('\n'), { cause: read.error });
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
