import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { InvalidInput } from '../../domain/errors.ts';
import type { CompiledPolicy } from '../../domain/weighing.ts';
import { loadPolicy } from '../../policy/load.ts';
import { bands } from './bands.ts';
import type { Proposal } from './propose.ts';

/** A factor as a policy file has it. */
export interface DraftedFactor {
  id: string;
  when: string;
  weight: number;
  says: { en: string; 'pt-BR': string };
}

/** The factor that would have said what people decided; its id is none of these. */
export function factorOf(proposal: Proposal, taken: readonly string[]): DraftedFactor {
  const { reason, category, range, way, cases, agreed, weight } = proposal;
  const of = { en: `${agreed} of ${cases}`, 'pt-BR': `${agreed} de ${cases}` };
  return {
    id: freeId(['drafted', reason, category ?? ''].join('-'), taken),
    when: [
      `request.reason == ${celText(reason)}`,
      ...(category === undefined ? [] : [`product.category == ${celText(category)}`]),
      ...(range ? [bands[range.band].when(...limits(range))] : []),
    ].join(' && '),
    weight,
    says:
      way === 'approve'
        ? {
            en: `Requests like this were approved before: ${of.en}.`,
            'pt-BR': `Solicitações como esta já foram aprovadas: ${of['pt-BR']}.`,
          }
        : {
            en: `Requests like this were declined before, or met with something else: ${of.en}.`,
            'pt-BR': `Solicitações como esta já foram recusadas ou atendidas de outra forma: ${of['pt-BR']}.`,
          },
  };
}

/** What the bands of a range begin above and end with. */
export function limits({ band, first, last }: NonNullable<Proposal['range']>) {
  const { ends } = bands[band];
  return [first === 0 ? undefined : ends[first - 1], ends[last]] as const;
}

/** A text in CEL, whatever is in it. */
function celText(text: string): string {
  const escaped = [...text].map((letter) => {
    if (letter === "'" || letter === '\\') return `\\${letter}`;
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x20 || code === 0x7f ? `\\u${code.toString(16).padStart(4, '0')}` : letter;
  });
  return `'${escaped.join('')}'`;
}

const MAX_ID = 60;

function freeId(wanted: string, taken: readonly string[]): string {
  const slug = wanted.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const id = slug.slice(0, MAX_ID).replace(/-+$/, '');
  let free = id;
  for (let number = 2; taken.includes(free); number++) free = `${id}-${number}`;
  return free;
}

/** The factor as it stands in a file's list. */
export function asYaml(factor: DraftedFactor): string {
  return stringify([factor], { lineWidth: 0 });
}

/**
 * A policy's text with one factor more, under a name of its own; every comment stays. Throws InvalidInput where what comes of it is no
 * policy.
 */
export function withFactor(
  text: string,
  { policy }: CompiledPolicy,
  factor: DraftedFactor,
): { text: string; compiled: CompiledPolicy } {
  const version = `${policy.version}-draft`;
  const written = addedInPlace(text, factor, version);
  try {
    if (written !== undefined) return { text: written, compiled: loadPolicy(written, version) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
  }
  // A list in brackets, or one that is laid out in a way of its own, is written anew.
  const document = parseDocument(text);
  document.addIn(['factors'], document.createNode(factor));
  document.set('version', version);
  const anew = document.toString({ lineWidth: 0 });
  return { text: anew, compiled: loadPolicy(anew, version) };
}

/** Written after the last factor, as far in as that one is. Undefined where the factors are no list of lines. */
function addedInPlace(text: string, factor: DraftedFactor, version: string): string | undefined {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return undefined;
  const [factors, name] = [contents.get('factors', true), contents.get('version', true)];
  if (!isSeq(factors) || factors.flow || !isScalar(name) || !name.range) return undefined;
  const [first, last] = [factors.items[0], factors.items.at(-1)];
  if (!isMap(first) || !isMap(last) || !first.range || !last.range) return undefined;
  const dash = text.lastIndexOf('-', first.range[0]);
  const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash);
  const end = text.indexOf('\n', last.range[1] - 1);
  const at = end < 0 ? text.length : end + 1;
  const lines = asYaml(factor).trimEnd().split('\n');
  const added = lines.map((line) => `${indent}${line}\n`).join('');
  const inPlace = `${text.slice(0, at)}${end < 0 ? '\n' : ''}${added}${text.slice(at)}`;
  const [from, to] = name.range;
  return from < at ? `${inPlace.slice(0, from)}${JSON.stringify(version)}${inPlace.slice(to)}` : undefined;
}
