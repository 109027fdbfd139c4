import type { Child } from 'hono/jsx';
import type { Case } from '../../domain/case.ts';
import type { Policy } from '../../domain/policy.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { Page } from '../layout.tsx';

interface FrameProps {
  /** Which of a customer's pages it is. */
  of: 'object' | 'offers';
  found: Case;
  policy: Policy;
  heading: string;
  isError?: boolean;
  children?: Child;
}

/** What is around every page of a customer about their case, in their language. */
export function CustomerFrame({ of, found, policy, heading, isError, children }: FrameProps) {
  const { language } = found.request;
  const { [of]: says, feedback } = pageCatalogue[language];
  const title = says.title(found.id);
  return (
    <Page
      language={language}
      title={isError ? `${feedback.errorTitle}: ${title}` : title}
      brand={policy.shop.name}
    >
      <p class="eyebrow">{found.id}</p>
      <h1>{heading}</h1>
      {children}
    </Page>
  );
}
