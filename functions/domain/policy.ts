import * as z from 'zod';
import { Language } from './language.ts';
import { AddressPattern } from './staff.ts';

/** What the evaluation recommends. A person decides; the route only says what the guidelines point to. */
export const Route = z.enum([
  'within-policy',
  'approve-as-goodwill',
  'ask-customer',
  'manager',
  'recommend-declining',
]);
export type Route = z.infer<typeof Route>;

/** A sentence in every language the product speaks. `{order.daysPastWindow}` stands for that fact's value. */
const Sentence = z.record(Language, z.string().min(1));
export type Sentence = z.infer<typeof Sentence>;

const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, such as store-credit');
const Address = z.email('an email address such as manager@shop.example');
const Condition = z.string().min(1);

/** Node and browsers hold a timer for at most 24.8 days; waits stay under it so that the embedded flow is exact. */
export const MAX_WAIT_DAYS = 24;
const WaitHours = z
  .number()
  .positive()
  .max(MAX_WAIT_DAYS * 24);

/** Feedback links and late replies find their case for some weeks; a hundred years is a slip of the pen. */
const KeptDays = z.int().min(30).max(36_500);

const TimeZone = z.string().refine(isTimeZone, 'an IANA time zone such as America/Sao_Paulo');
const Currency = z.string().refine(isCurrency, 'an ISO 4217 currency such as USD or BRL');
const Pattern = z.string().refine(isPattern, 'a regular expression such as SH-\\d{5}');

const Factor = z.strictObject({
  id: Id,
  when: Condition,
  weight: z.number().min(-10).max(10),
  says: Sentence,
});

const RouteRule = z.strictObject({
  route: Route,
  when: Condition.optional(),
  scoreAtLeast: z.number().optional(),
});

const Level = z.strictObject({
  name: z.string().min(1),
  approvers: z.array(Address).min(1),
  deadlineHours: WaitHours,
  reminderHours: WaitHours,
});

/** What is particular about the products of a category. The flags say nothing by themselves: they are facts for the factors. */
const Category = z.strictObject({
  days: z.int().nonnegative().optional(),
  returnable: z.boolean().default(true),
  perishable: z.boolean().default(false),
  digital: z.boolean().default(false),
  hygiene: z.boolean().default(false),
});
type Category = z.infer<typeof Category>;

const Offer = z.strictObject({
  id: Id,
  /** Percent on top of the amount asked for; 10 turns 50.00 into 55.00 of credit. */
  bonusPercent: z.number().min(0).max(100).default(0),
  /** Named in a declining mail as something the customer can ask for instead. */
  namedWhenDeclining: z.boolean().default(false),
  name: Sentence,
  says: Sentence,
});

/** The written guidelines. Data, never code: everything the shop may want to change without an engineer. */
export const Policy = z
  .strictObject({
    version: z.string().min(1),
    shop: z.strictObject({
      name: z.string().min(1),
      refunds: Address,
      finance: Address,
      currency: Currency,
      timeZone: TimeZone,
      orderNumber: Pattern,
      language: Language,
      /** BCP 47 language of the mails to staff. */
      staffLanguage: Language,
      /** Who may forward a customer's mail: the case is then the customer's. */
      staff: z.array(AddressPattern).default([]),
      /** Who sends what customers write into a form, with the customer in Reply-To. */
      forms: z.array(AddressPattern).default([]),
    }),
    window: z.strictObject({
      days: z.int().nonnegative(),
      categories: z.record(z.string(), Category),
    }),
    factors: z.array(Factor).min(1),
    routes: z.array(RouteRule).min(1),
    approval: z.strictObject({ answerWithinHours: WaitHours, levels: z.array(Level).min(1) }),
    offers: z.array(Offer),
    refund: z.strictObject({ method: Sentence, days: z.int().positive() }),
    /** Days until personal data goes. A case that is over: since the last that happened to it. Cases that are open stay. */
    retention: z
      .strictObject({ closedCaseDays: KeptDays.default(730), quarantineDays: KeptDays.default(90) })
      .prefault({}),
    followUp: z.strictObject({ afterDays: z.number().positive().max(MAX_WAIT_DAYS) }),
  })
  .check(({ value, issues }) => {
    const last = value.routes.at(-1);
    if (last && (last.when !== undefined || last.scoreAtLeast !== undefined)) {
      issues.push({
        code: 'custom',
        input: last,
        path: ['routes', value.routes.length - 1],
        message: 'the last route catches every other case, so it has neither `when` nor `scoreAtLeast`',
      });
    }
    for (const [list, items] of [
      ['factors', value.factors],
      ['offers', value.offers],
    ] as const) {
      const seen = new Set<string>();
      items.forEach(({ id }, index) => {
        if (seen.has(id)) {
          issues.push({
            code: 'custom',
            input: id,
            path: [list, index, 'id'],
            message: `"${id}" is used twice`,
          });
        }
        seen.add(id);
      });
    }
    value.approval.levels.forEach((level, index) => {
      if (level.reminderHours < level.deadlineHours) return;
      issues.push({
        code: 'custom',
        input: level.reminderHours,
        path: ['approval', 'levels', index, 'reminderHours'],
        message: 'the reminder comes before the deadline, so reminderHours is less than deadlineHours',
      });
    });
  });
export type Policy = z.infer<typeof Policy>;
export type Level = z.infer<typeof Level>;
export type Offer = z.infer<typeof Offer>;

/** What the policy says of a product category: its return window in days, whether it is taken back, and its flags. */
export function categoryOf(policy: Policy, category: string | undefined): Category & { days: number } {
  const { days, categories } = policy.window;
  const named = category !== undefined && Object.hasOwn(categories, category);
  const { days: own, ...flags } = (named ? categories[category] : undefined) ?? ORDINARY;
  return { days: own ?? days, ...flags };
}
const ORDINARY: Category = { returnable: true, perishable: false, digital: false, hygiene: false };

function isTimeZone(text: string): boolean {
  return succeeds(() => new Intl.DateTimeFormat('en', { timeZone: text }));
}

function isCurrency(text: string): boolean {
  return (
    /^[A-Z]{3}$/.test(text) &&
    succeeds(() => new Intl.NumberFormat('en', { style: 'currency', currency: text }))
  );
}

function isPattern(text: string): boolean {
  return succeeds(() => new RegExp(text, 'iu'));
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
