import { type CaseAttachment, isDrawn, isKept, kindOf, TNEF } from '../../domain/attachments.ts';
import type { Language } from '../../domain/language.ts';
import { formatBytes, formatShortDate } from '../../wording/format.ts';
import { oneLine } from '../../wording/plain.ts';
import { MAX_HANDED_THROUGH } from '../attachment-response.ts';
import { type PageCatalogue, pageCatalogue } from '../catalogue/index.ts';

interface Props {
  attachments: readonly CaseAttachment[];
  /** How many more came than are kept apart. */
  notKept: number;
  /** The address before the hash, with its slash. */
  at: string;
  language: Language;
  timeZone: string;
}

/** What came with a case: photos to look at, everything to download, and what a person should know before they open it. */
export function AttachmentList({ attachments, notKept, at, language, timeZone }: Props) {
  const says = pageCatalogue[language].attachments;
  if (attachments.length === 0 && notKept === 0) return <p>{says.none}</p>;
  return (
    <>
      <ul class="list">
        {attachments.map((one) => (
          <li>
            <Entry attachment={one} address={`${at}${one.sha256}`} language={language} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      {notKept > 0 && <p class="notice">{says.notKept(notKept)}</p>}
    </>
  );
}

interface EntryProps extends Pick<Props, 'language' | 'timeZone'> {
  attachment: CaseAttachment;
  address: string;
}

function Entry({ attachment, address, language, timeZone }: EntryProps) {
  const says = pageCatalogue[language].attachments;
  const { bytes, kind, decoration, later } = attachment;
  const name = oneLine(attachment.name);
  const shown = isDrawn(attachment) && !decoration && bytes <= MAX_HANDED_THROUGH;
  const what = [
    ...(decoration ? [says.decoration] : kind ? [says.kinds[kind]] : []),
    oneLine(attachment.type),
    formatBytes(bytes, language),
    ...(later ? [formatShortDate(later, language, timeZone)] : []),
  ];
  return (
    <>
      {shown && (
        <a href={address}>
          <img class="photo" src={address} alt={says.photo(name)} loading="lazy" decoding="async" />
        </a>
      )}
      <span>{isKept(attachment) ? <a href={address}>{name}</a> : name}</span>
      <span class="source">{what.join(' · ')}</span>
      {notes(attachment, says).map((note) => (
        <span class="source">{note}</span>
      ))}
      {warnings(attachment, says).map((warning) => (
        <p class="notice warn">{warning}</p>
      ))}
    </>
  );
}

function notes(attachment: CaseAttachment, says: PageCatalogue['attachments']): string[] {
  const tooLarge = isDrawn(attachment) && attachment.bytes > MAX_HANDED_THROUGH;
  return [...(isKept(attachment) ? [] : [says.onlyInMail]), ...(tooLarge ? [says.tooLarge] : [])];
}

function warnings({ type, declaredType }: CaseAttachment, says: PageCatalogue['attachments']): string[] {
  const disguised = declaredType !== undefined && kindOf(declaredType) !== kindOf(type);
  return [
    ...(type === TNEF ? [says.outlookParcel] : []),
    ...(disguised ? [says.disguised(oneLine(declaredType))] : []),
  ];
}
