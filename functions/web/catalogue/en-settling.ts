/** What the pages say once it is decided: to whoever pays, and to customers who choose an offer or object, in English. */
export const refund = {
  title: (amount: string, reference: string) => `Refund of ${amount} (${reference})`,
  heading: 'A refund to pay',
  failedBefore: (at: string) => `On ${at} we were told that it could not be paid:`,
  form: 'Has it been paid?',
  paid: 'It is paid',
  paidHint: 'The money has left. The customer is told right away, with the payment reference.',
  reference: 'Payment reference',
  referenceHint:
    'As your bank or payment system shows it. The customer’s bank finds the payment by it. No account or card numbers.',
  failed: 'It could not be paid',
  failedHint: 'Whoever decided hears why, so that it can be cleared up. You are asked again.',
  why: 'Why not',
  whyHint: 'For example: the card is closed. Colleagues read this, the customer does not.',
  submit: 'Record it',
  after: 'A payment counts once. What is recorded as paid cannot be changed here.',
  errors: {
    outcome: 'Choose whether it is paid or could not be paid.',
    reference: 'Type the reference of the payment, such as the number your bank gave it.',
    referenceLong: (limit: string) => `A payment reference has at most ${limit} characters.`,
    referenceSigns:
      'A payment reference has letters or digits and is one line. Please copy it from the payment.',
    why: 'Say in a few words why it could not be paid.',
  },
  thanks: 'Thank you. It is recorded as paid.',
  already: 'This refund is recorded as paid',
  told: 'The customer is told by mail.',
  nothingToDo: 'There is nothing left for you to do here.',
  recorded: 'What is recorded',
  payment: 'Payment reference',
  by: 'Confirmed by',
  at: 'Confirmed on',
  otherwise: {
    heading: 'What you say differs from what is recorded',
    paid: (reference: string) => `You gave the reference ${reference}. Nothing was changed.`,
    failed: 'You said that it could not be paid. Nothing was changed.',
    next: 'If the money left twice, or never left, please clear it up with whoever confirmed it. Those who run this have been told.',
  },
  failedThanks: 'Thank you. Your reason is recorded.',
  failedAlready: 'We have this reason already',
  failedNext: (person: string) =>
    `${person} is told by mail why it could not be paid. The money is still owed: you are asked again.`,
  failedReason: 'Why it could not be paid',
  payNow: 'Has it been paid after all? Say so here',
};

export const offers = {
  title: (reference: string) => `Our offers (${reference})`,
  heading: 'What we can offer you',
  intro: (until: string) =>
    `You can choose until ${until}. Take your time: nothing is chosen until you send it.`,
  legend: 'Your choice',
  none: 'None of these, thank you',
  noneHint: 'That is fine. Nothing else changes.',
  confirm: 'This is my answer',
  submit: 'Send my answer',
  once: 'You can choose once. If you would like to ask something first, reply to our mail.',
  errors: {
    offer: 'Choose one of the offers, or none of them.',
    confirm: 'Tick the box to tell us that this is your answer.',
  },
  next: 'What happens now',
  acceptedTitle: 'Thank you, we have your answer',
  acceptedBefore: (day: string) => `You have chosen already, on ${day}`,
  chosen: 'You chose',
  otherwise: 'You can choose once, so your first choice stands. If you need it changed, reply to our mail.',
  mail: 'You get this by mail, too.',
  declinedTitle: 'Thank you for telling us',
  declinedBefore: (day: string) => `You have answered already, on ${day}`,
  declined: 'You chose none of our offers. There is nothing more for you to do.',
  changed: 'If you change your mind, reply to one of our mails and a person answers you.',
  expiredTitle: 'These offers have ended',
  expired: (day: string) =>
    `You could choose until ${day}. We are sorry: they cannot be chosen here any more.`,
  expiredNext: (reference: string) =>
    `If one of them would still help you, reply to one of our mails about ${reference} and say which. A person reads it and answers you.`,
  asideTitle: 'These offers are on hold',
  aside: {
    looking: (day: string | undefined) =>
      `You asked us to look at your request again, and a person does. ${day ? `You get our answer by mail by ${day}.` : 'You get our answer by mail.'} It says what we can offer you then.`,
    decided:
      'You asked us to look at your request again, and we have. What our newer mail says is what counts.',
  },
};

export const object = {
  title: (reference: string) => `Something is wrong (${reference})`,
  heading: 'Tell us what is wrong',
  decided: (day: string, outcome: string) => `Your request was decided on ${day}: ${outcome}.`,
  intro: {
    both: (until: string) =>
      `Until ${until} you can correct a fact, or ask for a second look. Each can be done once, so please tell us everything.`,
    fact: (until: string) =>
      `Until ${until} you can correct a fact. It can be done once, so please tell us everything.`,
    decision: (until: string) =>
      `Until ${until} you can ask for a second look. It can be done once, so please tell us everything.`,
  },
  legend: 'What would you like to do?',
  fact: 'A fact is wrong',
  factHint: 'You correct it, and your request is looked at again with it.',
  facts: 'What is right?',
  factsHint: 'Fill in only what we have wrong, and leave the rest empty.',
  have: (value: string) => `We have: ${value}`,
  haveNothing: 'Nothing that we can show here.',
  orderNumber: 'Order number',
  product: 'Product',
  amount: 'Amount you paid',
  amountIn: (currency: string) => `In ${currency}.`,
  purchasedOn: 'Bought on',
  deliveredOn: 'Delivered on',
  reason: 'Why you asked for a refund',
  sameReason: 'As it is',
  reasons: {
    defective: 'It is defective',
    'damaged-in-transit': 'It was damaged on its way to me',
    'wrong-item': 'I was sent the wrong item',
    'not-as-described': 'It is not as it was described',
    'arrived-late': 'It arrived late',
    'never-arrived': 'It never arrived',
    'changed-mind': 'I changed my mind',
    hardship: 'Illness, a loss or hardship',
    'charged-twice': 'I was charged twice',
    'subscription-renewed': 'A subscription renewed by itself',
  },
  says: 'Anything that explains it (optional)',
  decision: 'Please let somebody else look again',
  decisionHint: 'Somebody who has not decided about it before. They do not see what was decided first.',
  why: 'Why should it be looked at again?',
  whyHint: 'Whoever looks at it reads your words as you write them.',
  proof: 'A photo or a receipt helps: reply to one of our mails and attach it. It joins your request.',
  next: (day: string) => `A person looks at it, and you get our answer by mail by ${day}.`,
  once: 'There is one second look. What is decided then is our last answer.',
  submit: 'Send it',
  errors: {
    about: 'Choose what you would like to do.',
    gone: 'This way is not open any more. Please choose the other one.',
    facts: 'Fill in what is right in at least one of the fields.',
    orderNumber: (text: string) =>
      `Order number: “${text}” does not look like one of ours. It is in the mail that confirmed your order.`,
    product: (limit: string) => `Product: write its name in at most ${limit} characters.`,
    amount: (text: string, example: string) =>
      `Amount you paid: “${text}” cannot be read. Write it like ${example}.`,
    day: (field: string, text: string, example: string) =>
      `${field}: “${text}” cannot be read as a day that has been. Write it like ${example}.`,
    beforeBought: 'Delivered on: this is before it was bought. Please correct one of the two days.',
    reason: 'Why you asked for a refund: choose one of the list.',
    same: (field: string) =>
      `${field}: this is what we have already. Leave it empty, or write what is right.`,
    why: 'Tell us why it should be looked at again.',
  },
  thanksTitle: 'Thank you, we look at it again',
  thanks: {
    fact: 'We have corrected it, and your request is looked at again.',
    decision: 'Somebody who has not decided about your request before is looking at it now.',
  },
  answerBy: (day: string) => `You get our answer by mail by ${day}.`,
  answerLate: 'Our answer is taking longer than we said, and we are sorry. You get it by mail.',
  againTitle: 'We are looking at it again',
  since: (day: string) => `You told us on ${day} what is wrong, and a person is looking at your request.`,
  settledTitle: 'Where your request stands',
  settled: {
    late: (day: string) => `You could tell us here until ${day}.`,
    looked: 'We have looked at your request again, as you asked, so the answer stands.',
    chosen: 'You chose one of our offers, so there is nothing to look at again.',
    granted: 'You get everything you asked for, so there is nothing to look at again.',
  },
  more: (reference: string) =>
    `If something is wrong all the same, reply to one of our mails about ${reference}. A person reads it.`,
};
