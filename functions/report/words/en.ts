/** How long the return window was over, as analysts' queries call it. */
const late: Record<string, string> = {
  unknown: '',
  'still open': 'within the window',
  '1 to 14 days': '1 to 14 days past the window',
  '15 to 30 days': '15 to 30 days past the window',
  '31 to 90 days': '31 to 90 days past the window',
  'more than 90 days': 'more than 90 days past the window',
};

/** The words of the monthly report in English; the shape that every language has to have. Numbers come in as people read them. */
export const en = {
  title: (month: string) => `Refund requests in ${month}`,
  made: (day: string, shop: string, until: string | undefined) =>
    `${shop}, made on ${day}${until ? `, as exported until ${until}` : ''}. Months and days are those of UTC.`,
  standsOut: 'What stands out',
  nothingStandsOut: 'Nothing that is beyond chance stands out in this month.',
  numbers: 'The numbers behind this',
  month: 'Month',
  total: 'Total',
  none: '–',
  unknown: 'not known',
  unknownProduct: 'product not known',
  tooFew: (count: number, what: string) =>
    `${what}: ${count === 0 ? 'none' : `only ${count}`}, which is too few to tell.`,
  chance: 'The bands show the range in which the true value lies, in 19 of 20 such reports.',
  /** `as`: of what is counted `many`, of money `much`. */
  compared: {
    more: (share: string, month: string) => `, ${share} more than in ${month}`,
    less: (share: string, month: string, as: 'many' | 'much') =>
      `, ${share} ${as === 'many' ? 'fewer' : 'less'} than in ${month}`,
    twice: (month: string, as: 'many' | 'much') => `, twice as ${as} as in ${month}`,
    times: (times: string, month: string, as: 'many' | 'much') => `, ${times} times as ${as} as in ${month}`,
    half: (month: string, as: 'many' | 'much') => `, half as ${as} as in ${month}`,
    same: (month: string, as: 'many' | 'much') => `, about as ${as} as in ${month}`,
  },
  volumes: {
    heading: 'What came in and how it ended',
    nothing: (month: string) => `Nothing came in and nothing was decided in ${month}`,
    title: (opened: string, compared: string, decided: string) => `${opened} came in${compared}; ${decided}`,
    opened: (count: number, shown: string) => (count === 1 ? 'One request' : `${shown} requests`),
    noDecision: 'none was decided',
    one: { approved: 'one was decided, and approved', not: 'one was decided, and not approved' },
    decided: (shown: string, share: string) => `${share} of the ${shown} decided were approved`,
    waiting: (count: number, shown: string) =>
      count === 0
        ? 'Nobody waited for an answer when the month ended.'
        : `When the month ended, ${count === 1 ? 'one customer' : `${shown} customers`} still waited for an answer.`,
    withdrawn: (count: number, shown: string) =>
      count === 0 ? '' : `${count === 1 ? 'One request was' : `${shown} were`} taken back.`,
    plot: 'First decisions by month and by what was decided; appeals are told of below. The lines across the columns are the requests that came in.',
    first: 'There is no month before it to compare with.',
    columns: { opened: 'Came in', decided: 'Decided', withdrawn: 'Taken back' },
  },
  waits: {
    heading: 'How long people waited',
    title: (hours: string, missed: string) =>
      `Half of the customers had their decision within ${hours}; ${missed}`,
    missed: (count: number, shown: string, share: string) =>
      count === 0
        ? 'every promised day was kept'
        : `the promised day was missed for ${count === 1 ? 'one of them' : `${shown} of them`} (${share})`,
    deadlines: (share: string, before: string) =>
      `The deadline of an approver passed in ${share} of this month’s requests; in the five months before it was ${before}.`,
    slow: (level: string, hours: string, other: string, others: string) =>
      `Within three months, level ${level} took ${hours} for a decision (the median), level ${other} took ${others}.`,
    plot: 'Time from the customer’s mail to the first decision, by month: half had theirs within the lower line, 9 of 10 within the upper.',
    half: 'half',
    most: '9 of 10',
    few: 'Decisions in this month',
    columns: {
      cases: 'Decided',
      half: 'Half within',
      most: '9 of 10 within',
      missed: 'Promised day missed',
      share: 'Share missed',
      asked: 'Asked',
      requests: 'Requests',
      reminded: 'Approver reminded',
      passedOn: 'Passed on',
      overdue: 'Nobody left to ask',
    },
    approvers: 'Deadlines of approvers, by the month in which the request came in',
    levels: 'By level, over three months, from being asked',
    level: 'Level',
  },
  money: {
    heading: 'What it cost',
    title: (amounts: string, compared: string) => `Goodwill of ${amounts} was granted${compared}`,
    nothing: 'No money was granted as goodwill',
    says: 'Goodwill is money beyond what the ordinary return policy owes.',
    plot: (currency: string) => `Goodwill granted by month, in ${currency}.`,
    reasons: 'By reason, in this month',
    columns: { reason: 'Reason', cases: 'Refunds', amount: 'Granted', mean: 'On average' },
  },
  opinions: {
    heading: 'What customers said',
    title: (share: string, answers: string) =>
      `${share} of the ${answers} customers who answered were satisfied`,
    scale: 'Satisfied is a score of 4 or 5, dissatisfied one of 1 or 2. Over three months.',
    low: (outcome: string, share: string, others: string) =>
      `Within three months, ${share} were dissatisfied where the decision was “${outcome}”; of all others, ${others}.`,
    plot: 'The share of satisfied customers by how their request was decided.',
    few: 'Answers from customers in three months',
    columns: {
      outcome: 'Decision',
      answers: 'Answers',
      satisfied: 'Satisfied',
      dissatisfied: 'Dissatisfied',
      mean: 'Mean score',
    },
  },
  departures: {
    heading: 'Where people decide otherwise',
    title: (share: string, count: string) =>
      `In ${share} of ${count} decisions, people decided otherwise than the guidelines pointed`,
    few: 'Decisions for which the guidelines pointed one way, in this month',
    more: (share: string, before: string) =>
      `People decided otherwise than the guidelines pointed in ${share} of this month’s cases; in the year before it was ${before}.`,
    policy: (policy: string, share: string, former: string, before: string) =>
      `Since the guidelines ${policy} came into use, people follow ${share} of the recommendations; under those before, ${former}, it was ${before}.`,
    lines: (count: number, of: string, shown: string) =>
      count === 0
        ? `Of ${of} cases with a clear line of earlier ones, all were decided along it.`
        : `Of ${of} cases with a clear line of earlier ones, ${count === 1 ? 'one was' : `${shown} were`} decided against it.`,
    noLines: 'No case had a clear line of earlier ones.',
    plot: 'The share of decisions that left the recommendation, by month.',
    declined: 'not granted',
    approved: 'granted',
    columns: {
      pointed: 'With a recommendation',
      declined: 'Not granted though recommended',
      approved: 'Granted though not recommended',
      share: 'Share',
      policy: 'Guidelines',
      lined: 'With a clear line',
      offLine: 'Against it',
    },
    policies: 'By guidelines, over a year',
  },
  managers: {
    heading: 'Like cases, other approvers',
    title: 'No approver differs clearly (by more than 10 points) from colleagues on like cases',
    some: (count: number, shown: string) =>
      `${count === 1 ? 'One approver decides' : `${shown} approvers decide`} otherwise than colleagues on like cases`,
    few: 'Approvers with enough like cases to compare',
    range: (low: string, high: string) => `${low} to ${high}`,
    found: (who: string, share: string, cases: string, expected: string) =>
      `Within a year, approver ${who} approved ${share} of ${cases} cases; colleagues approved about ${expected} of like ones.`,
    two: (points: string) =>
      `Within a year, two approvers differ by ${points} points on like cases; the numbers cannot say which is right.`,
    twoTitle: 'Two approvers differ on like cases, and there is nobody else to compare them with',
    fair: 'Like cases have the same reason and recommendation, were decided by the same level, and have a like score and amount. Each approver is compared with colleagues who are not themselves apart from most. A difference is a reason to talk, not a verdict: an approver may have other kinds of cases in ways that these do not show.',
    plot: 'How many more or fewer cases each approver granted than colleagues did on like ones, in percentage points, over a year.',
    columns: {
      who: 'Approver',
      cases: 'Like cases',
      approved: 'Approved',
      expected: 'Colleagues would have',
      difference: 'Difference',
      range: 'Range (19 of 20)',
    },
  },
  appeals: {
    heading: 'Decisions that were looked at again',
    title: (changed: string, shown: string, count: number) =>
      `${changed} of ${shown} ${count === 1 ? 'appeal' : 'appeals'} within a year changed the decision`,
    none: 'No appeal has been answered',
    more: (month: string, changed: string, count: string, others: string) =>
      `Of the requests of ${month}, ${changed} of ${count} appeals changed the decision; of the other months of the year it was ${others}. It may be worth seeing what the first decisions had missed.`,
    plot: 'Appeals by the month in which the request came in, and how many of them changed the decision in the customer’s favour. Those of the newest months are not all answered.',
    changed: 'changed',
    kept: 'kept',
    columns: { cases: 'Appeals answered', changed: 'Decision changed', share: 'Share' },
  },
  exceptions: {
    heading: 'Exceptions that have become the rule',
    title: 'No exception is granted so steadily that it is the rule',
    some: (count: number, shown: string) =>
      count === 1 ? 'One exception has become the rule' : `${shown} exceptions have become the rule`,
    found: (what: string, approved: string, cases: string) =>
      `${what}: of ${cases} exceptions decided in the last half year, ${approved} were approved.`,
    rule: 'What is approved this steadily is the policy in fact. If it is meant to be, the guidelines can say so, and nobody has to ask:',
    command: 'drafts the factor, and shows what it would have decided and cost.',
    plot: 'Exceptions that the guidelines left open or pointed away from: the share that was approved, of those decided in the last half year.',
    few: 'Kinds of exceptions with enough decisions to tell',
    columns: {
      what: 'What',
      cases: 'Decided',
      approved: 'Approved',
      earlier: 'Of the earlier half',
      later: 'Of the later half',
    },
    past: (window: string) => late[window] ?? window,
  },
  subjects: {
    heading: 'Unusual rises',
    title: 'Nothing was asked about more often than usual',
    some: (count: number, shown: string) =>
      count === 1
        ? 'One thing was asked about far more often than usual'
        : `${shown} things were asked about far more often than usual`,
    found: (what: string, count: string, usual: string) =>
      `${what}: ${count} requests, where about ${usual} are usual.`,
    first: 'There are not enough months before it to know what is usual',
    plot: (what: string) => `Requests by month: ${what}.`,
    usual: 'about usual',
    columns: { what: 'About', cases: 'Requests', usual: 'Usual', times: 'Times as many', share: 'Share' },
    most: 'What requests were about most',
  },
  repeats: {
    heading: 'Customers who ask again',
    title: (customers: number, shown: string, often: number, share: string) =>
      `${customers === 1 ? 'One customer has' : `${shown} customers have`} asked ${often} times or more within a year: ${share} of this month’s requests`,
    none: (often: number) => `No customer of this month has asked ${often} times or more within a year`,
    says: 'Nobody is refused for asking often. Those who ask most are shown by pseudonym: an analyst can see what they asked for.',
    plot: 'Customers of this month by how often they asked within a year.',
    times: (count: number, shown: string) => (count === 1 ? 'Once' : `${shown} times`),
    timesOrMore: (shown: string) => `${shown} times or more`,
    columns: {
      requests: 'Requests in a year',
      customers: 'Customers',
      lately: 'Requests in this month',
      approved: 'Approved',
      customer: 'Customer',
    },
    most: 'Who asked most often',
  },
};
export type Words = typeof en;
