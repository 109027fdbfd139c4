import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parse, parseDocument, type YAMLMap } from 'yaml';
import { businessHoursAfter } from '../../functions/domain/business-hours.ts';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { evaluate } from '../../functions/domain/evaluation.ts';
import {
  type FactName,
  type Facts,
  type FactValue,
  factNames,
  factsOf,
  NOTHING_KNOWN,
} from '../../functions/domain/facts.ts';
import { withChanges } from '../../functions/domain/other-facts.ts';
import { categoryOf, type Policy } from '../../functions/domain/policy.ts';
import { instantAt } from '../../functions/domain/time.ts';
import { checkPolicy } from '../../functions/policy/check/check.ts';
import { AT, aRequest } from '../support/cases.ts';
import { answersComeTo, whoIsAskedFor } from '../support/guide-rounds.ts';
import { defaultPolicyText, GAP } from '../support/policy.ts';

const guide = readFileSync('docs/policy.md', 'utf8');

interface Example {
  given: string;
  comesTo: string[];
}
interface Section {
  title: string;
  yaml: string[];
  examples: Record<'example' | 'mistakes' | 'warnings', Example[]>;
}

const sections = guide
  .split(/^##+ /m)
  .slice(1)
  .map((text): Section => {
    const blocks = (kind: string) =>
      [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, 'gm'))].map(([, inner = '']) => inner);
    const examples = (kind: string) => blocks(kind).flatMap(readExamples);
    return {
      title: text.split('\n', 1)[0] ?? '',
      yaml: blocks('yaml'),
      examples: {
        example: examples('example'),
        mistakes: examples('mistakes'),
        warnings: examples('warnings'),
      },
    };
  });

/** A line says what is given, the indented ones below it what it comes to. */
function readExamples(block: string): Example[] {
  const examples: Example[] = [];
  for (const line of block.trimEnd().split('\n')) {
    if (line.startsWith('  ')) examples.at(-1)?.comesTo.push(line.trim());
    else examples.push({ given: line, comesTo: [] });
  }
  return examples;
}

/** The default policy with what a section changes: of a list whose entries have an id by that, of any other list all of it. */
function policyOf({ yaml }: Section) {
  const document = parseDocument(defaultPolicyText);
  for (const fragment of yaml) merge(document.contents as YAMLMap, parse(fragment));
  return checkPolicy(document.toString(), 'guide.yaml');
}

function merge(into: YAMLMap, changes: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(changes)) {
    const there = into.get(key, true);
    if (isMap(there) && isSection(value)) merge(there, value);
    else if (isSeq(there) && Array.isArray(value) && value.every((one) => isSection(one) && 'id' in one)) {
      for (const entry of value) {
        const same = there.items.find((item) => isMap(item) && item.get('id') === entry.id);
        if (isMap(same)) merge(same, entry);
        else there.add(entry);
      }
    } else into.set(isScalar(key) ? key.value : key, value);
  }
}

function isSection(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The ordinary request of the guide, with the facts that an example names. */
function factsFor(given: string, policy: Policy): Facts {
  const ordinary = factsOf(
    aRequest({ reason: { source: 'unknown' }, deliveredOn: { source: 'order', value: '2026-09-06' } }),
    NOTHING_KNOWN,
    policy,
    AT,
  );
  expect(ordinary.order.daysPastWindow).toBe(27);
  const named = parse(`{${given}}`) as Partial<Record<FactName, FactValue>>;
  const category = named['product.category'];
  const { days, ...flags } = categoryOf(policy, typeof category === 'string' ? category : 'kitchen');
  const kind = {
    ...Object.fromEntries(Object.entries(flags).map(([flag, value]) => [`product.${flag}`, value])),
    'order.windowDays': days,
  };
  const unknown =
    named['order.known'] === false ? { 'customer.ordersOwnAddress': false, 'order.daysPastWindow': 0 } : {};
  const changes = Object.entries({ ...kind, ...unknown, ...named }).map(([fact, to]) => ({
    fact: fact as FactName,
    to,
  }));
  for (const { fact } of changes) expect(factNames).toContain(fact);
  return withChanges(ordinary, changes);
}

const signed = (weight: number) => (weight > 0 ? `+${weight}` : `${weight}`);

function comesTo(given: string, { compiled }: ReturnType<typeof policyOf>, expected: string): string {
  const { policy } = compiled;
  const round = whoIsAskedFor(given, policy) ?? answersComeTo(given, policy);
  if (round !== undefined) return round;
  const [, day = '', time = ''] = /^asked on (\S+) (\S+)$/.exec(given) ?? [];
  if (day) {
    const { timeZone } = policy.shop;
    const level = policy.approval.levels[0];
    const after = (hours = 0) => {
      const due = businessHoursAfter(instantAt(day, time, timeZone), hours, policy.shop);
      return new Date(due).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    };
    return `reminder ${after(level?.reminderHours)}, next level ${after(level?.deadlineHours)}`;
  }
  const { factors, score, route, confidence } = evaluate(compiled, factsFor(given, policy));
  const spoke = factors.map(({ id, weight }) => `${id} ${signed(weight)}`).join(', ');
  // Only some examples say how sure the recommendation is.
  const sure = /, (low|medium|high)$/.test(expected) ? `, ${confidence}` : '';
  return `${spoke} = ${score}: ${route}${sure}`;
}

describe.each(sections.filter(({ examples }) => examples.example.length > 0))(
  'the guide: $title',
  (section) => {
    it.each(section.examples.example)('$given', ({ given, comesTo: [expected = ''] }) => {
      expect(comesTo(given, policyOf(section), expected)).toBe(expected);
    });
  },
);

/** What is said of the default policy with a piece of it replaced, without the file, the line and what is said of it anyway. */
function saidOf(given: string, said: (text: string) => string[]): string[] {
  const [from = '', to = ''] = given.split(' -> ');
  expect(defaultPolicyText).toContain(from);
  const before = said(defaultPolicyText);
  return said(defaultPolicyText.replace(from, () => to))
    .map((line) => line.replace(/^p\.yaml:\d+: /, ''))
    .filter((line) => !before.some((one) => one.endsWith(line)));
}

describe('the guide: what check finds', () => {
  const examples = sections.map((section) => section.examples);

  it.each(examples.flatMap(({ mistakes }) => mistakes))(
    'the mistakes of $given',
    ({ given, comesTo: expected }) => {
      const mistakes = (text: string) => {
        try {
          checkPolicy(text, 'p.yaml');
          return [];
        } catch (error) {
          if (error instanceof InvalidInput) return error.message.split('\n');
          throw error;
        }
      };
      expect(saidOf(given, mistakes)).toEqual(expected);
    },
  );

  it.each(examples.flatMap(({ warnings }) => warnings))(
    'the warnings about $given',
    ({ given, comesTo: expected }) => {
      expect(saidOf(given, (text) => checkPolicy(text, 'p.yaml').warnings)).toEqual(expected);
    },
  );
});

describe('the guide', () => {
  it.each(sections.filter(({ yaml }) => yaml.length > 0))(
    'shows nothing that is not a policy: $title',
    (section) => {
      const { warnings } = policyOf(section);
      expect(warnings.filter((warning) => !GAP.test(warning))).toEqual([]);
    },
  );

  it('describes every fact there is, and no other', () => {
    const table = sections.find(({ title }) => title === 'The facts');
    const start = guide.indexOf(`## ${table?.title}`);
    const rows = guide.slice(start, guide.indexOf('\n## ', start + 1)).match(/^\| `.*?\|/gm) ?? [];
    const named = rows.flatMap((row) => [...row.matchAll(/`([\w.]+)`/g)].map(([, name]) => name));
    expect(named.toSorted()).toEqual(factNames.toSorted());
  });

  it('names every section of the file', () => {
    for (const key of Object.keys(parse(defaultPolicyText)))
      if (key !== 'version') expect(guide).toContain(`\`${key}\``);
  });
});

describe('the default policy', () => {
  it('can switch on whatever it has as a remark', () => {
    const switchedOn = defaultPolicyText
      .replace(
        /^( *)# (businessHours|holidays|customerDays|typeAbove|secondAbove|absences|conflicts|answers|upTo|others|decisions):/gm,
        '$1$2:',
      )
      .replace(/^( *)# {3}( *)(- id: bank|method:|days: 3|approved:)/gm, '$1  $2$3')
      // Four eyes take two people, and absences and conflicts are those of approvers.
      .replace('[head@shop.example]', '[head@shop.example, owner@shop.example]')
      .replaceAll('ana@example.com', 'manager@shop.example');
    expect(switchedOn).not.toMatch(/^ *# \w+:/m);
    const { compiled, warnings } = checkPolicy(switchedOn, 'on.yaml');
    expect(warnings.filter((warning) => !GAP.test(warning))).toEqual([]);
    const { shop, approval, refund, decisions } = compiled.policy;
    expect([shop.holidays.length, approval.levels[0]?.upTo, refund.others[0]?.days]).toEqual([2, 250, 3]);
    expect(decisions.approved?.en).toContain('put this right');
    expect(shop.businessHours?.fri).toBe('09:00-15:00');
    const { customerDays, typeAbove, secondAbove, absences, conflicts, levels } = approval;
    expect([customerDays, typeAbove, secondAbove, levels[0]?.answers]).toEqual([7, 0, 500, 'all']);
    expect([absences[0]?.instead, conflicts[0]?.customers.length]).toEqual(['rui@example.com', 2]);
  });
});
