import { plural } from '../../wording/format.ts';

/** What the mails say, in English. The shape of this object is what every language has to have. */
export const en = {
  greeting: (name: string | undefined) => (name ? `Hello ${name},` : 'Hello,'),
  replyFooter: (reference: string) => `You can reply to this mail: your answer joins your case ${reference}.`,
  staffFooter: (reference: string) =>
    `Case ${reference}. This mail was sent to you because of your role in the shop.`,
  /** At the top of a mail that waited for a day or more, and says what was true when it was written. */
  late: {
    wrote: (day: string) => `We wrote this mail on ${day} and could only send it later. We are sorry.`,
    days: 'If a day that it names has passed, please do not go by that day. You can still reply: your answer reaches a person.',
  },
  percentMore: (percent: string) => `That is the amount you asked for and ${percent} on top.`,
  percentMoreOfRest: (percent: string) =>
    `That is what is left of the amount you asked for and ${percent} on top.`,

  acknowledgement: {
    subject: (reference: string) => `We have your request (${reference})`,
    preheader: (day: string) => `You will have an answer by ${day}.`,
    title: 'We have your request',
    heard:
      'Thank you for telling us what happened. We are sorry that your purchase has not worked out, and we know that writing a mail like yours takes some effort.',
    figure: 'Your reference',
    figureDetail: 'Good to have at hand if you write or call.',
    understood: 'What this is about',
    next: 'What happens next',
    steps: (day: string) => [
      'A person reads your request and everything you sent with it. Nobody is turned down by a machine.',
      `You get an answer by mail by ${day}.`,
      'If you would like to add something, such as a photo or a date, reply to this mail. It joins the same case. If you no longer ask for anything, a reply that says so is enough.',
    ],
    helps: 'What would help us',
    missing: {
      'order-number': 'Your order number. It is in the mail that confirmed your order.',
      'order-address':
        'The email address the order was placed with, if it is not this one, and a second look at the order number.',
      product: 'What you bought.',
      'purchase-date': 'About when you bought it.',
      reason: 'What happened, in a sentence or two.',
    },
    justReply: 'Just reply to this mail with what you have at hand. We look at your request all the same.',
  },

  approval: {
    subjects: {
      'approval-request': (what: string, reference: string) =>
        `Your decision, please: ${what} (${reference})`,
      'approval-reminder': (what: string, reference: string) =>
        `Reminder, your decision, please: ${what} (${reference})`,
      'overdue-notice': (what: string, reference: string) => `Overdue: ${what} (${reference})`,
    },
    someRequest: 'a refund request',
    titles: {
      'approval-request': 'A refund request needs your decision',
      'approval-reminder': 'A refund request is still waiting for you',
      'overdue-notice': 'A refund request is overdue',
    },
    /** Why somebody is asked who was not asked when the round began, or is asked anew. */
    asked: {
      waiting: {
        subject: (what: string, reference: string) => `Waiting for the customer: ${what} (${reference})`,
        title: 'A refund request is with you and waits for the customer',
      },
      news: {
        subject: (what: string, reference: string) =>
          `News; your answer again, please: ${what} (${reference})`,
        title: 'The customer has told us more, and your answer is needed again',
      },
      'handed-over': {
        subject: (what: string, reference: string) => `Handed over to you: ${what} (${reference})`,
        title: 'A refund request was handed over to you',
      },
      answered: {
        subject: (what: string, reference: string) =>
          `The customer answered; your decision, please: ${what} (${reference})`,
        title: 'The customer has answered, and your decision is needed',
      },
      unanswered: {
        subject: (what: string, reference: string) =>
          `No answer came; your decision, please: ${what} (${reference})`,
        title: 'No answer came, and your decision is needed',
      },
      unreachable: {
        subject: (what: string, reference: string) =>
          `The question did not arrive; your decision, please: ${what} (${reference})`,
        title: 'The question did not arrive, and your decision is needed',
      },
      second: {
        subject: (what: string, reference: string) => `Your answer, too, please: ${what} (${reference})`,
        title: 'A refund request needs your answer, too',
      },
      disagree: {
        subject: (what: string, reference: string) => `You do not agree yet: ${what} (${reference})`,
        title: 'You do not agree, so nothing is decided yet',
      },
    },
    preheader: (route: string, deadline: string) => `${route}. Please decide by ${deadline}.`,
    /** To somebody who is asked while the case waits for the customer. */
    waiting: {
      preheader: (route: string, until: string) => `${route}. Waits for the customer until ${until}.`,
      asked: (person: string, until: string) =>
        `${person} asked the customer something, and the case waits for the answer until ${until}. Then you get another mail, with the answer if there is one, and your time to decide begins. The question was:`,
      allTheSame: 'You can decide now all the same, if you need no answer for it.',
    },
    reminder: (since: string) =>
      `This case has been with you since ${since}. If you cannot take it on, hand it over or say that you are away. Otherwise the next level is asked after the deadline.`,
    lastReminder: (since: string) =>
      `This case has been with you since ${since}. If you cannot take it on, hand it over or say that you are away. There is no further level to ask: after the deadline the case counts as overdue.`,
    overdue: (since: string) =>
      `The customer has been waiting since ${since}, and every deadline has passed. Nothing is approved or declined by silence, so the case waits for you.`,
    atStake: 'Money at stake',
    noAmount: 'Amount not known',
    partOf: (paid: string) => `a part of ${paid}`,
    otherAddress:
      'The mail did not come from the address on the order. Somebody else may know the order number, so take care before you send money or say anything about the order.',
    toldWithinPolicy:
      'The customer was told that the ordinary return window is open, and how to return the ordinary way.',
    wasWithinPolicy: (until: string) =>
      `When the customer wrote, the ordinary return window was open: it runs until ${until}. They have not been told so.`,
    unreachable:
      'A mail of ours did not reach the customer’s address. They may not learn of your decision by mail, so look for another way to tell them.',
    unverified:
      'The sender’s address could not be proved: the mail may come from somebody else who writes under this address. Take care before you send money or say anything about the order.',
    noOrder: 'No order record was found for this request. What you read here is what the customer says.',
    notKnown: (what: string) => `Not known: ${what}.`,
    wasAsked: (day: string) =>
      `We asked the customer for it when we acknowledged the request on ${day}; what they reply is shown with the case.`,
    decideOrAsk:
      'You can decide with what is here, wait for more until the deadline, or ask the customer: the case then waits for their answer, which comes to you.',
    button: 'Look at the case and decide',
    withChoice: (query: string) => `the link to the case with ${query} at its end`,
    choices: {
      approved: (amount: string) => `Approve ${amount}`,
      'part-approved': 'Approve an amount',
      alternative: 'Offer an alternative',
      declined: 'Decline',
      ask: 'Ask the customer',
      'hand-over': 'Hand over to a colleague',
      conflict: 'I must not decide this one',
      away: 'I am away',
    },
    yours: (person: string) =>
      `These links are yours alone: what is decided with them is recorded as decided by ${person}. Please do not forward them; hand the case over instead. Opening one decides nothing, even where it fills in a choice.`,
    essentials: {
      who: 'Who',
      asksFor: 'Asks for',
      because: 'Because',
      limit: 'You may approve',
      attached: 'Attached',
    },
    upTo: (amount: string) => `up to ${amount}`,
    attached: {
      photo: (count: number) => plural('en', count, { one: '1 photo', other: `${count} photos` }),
      video: (count: number) => plural('en', count, { one: '1 video', other: `${count} videos` }),
      document: (count: number) => plural('en', count, { one: '1 document', other: `${count} documents` }),
      other: (count: number) => plural('en', count, { one: '1 other file', other: `${count} other files` }),
      nothing: 'nothing',
    },
    resumed: {
      answered: 'The customer has answered, so the case goes on.',
      unanswered:
        'The customer was asked something and has not answered in time. The case waits for them no longer: please decide with what is here.',
      unreachable:
        'The customer was asked something, and the mail did not reach them. The case waits for them no longer: please decide with what is here.',
      yours: (question: string) => `You had asked: ${question}`,
      theirs: (person: string, question: string) => `${person} had asked: ${question}`,
      sent: (names: string) => `Sent with it: ${names}.`,
    },
    standIn: {
      handedOver: (person: string, at: string) => `${person} handed this case over to you on ${at}.`,
      awayUntil: (person: string, day: string) =>
        `You are asked in place of ${person}, who is away until ${day}.`,
      away: (person: string) => `You are asked in place of ${person}, who is away.`,
      conflict: (person: string) =>
        `You are asked in place of ${person}, who must not decide this case: they named a conflict of interest.`,
      unreachable: (person: string) => `You are asked in place of ${person}, whom our mail did not reach.`,
      'handed-over': (person: string) => `You are asked in place of ${person}, who handed the case over.`,
      other: (person: string) => `You are asked in place of ${person}, who cannot take it on at the moment.`,
    },
    answers: {
      several: (count: number, others: string) =>
        `It takes ${count} people who answer alike.${others ? ` Asked with you: ${others}.` : ''}`,
      second:
        'An approval of this much takes two people, so your answer is needed, too. If you approve the same, it is decided; until then nothing is.',
      aboveLimit:
        'Somebody would approve more than they may, so it is passed on to you. This is what they recommend; what you decide counts.',
      disagree:
        'Everybody has answered, and the answers differ, so nothing is decided. Nobody else is asked. Please talk to each other; whoever changes their mind answers again by their link.',
      notEnough: 'This has been answered before, and that did not decide it. So your answer is needed, too.',
      again: (answer: string) =>
        `You had answered: ${answer}. The customer has told us more since, so that answer does not count any more. Please look again and answer, the same or something else.`,
      outdated:
        'This was answered before the customer told us more. Those answers do not count any more, so yours is needed.',
      before: (at: string) => `${at}, before the customer told us more; does not count`,
      first: (others: string) => `Asked with you: ${others}. The first answer decides.`,
    },
    wouldRead: 'What the customer would read',
    someAmount: '[amount]',
    follows: { reason: 'Then your reason, word for word.', question: 'Then your question, word for word.' },
    theirLanguage: (name: string) =>
      `The customer writes in another language and reads ours in it: ${name}. What you write yourself is sent as you write it.`,
    ownWords: 'In the customer’s own words',
    subjectLine: (subject: string) => `Subject: ${subject}`,
    noWords: 'The mail had no text.',
    restOnPage: 'The text goes on; all of it is on the decision page.',
    moreOnPage: 'There are earlier mails; they are on the decision page.',
    sinceThen: 'What was written since',
    wroteAt: (address: string, at: string) => `${address}, ${at}`,
    facts: 'What we know, and from where',
    guidelines: 'What the guidelines say',
    noFactors: 'No consideration of the guidelines applied.',
    weightNote: 'A plus speaks for the customer’s wish, a minus against it. The decision is yours.',
    policyVersion: (version: string) => `Guidelines of version ${version}.`,
    attachments: 'Attachments',
    noAttachments: 'Nothing was attached.',
    attachmentsOnPage: 'There are more attachments; the decision page lists them all.',
    attachmentsUntil: (deadline: string) =>
      `The links to the attachments work until ${deadline}. The decision page shows the attachments, too.`,
    earlier: 'Earlier requests of this customer',
    noEarlier: 'None: this is their first request.',
    undecided: 'not decided yet',
  },

  decision: {
    patience: 'Thank you for your patience. We have looked at your request and at what you told us.',
    note: 'A note from the person who decided',
    refund: 'Your refund',
    how: 'How',
    when: 'With you by',
    ifNot:
      'You need not ask for it: it comes by itself. If it has not reached you by then, please reply to this mail so that we can look into it.',
    /** What a decision rests on that does not grant everything. */
    basis: {
      rules: 'The rules behind our answer',
      facts: 'What we went by',
      sources: { order: 'from your order', mail: 'from your mail' },
      window: 'Ordinary return until',
      windowOf: (days: string) => `our return policy: ${days}`,
      reason: 'Why you asked',
      reasons: {
        defective: 'It is defective',
        'damaged-in-transit': 'It was damaged on the way',
        'wrong-item': 'The wrong item came',
        'not-as-described': 'It is not as described',
        'arrived-late': 'It arrived late',
        'never-arrived': 'It never arrived',
        'changed-mind': 'You changed your mind',
        hardship: 'Illness, a loss or hardship',
        'charged-twice': 'You were charged twice',
        'subscription-renewed': 'A subscription renewed by itself',
        other: 'Another reason',
      },
      would: 'What would have spoken for a refund',
      wouldBe: {
        both: (one: string, other: string) => `${one}, together with ${other}`,
        evidence: 'something that shows what happened, such as a photo or a document',
        order: 'a purchase that we can find: its order number, and the mail address it was made with',
        reason: (reason: string) => `another reason than the one we understood, for example “${reason}”`,
        wish: (wish: string) => `another wish than the one we understood, for example “${wish}”`,
        inWindow: 'a delivery so recent that the return window was still open',
        soonAfter: (days: string) =>
          `a delivery so recent that the return window had closed no more than ${days} before`,
      },
    },
    /** Once the customer objected: what was granted before stays theirs, and only what is beyond it is new. */
    again: {
      patience:
        'Thank you for your patience. We have looked at your request again, with what you told us since.',
      figure: 'In addition to what you were granted before',
      added: (total: string, before: string, more: string) =>
        `In all you get ${total}: the ${before} that we granted you before, and ${more} on top of it now.`,
      kept: (before: string) => `The ${before} that we granted you before stays yours.`,
      paid: 'It has been paid.',
      toBePaid: 'You get a mail from us when it is paid.',
      declined:
        'We are sorry: we cannot give you more than we granted you before. We know this is not the answer you hoped for.',
      alternative:
        'We cannot give you more money back. On top of what we granted you before, we would like to offer you this:',
      same: {
        subject: (reference: string) => `Your refund stays as it is (${reference})`,
        title: 'Your refund stays as it is',
        preheader: (before: string) => `${before}, as we told you before.`,
        says: 'We have not come to a higher amount. We know that you may have hoped for one.',
      },
    },
    approved: {
      subject: (reference: string) => `Your refund is approved (${reference})`,
      title: 'Your refund is approved',
      preheader: (amount: string, day: string) => `${amount}, with you by ${day}.`,
      says: 'We are glad to tell you that you get your money back.',
      saysAsked: 'We are glad to tell you that you get back what you asked for.',
    },
    partApproved: {
      subject: (reference: string) => `A refund is approved (${reference})`,
      title: 'A refund is approved',
      says: (amount: string) => `We can refund you ${amount}.`,
      why: 'Why this amount',
      saysPart: (amount: string) =>
        `We can refund you ${amount}. It is a part of the price, and we know that you may have hoped for all of it.`,
      saysOf: (amount: string, whole: string) =>
        `We can refund you ${amount} of ${whole}. We know that you may have hoped for all of it.`,
    },
    alternative: {
      subject: (reference: string) => `What we can offer you (${reference})`,
      title: 'What we can offer you',
      preheader: (offer: string) => `${offer}: how to accept it.`,
      says: 'We cannot give you the money back this time. We would like to offer you this instead:',
      offer: 'Our offer',
      how: 'To accept, reply to this mail and say so. If it does not suit you, tell us that in the same way, and why.',
    },
    declined: {
      subject: (reference: string) => `Our answer to your request (${reference})`,
      title: 'Our answer to your request',
      preheader: 'What was decided, why, and what you can do next.',
      says: 'We are sorry: we cannot give you a refund for this purchase. We know this is not the answer you hoped for.',
      why: 'Why',
      instead: 'What we can offer you instead',
      choose: 'If one of these would help you, reply to this mail and say which.',
      next: 'What you can do next',
      wrong:
        'If we got something wrong, or if there is something we should know, reply to this mail and tell us. Your answer joins your case.',
    },
  },

  customerReply: {
    subject: (reference: string) => `The customer wrote about ${reference}`,
    title: 'The customer has written again',
    strangerSubject: (reference: string) => `Somebody else wrote about ${reference}`,
    strangerTitle: 'Somebody else has written about this case',
    stranger: (address: string) =>
      `This mail came from ${address}, which the case does not know. It may be the customer from another address, or somebody who pretends to be. It is noted on the case and changes nothing.`,
    tookBack: {
      objection:
        'The customer takes the objection back: nobody is asked any more, and what was decided before stands.',
      request:
        'As we understand it, the customer no longer asks for anything. Nothing stops by that: if money was granted and should not be paid now, tell finance.',
    },
    withdrawn: 'The customer takes the request back. It is closed, and there is nothing left to decide.',
    learned: 'What we know now',
    weighedAnew: (route: string) => `The guidelines were applied anew. Recommended: ${route}.`,
    moreAttachments: (count: number) => `Number of further attachments: ${count}.`,
    preheader: (who: string) => `${who} answered a mail of ours.`,
    open: 'The request still waits for a decision. The mail that asked you for it has the link; its page shows these words too.',
    stillAsked: (day: string) =>
      `The request still waits for the customer’s answer to the question they were asked, until ${day}: this mail was not taken for one. The link in the mail that asked you for a decision works meanwhile, and its page shows these words too.`,
    decided: (outcome: string, day: string) =>
      `You decided this request on ${day}: ${outcome}. The customer was asked to reply with anything that is left to put right, so please read this and answer them.`,
    answer:
      'To answer, write to the address below; mention the reference, so that a reply finds the case again.',
  },

  feedbackReceived: {
    subject: (score: string, reference: string) => `A customer says: ${score} (${reference})`,
    preheader: (who: string) => `${who} answered how it went.`,
    title: 'A customer told us how it went',
    asked: 'How satisfied they are with the way we dealt with their request',
    scale: (score: number) => `${score} of 5`,
    noComment: 'They added no words.',
    left: 'They say that something is left to put right. Please write to them.',
    nothingLeft: 'They say that nothing is left to put right.',
    next: 'You decided this request, so this is for you to know. If something is left to put right, write to the customer at the address below; mention the reference, so that a reply finds the case again.',
  },

  refundRequest: {
    subject: (amount: string, reference: string) => `Please refund ${amount} (${reference})`,
    title: 'A refund to pay',
    preheader: (amount: string, day: string) => `${amount}, with the customer by ${day}.`,
    pay: 'Please refund',
    to: 'Pay to',
    askedBy: 'Asked for by',
    whoeverPaid: (order: string) => `Whoever paid order ${order}`,
    method: 'How, as the customer reads it',
    by: 'With the customer by',
    onTop: (before: string, total: string) =>
      `The request was decided again. This comes on top of ${before}, which you were asked for before: ${total} in all. Please pay each once.`,
    otherCurrency: (before: string) =>
      `The request was decided again. You were asked for ${before} before, in another currency: that stays, and this cannot be set off against it, so both are due in full. If that looks like more than was meant, ask whoever decided before you pay.`,
    promised: 'The customer has been told this amount and this day.',
    notTold:
      'The customer could not be told by mail, or may not have been. They are owed this amount by this day all the same.',
    noOrder: 'No order record belongs to this case. Please check the payment before you send money.',
    otherAddress:
      'The request did not come from the address on the order. Pay only the way the order was paid, never to an account named in a mail.',
    instead: {
      subject: (amount: string, reference: string) => `Please see that ${amount} is paid (${reference})`,
      title: 'A refund that finance has not heard of',
      note: 'Finance takes no mail from us, so this comes to you: please see that this is paid, and that finance can be written to again. Whoever pays can say so with the button below.',
    },
    toOriginal: 'Refund the payment of the order itself; this mail never carries account numbers.',
    bySystem: {
      subject: (amount: string, reference: string) =>
        `For your records: ${amount} is being paid (${reference})`,
      title: 'A refund that the payment system pays',
      pay: 'Being paid',
      note: 'The payment system has been asked to pay this. Please do not pay it by hand as well. If it does not confirm the payment in time, or cannot pay, we write to you again.',
      look: 'The payment system was asked to pay this and has not confirmed it. Please look there first: if it is paid, say so on the page behind the button; pay by hand only once you know that the system will not.',
    },
  },

  followUp: {
    subject: (reference: string) => `How did it go? (${reference})`,
    title: 'How did it go?',
    preheader: 'One question, whatever our answer was.',
    asks: (reference: string) =>
      `A few days ago you had our answer to your request ${reference}. How satisfied are you with the way we dealt with it? We would like to know, whatever the answer was.`,
    onlyOpens:
      'A click only opens a page. You can add a few words there; nothing is recorded until you send it.',
    comment: 'Write to us in your own words',
    refundMissing:
      'If your refund has not reached you yet, please reply to this mail so that we can look into it.',
  },

  requestJoined: {
    subject: (reference: string) => `Added to your open request (${reference})`,
    preheader: 'Both mails are now one request.',
    title: 'We have added this to your request',
    joined:
      'Thank you for writing again. You have an open request about this purchase already, so we have put your mail with it: whoever decides sees both.',
    figure: 'Your reference',
    next: (day: string) => `You get an answer by mail by ${day}.`,
    late: 'Our answer takes longer than it should, and we are sorry. Your request is with a person, and your mail has reached them.',
  },

  alreadyDecided: {
    subject: (reference: string) => `Your reply about ${reference}`,
    preheader: 'Where your request stands, and who reads your reply.',
    title: 'Your reply has reached us',
    passedOn:
      'Thank you for your reply. We have passed it on to the person who decided your request. They read it and write to you if there is something left to put right.',
    tookBack: {
      objection:
        'As we understand your mail, nobody has to look at your request again, so we have stopped. What was decided before stands.',
      request:
        'As we understand your mail, you no longer ask for anything. Since your request was decided already, nothing ends by itself: the person who decided reads your mail and sees to it.',
    },
    onItsWay: 'Until they have, the refund goes on its way to you.',
    stands: (day: string, outcome: string) => `Your request itself was decided on ${day}: ${outcome}.`,
    another: (address: string) =>
      `If this is about another purchase, please send a new mail to ${address}, so that it gets a reference of its own.`,
  },

  withdrawal: {
    subject: (reference: string) => `Your request is withdrawn (${reference})`,
    preheader: 'There is nothing more for you to do.',
    title: 'Your request is withdrawn',
    closed: (reference: string) =>
      `Thank you for telling us. As we understand your mail, you no longer ask for anything, so we have closed your request ${reference}. There is nothing more for you to do.`,
    goOn: 'If you meant something else, or change your mind, reply to this mail and your request goes on.',
  },

  withinPolicy: {
    subject: (reference: string) => `You can return it the ordinary way (${reference})`,
    preheader: 'You need no exception: your return window is still open.',
    title: 'You need no exception',
    open: 'We have looked at your order: its ordinary return window is still open, so you can return it the ordinary way and need not wait for us.',
    until: 'Open until the end of',
    next: 'A person reads your request all the same and answers you. If you would rather have something else than an ordinary return, reply to this mail and tell us.',
  },

  requestReopened: {
    subject: (reference: string) => `Your request goes on (${reference})`,
    preheader: 'A person looks at it again.',
    title: 'Your request goes on',
    open: 'Thank you for your mail. Your request is open again, with everything you wrote before, and a person looks at it.',
    figure: 'Your reference',
    next: (day: string) => `You get an answer by mail by ${day}.`,
  },

  staffNote: {
    subject: (reference: string) => `Noted on ${reference}; nothing is decided by it`,
    preheader: 'Your colleagues see it, the customer does not.',
    title: 'Your mail is noted on the case',
    noted:
      'You answered a mail about a case. What you wrote is on the case, where your colleagues can read it. It was not sent to the customer.',
    toDecide:
      'The case still waits for a decision, and a mail cannot decide it. To decide, open the link in the mail that asked for it.',
    toCustomer: (address: string) => `To write to the customer, send your mail to ${address}.`,
  },

  customerQuestion: {
    subject: (reference: string) => `A question about your request (${reference})`,
    preheader: (question: string) => `${question} A reply to this mail is all it takes.`,
    title: 'We have a question for you',
    asks: 'Before your request is decided, we would like to know something from you:',
    how: 'Just reply to this mail, with photos if they help. Your answer goes to whoever decides, with everything you wrote before.',
    figure: 'Your reference',
    without: (day: string) =>
      `Your request waits for your answer, so our decision may come later than we first said. If you cannot tell us, that is all right: from ${day} on we decide with what we have.`,
  },

  delayNotice: {
    subject: (reference: string) => `Our answer takes longer than it should (${reference})`,
    preheader: 'Your request is not forgotten, and there is nothing you have to do.',
    title: 'Our answer takes longer than it should',
    late: (day: string) =>
      `You were to have our answer by ${day}. We are sorry: it takes us longer than that.`,
    figure: 'Your reference',
    now: 'Your request is not forgotten. It waits for a person to decide, and we go on asking until somebody has.',
    next: 'There is nothing you have to do: we write to you as soon as it is decided. If you would like to add something, reply to this mail.',
  },

  refundReminder: {
    subject: (amount: string, reference: string) => `Still to pay: ${amount} (${reference})`,
    title: 'We have not heard whether this is paid',
    asked: (day: string) =>
      `We asked for this refund before. The customer was told that they would have it by ${day}. If it is paid, please say so on the page behind the button; if it cannot be paid, tell us why there.`,
    late: (day: string) =>
      `The customer was told that they would have this money by ${day}, and that day has passed. They know that it is late. Please pay it now, or tell us why it cannot be paid.`,
  },

  refundConfirm: {
    button: 'Say that it is paid, or why not',
    yours:
      'This link is for whoever pays. Opening it records nothing. The customer hears that the money is on its way as soon as you confirm.',
  },

  refundPaid: {
    subject: (amount: string, reference: string) => `Your refund of ${amount} is paid (${reference})`,
    preheader: (day: string) => `It shows on your statement by ${day}.`,
    title: 'Your refund is paid',
    says: 'Your money is on its way to you.',
    figure: 'Paid out',
    statement: 'On your statement by',
    payment: 'Payment reference',
    ifNot:
      'If you do not see it by then, reply to this mail. The payment reference helps your bank to find it.',
  },

  refundLate: {
    subject: (reference: string) => `Your refund is late (${reference})`,
    preheader: 'We named a day for it, and we have not kept it.',
    title: 'Your refund is late',
    says: (day: string) =>
      `We told you that you would have your refund by ${day}. As far as we know, it has not been paid yet. We are sorry.`,
    owed: 'Still yours',
    now: 'It stays approved. We have asked the people who pay again, and we keep asking until it is done.',
    next: 'You get a mail from us when it is paid. If the money has reached you already, please reply and tell us.',
  },

  refundFailed: {
    subject: (amount: string, reference: string) => `A refund could not be paid: ${amount} (${reference})`,
    preheader: 'Finance says why. The customer still waits for the money.',
    title: 'A refund could not be paid',
    says: 'Finance could not pay a refund that you approved. This is what they wrote:',
    next: (day: string) =>
      `Please clear it up with the customer or with finance. The customer was told that they would have the money by ${day}; if that day passes, they are told that it is late. Finance is asked again in the meantime.`,
    address: (address: string) =>
      `To write to the customer, send your mail to ${address} and mention the reference.`,
  },

  customerUnreachable: {
    subject: (reference: string) => `A customer does not get our mails (${reference})`,
    preheader: (who: string) => `Somebody has to reach ${who} in another way.`,
    title: 'A customer does not get our mails',
    why: {
      bounced: 'A mail of ours came back: the server of this address takes no mails for it.',
      complained:
        'Somebody who reads this address marked a mail of ours as spam. We write nothing more to it, so that our mails go on reaching others.',
      rejected:
        'A mail of ours was not delivered: the mail service did not deliver it because it looked dangerous.',
      refused: 'The mail service did not take a mail of ours to this address.',
      suppressed:
        'We write nothing to this address, because earlier mails to it came back or were marked as spam.',
    },
    tell: 'No mail of ours reaches them until this is cleared up. Please tell them how things stand in another way, by phone for example; the order may have a number.',
    tellOnce: 'Please tell them in another way what the mail would have said, or write to them yourself.',
    mail: 'The mail',
    goesOn:
      'The case itself goes on. Once the address works again, whoever runs the system can have mails sent to it.',
  },

  offersReminder: {
    subject: (reference: string) => `Our offer ends soon (${reference})`,
    preheader: (day: string) => `You can choose until ${day}.`,
    title: 'Our offer ends soon',
    says: (day: string) =>
      `A while ago we offered you something in place of a refund. You can still choose until ${day}. After that the offer ends.`,
    fine: 'If you would rather not, there is nothing you need to do.',
  },

  offers: {
    button: 'See the offers and choose',
    buttonOne: 'See the offer and accept it',
    onTop: (offer: string, money: string, before: string) =>
      `${offer}: ${money}, on top of the ${before} you were granted before`,
    until: (day: string) =>
      `You can choose until ${day}. Nothing is chosen before you confirm it on the page.`,
  },

  object: {
    says: {
      both: (day: string) =>
        `You can tell us that we got a fact wrong, or ask that somebody else looks at your request again, until ${day}.`,
      fact: (day: string) => `You can tell us that we got a fact wrong until ${day}.`,
      decision: (day: string) => `You can ask that somebody else looks at your request again until ${day}.`,
    },
    button: {
      both: 'Tell us what is wrong, or ask for a second look',
      fact: 'Tell us what is wrong',
      decision: 'Ask for a second look',
    },
    final:
      'Somebody else has looked at your request again, as you asked, so this answer is our last one. If a fact is wrong, reply to this mail.',
  },

  offerAccepted: {
    subject: (offer: string, reference: string) => `${offer}: we have your answer (${reference})`,
    preheader: 'What happens next.',
    title: 'We have your answer',
    figure: 'You chose',
    refund: (amount: string, day: string) =>
      `We pay you ${amount}. You will have it by ${day}, and you get a mail when it is paid.`,
    staff: 'A person takes care of it now and writes to you with what you need.',
  },

  offerToFulfil: {
    subject: (offer: string, reference: string) => `The customer chose: ${offer} (${reference})`,
    preheader: (who: string) => `${who} waits for it.`,
    title: 'A customer accepted an offer',
    says: 'The customer accepted what we offered. Please see to it and write to them.',
    figure: 'To do',
  },

  objection: {
    heading: 'Why it is looked at again',
    fact: 'The customer says that we had a fact wrong. The guidelines were applied anew with what they say is right.',
    decision:
      'The customer asks that somebody looks at this with fresh eyes. What was decided first is not shown, so that your answer is your own. Please decide on the whole of it: whatever may have been granted first stays, and only what goes beyond it is paid.',
    otherCurrency: (currencies: string) =>
      `Money was granted before in ${currencies}. It stays, and only an amount in the same currency is set off against it: an amount in any other is paid on top of it in full.`,
    before: (value: string, source: string) => `Before: ${value}${source && `, ${source}`}`,
    decidedBefore: (decision: string, person: string, at: string) =>
      `Decided before, with what was known then: ${decision} (${person}, ${at}).`,
  },

  objectionReceived: {
    subject: (reference: string) => `We are looking at your request again (${reference})`,
    preheader: (day: string) => `You will have an answer by ${day}.`,
    title: 'We are looking at your request again',
    fact: 'Thank you for telling us. We have noted what you say is right, and we are looking at your request again with it.',
    decision:
      'Thank you for telling us why. Somebody who has not decided on your request before is looking at it now. They do not see what was decided first, so that their answer is their own.',
    next: (day: string) => `You get an answer by mail by ${day}.`,
    proof:
      'If you have something that shows it, such as a photo or a receipt, reply to this mail and attach it.',
    stop: 'If you would rather leave it at our first answer, reply that you withdraw your objection.',
  },

  newPromise: {
    figure: 'Your reference',
    next: (day: string) => `You get our decision by mail by ${day}.`,
    answered: {
      subject: (reference: string) => `We have your answer (${reference})`,
      title: 'We have your answer',
      says: 'Thank you for answering. Whoever decides has your answer now, with everything you wrote before.',
      more: 'There is nothing more you have to do. If something else comes to your mind, reply to this mail.',
    },
    unanswered: {
      subject: (reference: string) => `We decide with what we have (${reference})`,
      title: 'We decide with what we have',
      says: 'We had asked you something about your request and have not heard from you. That is all right: a person decides now with what we have.',
      more: 'If you can still tell us, reply to this mail: as long as nothing is decided, your answer counts.',
    },
  },

  reportReady: {
    subject: (month: string) => `The report for ${month} is ready`,
    preheader: 'What came in, how it was decided, what it cost, and what stands out.',
    title: (month: string) => `${month} in one page`,
    findings: 'The month in short',
    open: 'Open the report',
    until: (day: string) =>
      `The link is yours and opens until ${day}. To keep the report, print it or save it as a PDF.`,
    footer: 'You get this mail because the guidelines name you among those who answer for them.',
  },
};
