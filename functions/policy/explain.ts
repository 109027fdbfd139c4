import type * as z from 'zod';

/** What would be right in place of what a file says, in words a person who is no programmer reads. For zod's `error`. */
export function explain(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const right = kinds[issue.expected] ?? issue.expected;
      return issue.input === undefined
        ? `is missing; it has to be ${right}`
        : `has to be ${right}, not ${shown(issue.input)}`;
    }
    case 'invalid_value':
      return `has to be one of ${issue.values.map(String).join(', ')}, not ${shown(issue.input)}`;
    case 'invalid_key':
      return 'is no field here';
    case 'too_small': {
      const least = `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
      if (issue.origin === 'string') return 'has to say something; it is empty';
      return `has to be ${least}${issue.origin === 'array' ? ' (entries)' : `, not ${shown(issue.input)}`}`;
    }
    case 'too_big':
      return `has to be at most ${issue.maximum}, not ${shown(issue.input)}`;
    default:
      return undefined;
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a section with fields of its own',
  record: 'a section with fields of its own',
};

const MAX_SHOWN = 40;

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'a section';
  const text = JSON.stringify(input) ?? 'nothing';
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
