import type { Policy } from '../../domain/policy.ts';
import { formatDate } from '../../wording/format.ts';
import { scorePoint, scores, terms } from '../../wording/terms.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { type FeedbackView, MAX_COMMENT } from '../give-feedback.ts';
import { Page } from '../layout.tsx';
import { answerBy } from './answer-by.ts';
import { Blocks } from './blocks.tsx';
import { Choice, described, ErrorSummary, Field, Hint } from './fields.tsx';
import { Seal } from './form-parts.tsx';

type Open = Extract<FeedbackView, { state: 'open' }>;
type Given = Extract<FeedbackView, { state: 'given' }>;
type Later = Extract<FeedbackView, { state: 'again' }>;

/** Asks how it went. What was clicked in the mail is filled in; only a person's tick and button send it. */
export function FeedbackPage({ view, policy, mark }: { view: Open; policy: Policy; mark: string }) {
  const { id, request } = view.found;
  const says = pageCatalogue[request.language].feedback;
  const { form, refused } = view;
  const errors = refused && refused !== 'stale' ? refused.errors : {};
  const title = `${says.title} (${id})`;
  return (
    <Page
      language={request.language}
      title={refused ? `${says.errorTitle}: ${title}` : title}
      brand={policy.shop.name}
    >
      <p class="eyebrow">{id}</p>
      <h1>{says.title}</h1>
      <form class="card" method="post" novalidate autocomplete="off">
        {refused && <Refused refused={refused} says={says.errors} />}
        <Seal mark={mark} language={request.language} />
        <fieldset {...described({ id: 'score', error: errors.score })}>
          <legend>{says.intro}</legend>
          <Hint id="score" error={errors.score} />
          {scores.toReversed().map((score) => (
            <Choice
              id={`score-${score}`}
              name="score"
              value={String(score)}
              checked={form.score === String(score)}
              label={terms[request.language].scores[score]}
            />
          ))}
        </fieldset>
        <Field id="comment" label={says.comment} hint={says.commentHint} error={errors.comment}>
          <textarea
            id="comment"
            name="comment"
            maxlength={MAX_COMMENT}
            {...described({ id: 'comment', hint: says.commentHint, error: errors.comment })}
          >
            {form.comment}
          </textarea>
        </Field>
        <fieldset {...described({ id: 'left', hint: says.leftHint, error: errors.left })}>
          <legend>{says.left}</legend>
          <Hint id="left" hint={says.leftHint} error={errors.left} />
          {(['yes', 'no'] as const).map((one) => (
            <Choice
              id={`left-${one}`}
              name="left"
              value={one}
              checked={form.left === one}
              label={says.leftIs[one]}
            />
          ))}
        </fieldset>
        <div class="field">
          <label class="tick" for="confirm">
            <input
              type="checkbox"
              id="confirm"
              name="confirm"
              value="yes"
              checked={form.confirm === 'yes'}
              {...described({ id: 'confirm', hint: says.confirmHint, error: errors.confirm })}
            />
            <span>
              {says.confirm}
              <Hint id="confirm" hint={says.confirmHint} error={errors.confirm} />
            </span>
          </label>
        </div>
        <button class="button" type="submit">
          {says.submit}
        </button>
      </form>
    </Page>
  );
}

function Refused({
  refused,
  says,
}: {
  refused: NonNullable<Open['refused']>;
  says: { summary: string; stale: string };
}) {
  if (refused === 'stale') return <ErrorSummary text={says.stale} errors={[]} />;
  const ids = {
    score: `score-${scores.at(-1)}`,
    comment: 'comment',
    left: 'left-yes',
    confirm: 'confirm',
  } as const;
  const errors = (['score', 'comment', 'left', 'confirm'] as const).flatMap((field) => {
    const error = refused.errors[field];
    return error ? [{ href: `#${ids[field]}`, error }] : [];
  });
  return <ErrorSummary text={says.summary} errors={errors} />;
}

/** Thanks, and what the customer told us; the same at every later visit. */
export function FeedbackGivenPage({ view, policy }: { view: Given; policy: Policy }) {
  const { id, request, feedback } = view.found;
  const { language } = request;
  const says = pageCatalogue[language].feedback;
  const point = scorePoint(feedback?.score);
  const date = feedback && formatDate(feedback.at, language, policy.shop.timeZone);
  return (
    <Page language={language} title={`${says.thanksTitle} (${id})`} brand={policy.shop.name}>
      <p class="eyebrow">{id}</p>
      <h1>{says.thanksTitle}</h1>
      <p class="lead">
        {view.recorded || !date ? says.thanks : says.recorded(date)} {feedback?.left && says.leftNext}
      </p>
      <section class="card">
        <Blocks
          blocks={[
            {
              type: 'facts',
              rows: [
                ...(point ? [{ label: says.yourScore, value: terms[language].scores[point] }] : []),
                ...(feedback?.left === undefined
                  ? []
                  : [{ label: says.left, value: says.leftIs[feedback.left ? 'yes' : 'no'] }]),
              ],
            },
            ...(feedback?.comment
              ? [
                  { type: 'heading', text: says.yourComment } as const,
                  { type: 'quote', text: feedback.comment } as const,
                ]
              : []),
          ]}
        />
      </section>
      <p class="muted">{says.more(id)}</p>
    </Page>
  );
}

/** For the customer who has objected: we ask once more when there is an answer. */
export function FeedbackLaterPage({ view, policy }: { view: Later; policy: Policy }) {
  const { id, request } = view.found;
  const says = pageCatalogue[request.language].feedback;
  const { title, looking, next } = says.later;
  return (
    <Page language={request.language} title={`${title} (${id})`} brand={policy.shop.name}>
      <p class="eyebrow">{id}</p>
      <h1>{title}</h1>
      <p class="lead">{looking(answerBy(view.found, policy))}</p>
      <p>
        {next} {says.more(id)}
      </p>
    </Page>
  );
}
