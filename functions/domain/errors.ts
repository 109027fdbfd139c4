/** The base of every error the product raises on purpose. Its name is the error's name in the state machine. */
export abstract class GoodwillError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Something outside (a file, a setting, an event, a form) is not what it has to be; the message names field and line. */
export class InvalidInput extends GoodwillError {}

/** There is no such case. */
export class CaseNotFound extends GoodwillError {}

/** A case is in the table and cannot be read. The message names it and what is wrong with it. */
export class CaseUnreadable extends GoodwillError {}

/** The case was changed by someone else since it was read. Read it again and decide again. */
export class VersionConflict extends GoodwillError {}

/** A case with this reference exists already. */
export class CaseExists extends GoodwillError {}

/** A person's data is to be erased while a case of theirs is still open. The message names the cases. */
export class CaseStillOpen extends GoodwillError {}

/** A decision was made before this one arrived, or the request was passed on. */
export class RoundOver extends GoodwillError {}

/** Somebody answers who is not asked any more: they handed the case over, or said that they must not decide it. */
export class NotAsked extends GoodwillError {}

/** An approver answers what they have not seen: something was written or decided about the case since. Nothing is recorded. */
export class CaseMovedOn extends GoodwillError {}

/** A refund was confirmed already, with another reference, or there is none. The message says which. */
export class RefundSettled extends GoodwillError {}

/** A customer objects too late, or once more. */
export class ObjectionRefused extends GoodwillError {}

/** An offer was accepted already, has run out, or was never made. */
export class OffersClosed extends GoodwillError {}

/** A mail is being sent by another run of the same step right now. Try again shortly. */
export class MailInFlight extends GoodwillError {}

/** A link is not ours, was changed, or is meant for something else. */
export class LinkInvalid extends GoodwillError {}

/** A link was ours and has run out. */
export class LinkExpired extends GoodwillError {}

/** A link is ours, and what it is for is being recorded right now. Try again shortly. */
export class LinkEarly extends GoodwillError {}

/** The keys that sign links and reply addresses cannot be read now. It is no fault of the link: try again. */
export class KeysUnreadable extends GoodwillError {}

/** The flow no longer waits for this answer: it timed out, or was answered. */
export class NotWaiting extends GoodwillError {}

/** A raw mail that should be in the store is not. */
export class RawMailMissing extends GoodwillError {}

/** An attachment that should be in the store is not. */
export class AttachmentMissing extends GoodwillError {}

/** There is no report of this month. */
export class ReportMissing extends GoodwillError {}

/** A mail's bytes cannot be read as a mail. */
export class UnreadableMail extends GoodwillError {}

/** The sender refused a mail, so it has certainly not left. Sending it again doubles nothing. */
export class MailRejected extends GoodwillError {}

/** Mails to this address came back for good, or were called spam: nothing is sent to it until a person lifts that. */
export class AddressSuppressed extends MailRejected {}

/** The provider takes no mails from us at the moment. They have not left, and wait. */
export class SendingPaused extends GoodwillError {}

/** A quarantined mail cannot be released or dismissed: somebody has decided about it, or it must not go into a case. */
export class ReviewRefused extends GoodwillError {}

/** A policy must not go live as it is: the message says why and what to do instead. */
export class PublishRefused extends GoodwillError {}

/** A mail takes more time or memory to read than a person's mail does. The message names the limit. */
export class LimitExceeded extends GoodwillError {}

/** A query over the exported tables could not be run. The message has the reason that the engine gave, with its hint. */
export class QueryFailed extends GoodwillError {}

/** The exported tables do not have a whole month yet. The message says how far they are. */
export class ExportIncomplete extends GoodwillError {}

/** Nothing was exported yet, so there is nothing to query. The message says what to do. */
export class NothingExported extends GoodwillError {}
