/** What the pages say to somebody who has answered without deciding, or is asked no longer, in English. */
export const answered = {
  title: (reference: string) => `Noted: ${reference}`,
  thanks: 'Thank you. Your answer is noted.',
  already: 'Your answer was noted before',
  more: (count: number) =>
    count === 1
      ? 'One more answer like yours is needed. Until then nothing is decided, and the customer is not told.'
      : `${count} more answers like yours are needed. Until then nothing is decided, and the customer is not told.`,
  waitsFor: (people: string) => `It now waits for ${people}.`,
  disagree:
    'Everybody has answered, and the answers differ. Nothing is decided, and the customer is not told. Everybody who was asked gets a mail that says so.',
  think: 'Please talk to each other. Whoever changes their mind answers again by their link.',
  nobody:
    'Nobody who can be asked at the moment could settle it by answering the same, so those who run this have been told. Nothing is decided, and the customer is not told.',
  change: 'There is nothing left for you to do. Until it is decided, the link lets you change your answer.',
  what: 'Your answer',
};

export const asked = {
  title: (reference: string) => `Question: ${reference}`,
  thanks: 'Your question is on its way',
  already: 'The customer is being asked',
  other: (person: string) => `${person} was faster with a question of their own, so yours was not sent.`,
  until: (until: string) =>
    `The customer gets it by mail. The request waits for the answer until ${until}, and you are asked again as soon as it is there, or when that day has passed.`,
  what: 'The question',
  decide: 'Open the request again',
};

export const passedOn = {
  title: (reference: string) => `Passed on: ${reference}`,
  heading: 'This request has been passed on',
  because: {
    deadline: 'The deadline passed without a decision. Nothing was decided by the wait.',
    recommended: 'More was approved than could be decided there, so it went on as a recommendation.',
    answers: 'The answers that were given did not settle it.',
    left: 'Nobody of those who were asked could answer any more.',
    takenOver: 'It was handed over to somebody of a higher level, who decides now.',
    objected: 'It was decided, and then the customer objected, so it is looked at again.',
    reopened: 'The customer took the request back, and then went on with it.',
  },
  to: (people: string, level: string, at: string) => `It went to ${people} (${level}) on ${at}.`,
  nobody: (level: string, at: string) => `It went to the next level (${level}) on ${at}.`,
  next: 'You do not have to do anything. If you know something that matters, tell them directly.',
  yours: 'You are asked about it again, so you can still decide.',
  open: 'Open the request',
};

export const left = {
  title: (reference: string) => `No longer with you: ${reference}`,
  headings: {
    'handed-over': 'You have handed this request over',
    conflict: 'You are not asked about this request',
    away: 'Somebody else answers this request',
    excluded: 'You are not asked about this request',
    unreachable: 'Our mail did not reach you',
  },
  says: {
    'handed-over': (at: string) => `You handed it over on ${at}.`,
    conflict: (at: string) => `You named a conflict of interest on ${at}, so somebody else decides.`,
    away: (at: string) => `On ${at} we learned that you are away, so somebody else decides.`,
    excluded: (_: string) =>
      'Somebody else decides about this customer: the guidelines say so, or you named a conflict of interest in another request.',
    unreachable: (at: string) =>
      `A mail to you came back on ${at}, so that somebody else was asked in your place.`,
  },
  note: 'What you wrote about it',
  with: (people: string) => `It is now with ${people}.`,
  nobody: 'Nobody could be asked yet; those who run this have been told.',
  next: 'You do not have to do anything here.',
  mail: 'They are asked by mail.',
  until: (until: string) => `You are away until ${until}; new requests go to somebody else until then.`,
  notAway: 'That is so for this request only. No absence of yours is noted, and new requests come to you.',
  back: 'Your absence',
  day: 'Last day you are away',
  dayHint: 'Today, or a day before it, says that you are back. This request stays where it is.',
  change: 'Change it',
};
