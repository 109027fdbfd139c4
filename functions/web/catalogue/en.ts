import { decide } from './en-decide.ts';
import { answered, asked, left, passedOn } from './en-left.ts';
import { object, offers, refund } from './en-settling.ts';

/** What the pages say, in English. The shape of this object is what every language has to have. */
export const en = {
  decide,
  answered,
  asked,
  passedOn,
  left,
  refund,
  offers,
  object,
  skip: 'Skip to the content',
  attachments: {
    heading: 'Attachments',
    none: 'Nothing was attached.',
    kinds: { photo: 'Photo', video: 'Video', document: 'Document', other: 'File' },
    decoration: 'Logo or icon of the mail',
    photo: (name: string) => `Photo from the mail: ${name}`,
    disguised: (type: string) =>
      `Take care: the mail calls it ${type}, which it is not. Do not open it unless you know what it is.`,
    outlookParcel:
      'An Outlook parcel (winmail.dat), which we cannot open. Ask for the photos as ordinary attachments.',
    tooLarge: 'Too large to be shown here. It can be downloaded.',
    onlyInMail: 'It is in the mail as it arrived, and cannot be opened here.',
    notKept: (count: number) =>
      `Further attachments that are only in the mail as it arrived, for there were too many or they were too large: ${count}.`,
  },
  decided: {
    title: (reference: string) => `Decided: ${reference}`,
    thanks: 'Thank you. Your decision is recorded.',
    already: 'This request has been decided',
    customerNext: 'The customer is told by mail.',
    byYou: (at: string) => `You decided it on ${at}.`,
    byOther: (person: string, at: string) => `${person} decided it on ${at}.`,
    together: (people: string) => `The same answer came from ${people}.`,
    nothingToDo: 'There is nothing left for you to do here.',
    what: 'What was decided',
    amount: 'Refund',
    before: 'Granted before',
    more: 'Paid in addition',
    nothingMore: 'nothing; what was granted before stays',
    offer: 'Alternative offered',
    reason: 'Reason given to the customer',
    note: 'Note to the customer',
    against: 'Why otherwise than cases like it',
    internal: 'Note for colleagues',
  },
  withdrawn: {
    title: (reference: string) => `Withdrawn: ${reference}`,
    heading: 'The customer has taken this request back',
    says: (at: string) => `They wrote on ${at} that they no longer ask for anything. Nothing was decided.`,
    next: 'You do not have to do anything. Should they change their mind, you are asked again by mail.',
  },
  feedback: {
    title: 'How did it go?',
    intro: 'How satisfied are you with the way we dealt with your request?',
    score: 'Your answer',
    comment: 'Anything you would like to add (optional)',
    commentHint: 'What went well, or what we should do differently.',
    left: 'Is there anything left to put right?',
    leftHint: 'If there is, a person reads what you write above and gets in touch with you.',
    leftIs: { yes: 'Yes', no: 'No' },
    leftNext: 'A person looks at what is left to put right and writes to you.',
    confirm: 'This is my answer',
    confirmHint: 'Mail programs sometimes open links by themselves; with this tick we know that it is you.',
    submit: 'Send my answer',
    errorTitle: 'Error',
    errors: {
      summary: 'Nothing has been recorded yet. Please look at this again:',
      stale:
        'We could not tell that this came from our own page, so nothing was recorded. Please send your answer once more.',
      score: 'Choose one of the five answers.',
      left: 'Choose yes or no, or leave it open.',
      confirm: 'Tick the box to tell us that this is your answer.',
      tooLong: (limit: string) => `Please write at most ${limit} characters.`,
    },
    thanksTitle: 'Thank you',
    thanks: 'Your answer is recorded, and it helps us to do better.',
    recorded: (at: string) => `We have had your answer since ${at}. Here is what you told us:`,
    yourScore: 'Your answer',
    yourComment: 'Your words',
    later: {
      title: 'We are looking at your request again',
      looking: (day: string | undefined) =>
        `You asked us to look at your request again, and a person does. ${day ? `You get our answer by mail by ${day}.` : 'You get our answer by mail.'}`,
      next: 'So we would like to ask you how it went when you have that answer. Nothing was recorded here now.',
    },
    more: (reference: string) => `If there is more to say, reply to one of our mails about ${reference}.`,
  },
  messages: {
    notFound: {
      title: 'This page does not exist',
      text: 'The link may have been cut on its way. Please open it again from the mail, or copy all of it into the address bar.',
    },
    early: {
      title: 'One moment, please',
      text: 'We are still writing down what this page is about. Please open the link again in a minute.',
    },
    expired: {
      title: 'This link has run out',
      text: 'Nothing was changed. If the matter is still open, a newer mail from us carries a new link.',
    },
    attachmentExpired: {
      title: 'This link to an attachment has run out',
      text: 'Please open the request with the link in the mail: as long as it waits for you, its page shows everything that was attached.',
    },
    method: {
      title: 'This is not possible here',
      text: 'This page can be opened and its form can be sent, nothing else.',
    },
    tooLarge: {
      title: 'That was too much text',
      text: 'Nothing was recorded. Please go back and write a shorter text.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'We cannot say whether your answer was recorded. Please open the link from the mail again in a few minutes: the page tells you. It is not your fault, and nothing is done twice.',
    },
    incident: (id: string) => `If it goes on, tell us this number: ${id}`,
  },
};
