import { attachmentsOf, notKeptOf } from '../../domain/attachments.ts';
import type { Policy } from '../../domain/policy.ts';
import { caseBlocks } from '../../mail/case-blocks.ts';
import { readableRequest } from '../../mail/objection-blocks.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { OpenView } from '../decision-view.ts';
import { Page } from '../layout.tsx';
import { ActionFormView } from './action-form.tsx';
import { Answers } from './answers.tsx';
import { AttachmentList } from './attachments.tsx';
import { Blocks } from './blocks.tsx';
import { News } from './news.tsx';
import { Notices } from './notices.tsx';
import { Preview } from './preview.tsx';

interface Props {
  view: OpenView;
  policy: Policy;
  mark: string;
  /** The address of the page. */
  at: string;
}

/** Whose page it is, the whole case, and the form. Nothing is chosen beforehand but what a shortcut of the mail names. */
export function DecidePage({ view, policy, mark, at }: Props) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decide;
  const { found } = view;
  const { essentials, details } = caseBlocks(found, policy, view);
  const { wholeText } = readableRequest(found);
  const title = says.title(found.id);
  return (
    <Page
      language={language}
      title={view.refused || view.news ? `${says.errorTitle}: ${title}` : title}
      brand={policy.shop.name}
    >
      <p class="eyebrow">{found.id}</p>
      <h1>{says.heading}</h1>
      <News view={view} policy={policy} />
      <Notices view={view} policy={policy} />
      <section class="card">
        <Blocks blocks={essentials} />
        <p>
          <a href="#decision">{says.toForm}</a>
        </p>
      </section>
      <Answers view={view} policy={policy} />
      <section class="card">
        <Blocks blocks={details} />
        {wholeText !== undefined && (
          <details>
            <summary>{says.wholeMail}</summary>
            <Blocks blocks={[{ type: 'quote', text: wholeText, language: found.request.language }]} />
          </details>
        )}
      </section>
      <section class="card">
        <h2>{pageCatalogue[language].attachments.heading}</h2>
        <AttachmentList
          attachments={attachmentsOf(found, 'customer')}
          notKept={notKeptOf(found, 'customer')}
          at={`${at}/attachments/`}
          language={language}
          timeZone={timeZone}
        />
      </section>
      <Preview view={view} policy={policy} />
      <ActionFormView view={view} policy={policy} mark={mark} />
    </Page>
  );
}
