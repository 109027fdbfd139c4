import type { Language } from '../../domain/language.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { Page } from '../layout.tsx';

export type Message =
  | 'notFound'
  | 'early'
  | 'expired'
  | 'attachmentExpired'
  | 'method'
  | 'tooLarge'
  | 'failed';

/** A page that only says something, kindly and without details an outsider could use. */
export function MessagePage(props: {
  message: Message;
  language: Language;
  brand: string;
  incident?: string;
}) {
  const { message, language, brand, incident } = props;
  const says = pageCatalogue[language].messages;
  const { title, text } = says[message];
  return (
    <Page language={language} title={title} brand={brand}>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {incident && <p class="muted">{says.incident(incident)}</p>}
    </Page>
  );
}
