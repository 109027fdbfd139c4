import type { Policy } from '../../domain/policy.ts';
import type { MailDocument } from '../../mail/blocks.ts';
import { nameOfLanguage } from '../../wording/format.ts';
import { oneLine } from '../../wording/plain.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { OpenView } from '../decision-view.ts';
import { Blocks } from './blocks.tsx';

/** The mail that the choice made would send, and the same in the staff's language where that is another. It takes the focus. */
export function Preview({ view, policy }: { view: OpenView; policy: Policy }) {
  if (!view.preview) return null;
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide.preview;
  const {
    mails: [theirs, ours],
    isShared,
    isRecommended,
  } = view.preview;
  return (
    <section class="card" id="preview">
      <h2 tabindex={-1} autofocus>
        {says.heading}
      </h2>
      <p class="muted small">{says.notYet}</p>
      {!theirs && <p>{isRecommended ? says.recommended : says.nothing}</p>}
      {isShared && <p class="muted small">{says.together}</p>}
      {theirs && <Mail mail={theirs} language={language} />}
      {ours && (
        <>
          <p class="muted small">{says.translated(nameOfLanguage(language, language))}</p>
          <Mail mail={ours} language={language} />
        </>
      )}
    </section>
  );
}

function Mail({ mail, language }: { mail: MailDocument; language: Policy['shop']['staffLanguage'] }) {
  const says = pageCatalogue[language].decide.preview;
  return (
    <div class="letter">
      <p class="muted small">
        {says.subject} <span lang={mail.language}>{oneLine(mail.subject)}</span>
      </p>
      <div lang={mail.language}>
        <h3>{oneLine(mail.title)}</h3>
        <Blocks blocks={mail.blocks} level={4} />
        {mail.footer.map((text) => (
          <p class="muted small">{oneLine(text)}</p>
        ))}
      </div>
    </div>
  );
}
