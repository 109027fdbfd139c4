import type { Policy } from '../../../functions/domain/policy.ts';
import { described, ErrorSummary, Field } from '../../../functions/web/pages/fields.tsx';
import { examplesFor } from './examples.ts';
import { Frame } from './frame.tsx';
import { type FieldName, type Filled, fields, type Mistakes } from './write-form.ts';

interface Props {
  filled: Filled;
  mistakes: Mistakes;
  /** Why the mail server did not take the mail. */
  refused?: string;
  policy: Policy;
}

const labels: Record<FieldName, string> = {
  from: 'Your address',
  name: 'Your name',
  subject: 'Subject',
  text: 'Text',
};
const hints: Partial<Record<FieldName, string>> = {
  from: 'Mails to you land in the mailbox here, whatever the address.',
  name: 'May be left empty.',
};

const attachments = {
  id: 'attachments',
  hint: 'Photos or papers, if you like. After a mistake they have to be chosen again.',
};

/** A form to write to the refunds address as a customer. */
export function WritePage({ filled, mistakes, refused, policy }: Props) {
  const errors = fields.flatMap((name) => {
    const error = mistakes[name];
    return error ? [{ href: `#${name}`, error }] : [];
  });
  const about = (id: FieldName) => ({ id, hint: hints[id], error: mistakes[id] });
  const line = (id: FieldName, type: string) => (
    <Field {...about(id)} label={labels[id]}>
      <input id={id} name={id} type={type} value={filled[id]} autocomplete="off" {...described(about(id))} />
    </Field>
  );
  return (
    <Frame title="Write as a customer" at="/write" text>
      <h1>Write as a customer</h1>
      <p class="muted">
        A mail to <strong>{policy.shop.refunds}</strong>, sent over SMTP as any mail program would.
      </p>
      {refused && <ErrorSummary text={`The mail was not sent: ${refused}`} errors={[]} />}
      {errors.length > 0 && <ErrorSummary text="The mail was not sent." errors={errors} />}
      <Examples policy={policy} />
      <form class="card" method="post" action="/write" enctype="multipart/form-data" novalidate>
        {line('from', 'email')}
        {line('name', 'text')}
        {line('subject', 'text')}
        <Field {...about('text')} label={labels.text}>
          <textarea id="text" name="text" rows={10} {...described(about('text'))}>
            {filled.text}
          </textarea>
        </Field>
        <Field {...attachments} label="Attachments">
          <input id="attachments" name="attachments" type="file" multiple {...described(attachments)} />
        </Field>
        <button class="button" type="submit">
          Send
        </button>
      </form>
    </Frame>
  );
}

function Examples({ policy }: { policy: Policy }) {
  const offered = examplesFor(policy.shop.orderNumber);
  if (offered.length === 0) return null;
  return (
    <nav aria-label="Examples">
      <p class="small muted">Begin with an example:</p>
      <ul class="chips">
        {offered.map(({ id, label, language }) => (
          <li>
            <a href={`/write?example=${id}`} lang={language}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What follows a sent mail. */
export function SentPage() {
  return (
    <Frame title="Sent" at="/write" text>
      <h1>Sent</h1>
      <div class="notice good">
        <p>
          The mail server has taken your mail. In a moment it is a case, and the acknowledgement is in the
          mailbox.
        </p>
      </div>
      <p class="buttons">
        <a class="button" href="/mail">
          Open the mailbox
        </a>
        <a class="button quiet" href="/">
          See the cases
        </a>
      </p>
      <p>
        <a href="/write">Write another mail</a>
      </p>
    </Frame>
  );
}
