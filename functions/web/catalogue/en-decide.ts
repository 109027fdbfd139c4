/** What the page that asks for a decision says, in English. */
export const decide = {
  title: (reference: string) => `Your decision on ${reference}`,
  heading: 'A refund request needs your decision',
  belongs: (person: string) => `This page is for ${person}. What is decided here is recorded as theirs.`,
  forwarded:
    'If somebody forwarded it to you, please do not decide here. Ask them to hand the request over to you, below: you then get a link of your own.',
  standsIn: {
    handedOver: (other: string, at: string) => `${other} handed this request over to you on ${at}.`,
    away: (other: string, until: string) => `You answer in place of ${other}, who is away until ${until}.`,
    other: (other: string) => `You answer in place of ${other}, who cannot be asked about this request.`,
  },
  youAreAway: (until: string) =>
    `You said that you are away until ${until}. If you are back, choose “I am away” below and give today as the last day: new requests come to you again.`,
  isBack: 'It is noted that you are back. New requests come to you again.',
  questionOpen: (person: string, at: string, until: string) =>
    `${person} asked the customer a question on ${at}. The request waits for the answer until ${until}.`,
  questionAllTheSame: 'You can decide all the same; the customer is then told at once.',
  toForm: 'Go to the decision',
  wholeMail: 'The whole mail, with what it quotes',
  answers: {
    heading: 'Answers so far',
    none: 'Nobody has answered yet.',
    by: (person: string, at: string) => `${person}, ${at}`,
    several: (count: number) => `Here a decision takes ${count} answers that agree.`,
    second: (limit: string) => `To approve more than ${limit}, a second person has to give the same answer.`,
    outdated: 'Given before the customer told us more, so it does not count any more.',
    again:
      'You had answered before the customer told us more. That answer does not count any more: please answer again.',
    disagree:
      'Everybody has answered, and the answers differ, so nothing is decided. Please talk to each other; whoever changes their mind answers again here.',
    yours:
      'You have answered. There is nothing left for you to do, unless you change your mind before it is decided.',
  },
  news: {
    heading: 'Since you opened this page',
    next: 'Nothing was recorded, because you could not have seen this. Please look at it and choose once more. What you wrote is still there.',
    'customer-wrote': (at: string) => `The customer wrote on ${at}:`,
    attachments: (count: number) => `New attachments, below: ${count}.`,
    evaluated: (route: string) => `The guidelines were applied anew. Recommended: ${route}.`,
    'round-opened': (people: string, at: string) => `${people} were asked on ${at}.`,
    'approver-answered': (person: string, what: string, at: string) =>
      `${person} answered on ${at}: ${what}.`,
    'question-asked': (person: string, at: string) => `${person} asked the customer on ${at}:`,
    'round-resumed': {
      answered: 'The customer has answered the question.',
      unanswered: 'The customer has not answered the question in time.',
      unreachable: 'The question did not reach the customer.',
    },
  },
  preview: {
    button: 'See what the customer will read',
    heading: 'What the customer will read',
    notYet: 'Nothing is recorded yet. The form below is as you filled it in.',
    nothing: 'The customer reads nothing of this.',
    recommended:
      'The customer reads nothing yet. This is more than you can approve, so it goes on as your recommendation to whoever may decide on it.',
    subject: 'Subject:',
    translated: (name: string) => `The same in ${name}. What you wrote yourself is not translated.`,
    together: 'It is sent when enough people have given this answer.',
  },
  formHeading: 'Your decision',
  you: (person: string) => `You are deciding as ${person}.`,
  choose: 'What would you like to do?',
  groups: { decide: 'Decide', other: 'Something else' },
  theirLanguage: (name: string) =>
    `The customer’s mail is in another language than yours: ${name}. What you write to them is sent as you write it.`,
  limit: (limit: string) =>
    `You can approve up to ${limit}. What you approve above that is passed on at once, as your recommendation, to whoever may decide on it.`,
  approveInFull: (amount: string) => `Approve in full: ${amount}`,
  approveAsked: (amount: string) => `Approve what is asked for: ${amount}`,
  amountFromOrder: 'The amount is from the order record.',
  amountFromMail: 'The amount is what the customer says; no order record confirms it.',
  amountIsPart: (paid: string) =>
    `The customer asks for this much of the ${paid} that the order record says was paid.`,
  confirm: 'Type the amount to confirm it',
  confirmHint: 'Programs that open links by themselves do not do that.',
  approveAmount: 'Approve an amount',
  approveAmountHint: 'A part of the price, for example because the product can still be used.',
  amount: 'Amount',
  amountHint: (currency: string) => `In ${currency}, more than zero.`,
  amountOtherHint: (currency: string, other: string) =>
    `In ${currency}, more than zero. For an amount in ${other}, write ${other} before it.`,
  amountLimitHint: (currency: string, limit: string) => `In ${currency}, at most ${limit}.`,
  way: 'How the money goes back',
  wayHint: 'In the words the customer reads.',
  wayTakes: (method: string, days: string) => `${method} (${days})`,
  offerInstead: 'Offer an alternative',
  offerInsteadHint: 'Something in place of the money; the customer may accept it or not.',
  offer: 'Alternative',
  chooseOffer: 'Choose one',
  worth: (name: string, value: string) => `${name}, worth ${value}`,
  code: 'Type the end of the reference to confirm it',
  awayCodeHint: (reference: string) =>
    `The part of ${reference} after the last dash. Not needed where you name a colleague.`,
  codeHint: (reference: string) => `The part of ${reference} after the last dash.`,
  decline: 'Decline',
  declineHint: 'The customer reads your reason as you write it, and the alternatives they can ask for.',
  reason: 'Reason for the customer',
  reasonHint: 'In words you would use if they stood in front of you.',
  ask: 'Ask the customer a question',
  askHint: (days: string) =>
    `Nothing is decided. The request waits up to ${days} for the answer, and you are asked again as soon as it is there.`,
  question: 'Your question',
  questionHint: 'It is sent to the customer as you write it.',
  handOver: 'Hand it over to a colleague',
  handOverHint: 'They are asked in your place, at once.',
  to: 'Their email address',
  toHint: 'They get a mail with a link of their own.',
  why: 'Why, in a few words',
  internalHint: 'Your colleagues read it, the customer does not.',
  conflict: 'Not me: I have a conflict of interest',
  conflictHint: 'Somebody else is asked at once. You are not asked about this customer again.',
  away: 'I am away',
  awayHint: 'Somebody else is asked at once, about this request and about new ones while you are away.',
  until: 'Last day you are away',
  untilHint: 'You are asked again from the day after. Today, or a day before it, says that you are back.',
  instead: 'Email address of a colleague who answers instead (optional)',
  insteadHint: 'Without one, whoever else is asked at your level answers, or the next level.',
  alone:
    'Nobody else could be asked about this request. If you cannot decide it, please name a colleague who can.',
  against: 'If you decide otherwise: why is this one different?',
  againstHint: (line: string) => `${line}. Colleagues read your reason, the customer does not.`,
  againstDeclining: 'When you decline, your reason for the customer is enough.',
  note: 'Note to the customer (optional)',
  noteHint:
    'It is put into the answer as you write it. Where you approve less than was asked for, say why it is this amount.',
  internal: 'Note for your colleagues (optional)',
  submit: 'Confirm and record',
  final:
    'When you decide, the customer is told right after this. A decision counts once and cannot be changed here.',
  finalWithin: (limit: string) =>
    `When you decide, the customer is told right after this. A decision counts once and cannot be changed here. If you approve more than ${limit}, it goes on as your recommendation, and the customer is told nothing yet.`,
  trap: 'Please leave this empty',
  errorTitle: 'Error',
  errors: {
    summary: 'Nothing has been recorded yet. Please look at this again:',
    stale:
      'We could not tell that this came from our own page, so nothing was recorded. Please choose again and send the form once more.',
    choice: 'Choose what you would like to do.',
    noFullAmount: 'The amount is not known, so it cannot be approved in full. Approve an amount instead.',
    confirm: (amount: string) => `To approve in full, type the amount, ${amount}.`,
    amount: (example: string) => `Enter the amount, for example ${example}.`,
    unreadableAmount: (text: string, example: string) =>
      `“${text}” is not an amount. Write it like ${example}.`,
    zero: 'Enter an amount of more than zero, or decline.',
    tooMuch: (limit: string) =>
      `The amount can be at most ${limit}, which is what the order record says was paid.`,
    tooMuchWithoutOrder: (limit: string) =>
      `No order record says what was paid, so the amount can be at most ${limit} here. Look for a missing decimal mark.`,
    way: 'Choose how the money goes back.',
    offer: 'Choose the alternative you offer.',
    awayCode: (reference: string) =>
      `To be noted as away or back, type the part of ${reference} after the last dash.`,
    code: (reference: string) => `To offer it, type the part of ${reference} after the last dash.`,
    note: 'Write in a few words at least why it is this amount: the customer reads it.',
    reason: 'Write the reason in a few words at least: the customer reads it.',
    question: 'Write your question in a few words at least: the customer reads it.',
    isAsked: 'The customer is being asked a question already. Wait for the answer, or decide.',
    address: 'Enter the email address of a colleague.',
    yourself: 'This is your own address. Name somebody else.',
    notStaff: (address: string) => `${address} is not the address of a colleague who can decide.`,
    hasAnswered: (address: string) => `${address} has answered already. Name somebody else.`,
    isAskedToo: (address: string) => `${address} is asked about this already. Name somebody else.`,
    mayNot: (address: string) =>
      `${address} cannot take this over: they are away, or must not decide about this customer. Name somebody else.`,
    why: 'Write why in a few words, for your colleagues.',
    conflict: 'Write in a few words what the conflict is, for your colleagues.',
    nobodyElse:
      'Nobody else could be asked about this request. Choose “Hand it over to a colleague” and name one.',
    nobodyInstead: 'Nobody else could be asked about this request. Name a colleague who answers instead.',
    until: 'Enter the last day you are away, within a year.',
    against: (line: string) =>
      `${line}. Say why this one is different, so that like cases are treated alike.`,
    tooLong: (limit: string) => `Please write at most ${limit} characters.`,
  },
};
