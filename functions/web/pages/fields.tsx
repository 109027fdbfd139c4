import type { Child } from 'hono/jsx';

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** What a control says about itself to assistive technology: its hint, and its error where it has one. */
export function described({ id, hint, error }: Omit<FieldProps, 'label'>) {
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { ...(by && { 'aria-describedby': by }), ...(error && { 'aria-invalid': 'true' as const }) };
}

/** A label with its hint and error around one control. */
export function Field({
  id,
  label,
  hint,
  error,
  class: more,
  children,
}: FieldProps & { class?: string; children?: Child }) {
  return (
    <div class={more ? `field ${more}` : 'field'}>
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function Hint({ id, hint, error }: Omit<FieldProps, 'label'>) {
  return (
    <>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </>
  );
}

/** One answer of several, with what belongs to it (shown when it is chosen, where the browser can). */
export function Choice(props: {
  id: string;
  name: string;
  value: string;
  checked: boolean;
  /** Whether the page opens here. */
  autofocus?: boolean;
  label: string;
  hint?: string;
  children?: Child;
}) {
  const { id, name, value, checked, autofocus = false, label, hint, children } = props;
  return (
    <div class="choice">
      <label for={id}>
        <input
          type="radio"
          id={id}
          name={name}
          value={value}
          checked={checked}
          autofocus={autofocus}
          {...described({ id, hint })}
        />
        <span>
          {label}
          <Hint id={id} hint={hint} />
        </span>
      </label>
      {children}
    </div>
  );
}

/** Says that nothing was recorded and links to each field that has to be looked at; it takes the focus when the page opens. */
export function ErrorSummary({
  text,
  errors,
}: {
  text: string;
  errors: ReadonlyArray<{ href: string; error: string }>;
}) {
  return (
    <div class="notice bad" role="alert" tabindex={-1} autofocus>
      <p>
        <strong>{text}</strong>
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ href, error }) => (
            <li>
              <a href={href}>{error}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A text of several lines with its label. */
export function TextArea(props: FieldProps & { value: string; class?: string; maxlength: number }) {
  const { id, value, maxlength } = props;
  return (
    <Field {...props}>
      <textarea id={id} name={id} maxlength={maxlength} {...described(props)}>
        {value}
      </textarea>
    </Field>
  );
}

/** One line to type, with its label. */
export function Input(
  props: FieldProps & {
    value: string;
    type?: 'text' | 'email' | 'date';
    inputmode?: 'text' | 'decimal';
    list?: string;
    short?: boolean;
  },
) {
  const { id, value, type = 'text', inputmode, list, short } = props;
  return (
    <Field {...props}>
      <input
        type={type}
        id={id}
        name={id}
        value={value}
        maxlength={type === 'date' ? undefined : 320}
        {...(short && { class: 'short' })}
        {...(inputmode && { inputmode })}
        {...(list && { list })}
        {...described(props)}
      />
    </Field>
  );
}
