import {
  type Alias,
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type ParsedNode,
  visit,
} from 'yaml';

/** Where in a text something is wrong (its offset, and the fields that lead to it), and what would be right. */
interface Mistake {
  at: number;
  path: PropertyKey[];
  message: string;
}

/** A policy repeats itself less than this; files that are made to fill the memory do so more. */
const MOST_ALIASES = 100;

/** What is wrong with a text as YAML, whatever it was meant to say. */
export function mistakesIn(document: Document.Parsed, text: string): Mistake[] {
  const told = ({ at, message }: Omit<Mistake, 'path'>): Mistake => {
    return { at, path: pathTo(document.contents, at), message };
  };
  const broken = document.errors.map(({ code, pos: [at], message }): Mistake => {
    if (code === 'MULTIPLE_DOCS') return { at, path: [], message: ANOTHER_DOCUMENT };
    return told({ at, message: right[code] ?? `is no YAML: ${message}` });
  });
  const tags = document.warnings
    .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
    .map(({ pos: [from, to] }) => {
      const tag = text.slice(from, to);
      const message = `${tag} begins with !, which YAML keeps for itself: put all of it in quotes, "${tag} ..."`;
      return told({ at: from, message });
    });
  // What aliases stand for can only be told where the rest is in order.
  return broken.length + tags.length > 0 ? [...broken, ...tags] : aliasMistakes(document).map(told);
}

const ANOTHER_DOCUMENT = 'another document begins here, and a policy is one: remove the line with ---';

/** What would be right, by the code of the yaml library's error. */
const right: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'stands twice in this section: keep one of them',
  TAB_AS_INDENT: 'is indented with a tab; YAML takes spaces, two for each step',
  BLOCK_AS_IMPLICIT_KEY:
    'a field stands where a value is expected: put a text with a colon in quotes, and indent fields of one section alike',
  BAD_INDENT: 'is not indented like the lines it belongs to: fields of one section begin below each other',
};

function aliasMistakes(document: Document.Parsed): Array<Omit<Mistake, 'path'>> {
  const aliases: Array<{ alias: Alias; inside: readonly unknown[] }> = [];
  visit(document, { Alias: (_, alias, inside) => void aliases.push({ alias, inside }) });
  const at = (index: number) => aliases[index]?.alias.range?.[0] ?? 0;
  if (aliases.length > MOST_ALIASES)
    return [
      {
        at: at(MOST_ALIASES),
        message: `a policy has at most ${MOST_ALIASES} aliases (*name): write out what they stand for`,
      },
    ];
  const wrong = aliases.flatMap(({ alias, inside }, index) => {
    const { source } = alias;
    const meant = alias.resolve(document);
    if (!meant)
      return [
        {
          at: at(index),
          message: `*${source} stands for what is named &${source} before it, and nothing is. A text with * in quotes`,
        },
      ];
    if (inside.includes(meant))
      return [{ at: at(index), message: `*${source} stands inside of what it stands for: write it out` }];
    return [];
  });
  if (wrong.length > 0 || aliases.length === 0) return wrong;
  try {
    document.toJS({ maxAliasCount: MOST_ALIASES });
    return [];
  } catch {
    // The one thing that is left: aliases of aliases that stand for more than a machine holds.
    return [
      {
        at: at(aliases.length - 1),
        message: `aliases (*name) stand for too much, one inside the other: write out what they stand for`,
      },
    ];
  }
}

/** The fields that lead to an offset of the text. */
function pathTo(root: ParsedNode | null, at: number): PropertyKey[] {
  const path: PropertyKey[] = [];
  let node: unknown = root;
  while (isCollection(node)) {
    const next: Array<{ step: PropertyKey; value: unknown; from: number }> = isMap(node)
      ? node.items.flatMap(({ key, value }) => {
          const from = isNode(key) ? key.range?.[0] : undefined;
          return from === undefined || !isScalar(key) ? [] : [{ step: String(key.value), value, from }];
        })
      : node.items.flatMap((value, step) => {
          const from = isNode(value) ? value.range?.[0] : undefined;
          return from === undefined ? [] : [{ step, value, from }];
        });
    const inside = next.findLast(({ from }) => from <= at);
    if (!inside) break;
    path.push(inside.step);
    node = inside.value;
  }
  return path;
}
