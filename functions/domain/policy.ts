import * as z from 'zod';
import { Language, languages } from './language.ts';
import { MOST_OFFER_DAYS } from './lifetimes.ts';
import {
  Address,
  Amount,
  BusinessHours,
  Condition,
  Currency,
  fields,
  Holiday,
  Id,
  KeptDays,
  Pattern,
  Sentence,
  TimeZone,
  WaitHours,
} from './policy-fields.ts';
import {
  eachOnce,
  endsAfterItBegins,
  enoughApprovers,
  lastCatchesAll,
  limitsRise,
  namedOnce,
  namesApprovers,
  reminderFirst,
  secondsAreThere,
  speaksItsLanguages,
  waitsFit,
} from './policy-rules.ts';
import { AddressPattern } from './staff.ts';
import { Day, MAX_WAIT_DAYS } from './time.ts';

export type { Sentence } from './policy-fields.ts';

/** What the evaluation recommends. A person decides; the route only says what the guidelines point to. */
export const Route = z.enum([
  'within-policy',
  'approve-as-goodwill',
  'ask-customer',
  'manager',
  'recommend-declining',
]);
export type Route = z.infer<typeof Route>;

const Shop = fields({
  name: z.string().min(1).describe('What customers call the shop'),
  refunds: Address.describe('Where customers write to, and where mails come from'),
  finance: Address.describe('Told when a refund has to be paid'),
  currency: Currency.describe('ISO 4217: USD, BRL'),
  timeZone: TimeZone.describe('IANA: America/New_York. Days and dates are counted in it'),
  orderNumber: Pattern.describe('A regular expression: how order numbers look'),
  languages: z
    .array(Language)
    .min(1)
    .default([...languages])
    .describe('What customers are written to in; every sentence of the file is written in each'),
  language: Language.describe("When a customer's language cannot be told, or is none of the shop's"),
  staffLanguage: Language.describe('The language of the mails to managers and finance'),
  businessHours: BusinessHours.optional(),
  holidays: z.array(Holiday).default([]).describe('Days on which nobody decides'),
  staff: z
    .array(AddressPattern)
    .default([])
    .describe("Who may forward a customer's mail: the case is then the customer's"),
  forms: z
    .array(AddressPattern)
    .default([])
    .describe('Who sends what customers write into a form, with the customer in Reply-To'),
});

const WindowDays = z.int().nonnegative().describe('Days from delivery, else from purchase');

/** What is particular about the products of a category. The flags say nothing by themselves: they are facts for the factors. */
const Category = fields({
  days: WindowDays.optional(),
  returnable: z.boolean().default(true).describe('Whether products of the category are taken back'),
  perishable: z.boolean().default(false).describe('Food, flowers: for the fact product.perishable'),
  digital: z.boolean().default(false).describe('Downloads, keys: for the fact product.digital'),
  hygiene: z.boolean().default(false).describe('Opened cosmetics, underwear: for the fact product.hygiene'),
});
type Category = z.infer<typeof Category>;

const Factor = fields({
  id: Id,
  when: Condition,
  weight: z.number().min(-10).max(10).describe('Above zero speaks for the customer, below against'),
  says: Sentence,
  tells: Sentence.optional().describe(
    'The rule in the words of a customer it counted against, in the mail that does not grant all they asked for; left out: they are not told',
  ),
});

const RouteRule = fields({
  route: Route,
  when: Condition.optional(),
  scoreAtLeast: z.number().optional().describe('The least sum of the weights of the factors that spoke'),
});

const Level = fields({
  name: z.string().min(1),
  approvers: z.array(Address).min(1).describe('Each is asked'),
  answers: z
    .union([z.enum(['first', 'all']), z.int().min(2)], 'first, all, or a number of approvers from 2 on')
    .default('first')
    .describe('How many have to answer alike: the first decides, all of them, or a number such as 2'),
  upTo: Amount.optional().describe('The most this level decides on; what is more starts at a later level'),
  reminderHours: WaitHours,
  deadlineHours: WaitHours.describe('Until the next level is asked'),
}).check(reminderFirst, enoughApprovers);

const Absence = fields({
  approver: Address,
  from: Day,
  until: Day.describe('The last day they are away'),
  instead: Address.optional().describe('Who is asked meanwhile; left out: whoever else is there'),
}).check(endsAfterItBegins);

const Conflict = fields({
  approver: Address,
  customers: z.array(AddressPattern).min(1).describe('Whose requests they never decide on'),
});

const Offer = fields({
  id: Id,
  bonusPercent: z
    .number()
    .min(0)
    .max(100)
    .default(0)
    .describe('Percent on top of the amount asked for: 10 turns 50.00 into 55.00 of credit'),
  upTo: Amount.optional().describe('The largest amount asked for that the offer may stand in for'),
  namedWhenDeclining: z
    .boolean()
    .default(false)
    .describe('Named in a declining mail as something the customer can ask for instead'),
  refundPercent: z
    .number()
    .gt(0)
    .lt(100)
    .optional()
    .describe('Makes it a partial refund: so much of the amount asked for is paid out when it is accepted'),
  name: Sentence,
  says: Sentence,
});

const refundWay = {
  method: Sentence.describe('How the money goes back: "to the card you paid with"'),
  days: z.int().positive().describe('Until it has arrived'),
  statementDays: z
    .int()
    .positive()
    .default(5)
    .describe('Days from the payment until it shows on the statement'),
};

/** The customer reads the shop's own words in place of the product's; what was decided stands above them in any case. */
const Decisions = fields({
  approved: Sentence.optional(),
  'part-approved': Sentence.optional(),
  alternative: Sentence.optional(),
  declined: Sentence.optional(),
});

const Weight = z.number().min(0).max(10);
const Share = z.number().min(0).max(1);

/** What makes two requests alike (domain/likeness.ts reckons it), and when earlier decisions point one way. */
const Precedents = fields({
  weights: fields({
    category: Weight.default(3),
    finalSale: Weight.default(1),
    daysPastWindow: Weight.default(3),
    amount: Weight.default(2),
    earlierRequests: Weight.default(1),
  })
    .prefault({})
    .refine(
      (weights) => Object.values(weights).some((weight) => weight > 0),
      'at least one weight above 0, such as daysPastWindow: 3: nothing would be compared otherwise',
    )
    .describe('How much each counts'),
  farApart: fields({
    daysPastWindow: z.number().positive().default(60),
    amountTimes: z.number().min(1.1).default(4).describe('4: 50.00 and 200.00 are nothing alike'),
    earlierRequests: z.number().positive().default(5),
  })
    .prefault({})
    .describe('From which difference on two are nothing alike'),
  alikeAtLeast: Share.default(0.75).describe('From 0 (nothing alike) to 1 (the same); what is less is none'),
  clearLine: fields({ count: z.int().min(1).max(5).default(4), share: Share.default(0.8) })
    .prefault({})
    .describe('How many precedents, and how large a share of them, make a line that needs a reason to leave'),
});

/** The written guidelines. Data, never code: everything the shop may want to change without an engineer. */
export const Policy = fields({
  version: z.string().min(1).describe('Your name for this version; cases record it'),
  shop: Shop,
  window: fields({
    days: WindowDays,
    categories: z.record(z.string(), Category),
    howToReturn: Sentence.optional().describe('How an ordinary return works, for whoever needs no exception'),
  }),
  factors: z.array(Factor).min(1).check(eachOnce),
  routes: z.array(RouteRule).min(1).check(lastCatchesAll),
  approval: fields({
    answerWithinHours: WaitHours.describe('What the customer is promised'),
    customerDays: z
      .number()
      .positive()
      .max(MAX_WAIT_DAYS)
      .default(7)
      .describe('Days a customer has to answer the question of an approver'),
    objectionDays: z
      .number()
      .min(1)
      .max(MOST_OFFER_DAYS)
      .default(30)
      .describe('Days a customer has to say that a fact is wrong, or to ask that somebody else looks again'),
    typeAbove: z
      .number()
      .nonnegative()
      .max(1e9)
      .default(0)
      .describe('An approval of more than this is confirmed by typing its amount; 0: every one'),
    secondAbove: Amount.optional().describe('An approval of more than this takes a second approver'),
    absences: z.array(Absence).default([]).describe('Days on which an approver is away'),
    conflicts: z.array(Conflict).default([]).describe('Who never decides on whose requests'),
    levels: z.array(Level).min(1).check(limitsRise, namedOnce),
  }).check(secondsAreThere, namesApprovers),
  offers: z.array(Offer).check(eachOnce),
  offerDays: z
    .number()
    .min(1)
    .max(MOST_OFFER_DAYS)
    .default(30)
    .describe('Days a customer has to accept an offer; they are reminded before it runs out'),
  refund: fields({
    ...refundWay,
    paidBy: z
      .enum(['finance', 'payment-system'])
      .default('finance')
      .describe(
        'payment-system: one listens for RefundRequested and pays; finance is told, and pays only what it does not',
      ),
    others: z
      .array(fields({ id: Id, ...refundWay }))
      .default([])
      .check(eachOnce)
      .describe('Other ways than the usual one, for the approver to choose'),
  }),
  decisions: Decisions.prefault({}).describe('What the mail that tells a decision begins with'),
  precedents: Precedents.prefault({}),
  followUp: fields({
    afterDays: z.number().positive().max(MAX_WAIT_DAYS).describe('Days after the decision was told'),
  }),
  retention: fields({
    closedCaseDays: KeptDays.default(730).describe('A case that is over, since the last that happened to it'),
    quarantineDays: KeptDays.default(90).describe('A mail that became no part of a case'),
  })
    .prefault({})
    .describe('Days until personal data goes. Cases that are open stay'),
  review: fields({
    owners: z
      .array(Address)
      .default([])
      .describe('Who answers for the guidelines: they are mailed the report of each month'),
  }).prefault({}),
}).check(speaksItsLanguages, waitsFit);
export type Policy = z.infer<typeof Policy>;
export type Level = z.infer<typeof Level>;
export type Offer = z.infer<typeof Offer>;
export type PrecedentRules = Policy['precedents'];

/** What the policy says of a product category: its return window in days, whether it is taken back, and its flags. */
export function categoryOf(policy: Policy, category: string | undefined): Category & { days: number } {
  const { days, categories } = policy.window;
  const named = category !== undefined && Object.hasOwn(categories, category);
  const { days: own, ...flags } = (named ? categories[category] : undefined) ?? ORDINARY;
  return { days: own ?? days, ...flags };
}

/** The category that allows least: what an order of several counts as. One that is not taken back, else the shortest window. */
export function strictestCategory(policy: Policy, categories: readonly string[]): string | undefined {
  const strictness = (category: string) => {
    const { returnable, days } = categoryOf(policy, category);
    return returnable ? days : -1;
  };
  return categories.toSorted((one, other) => strictness(one) - strictness(other))[0];
}

const ORDINARY: Category = { returnable: true, perishable: false, digital: false, hygiene: false };
