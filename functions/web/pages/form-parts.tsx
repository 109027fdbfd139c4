import type { Language } from '../../domain/language.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { described, ErrorSummary, Hint } from './fields.tsx';

/**
 * What shows that a form comes from our own page, and a field and a box that no person sees or reaches: whatever fills in the one or
 * ticks the other is a program.
 */
export function Seal({ mark, language }: { mark: string; language: Language }) {
  const says = pageCatalogue[language].decide.trap;
  return (
    <>
      <input type="hidden" name="mark" value={mark} />
      <div hidden>
        <label for="leave-empty">{says}</label>
        <input id="leave-empty" name="leave-empty" tabindex={-1} autocomplete="off" value="" />
        <label for="leave-unticked">{says}</label>
        <input type="checkbox" id="leave-unticked" name="leave-unticked" tabindex={-1} />
      </div>
    </>
  );
}

/** A box to tick with its hint and error. */
export function Tick(props: {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  checked: boolean;
}) {
  const { id, label, hint, error, checked } = props;
  return (
    <div class="field">
      <label class="tick" for={id}>
        <input
          type="checkbox"
          id={id}
          name={id}
          value="yes"
          checked={checked}
          {...described({ id, hint, error })}
        />
        <span>
          {label}
          <Hint id={id} hint={hint} error={error} />
        </span>
      </label>
    </div>
  );
}

/** Why nothing was recorded, with a way to each field. `idOf`: where the field is, if not under its own name. */
export function RefusedForm<F extends string>(props: {
  refused: { errors: Partial<Record<F, string>> } | 'stale' | undefined;
  language: Language;
  fields: readonly F[];
  idOf: (field: F) => string;
}) {
  const { refused, language, fields, idOf } = props;
  const says = pageCatalogue[language].feedback.errors;
  if (!refused) return null;
  if (refused === 'stale') return <ErrorSummary text={says.stale} errors={[]} />;
  const errors = fields.flatMap((field) => {
    const error = refused.errors[field];
    return error ? [{ href: `#${idOf(field)}`, error }] : [];
  });
  return <ErrorSummary text={says.summary} errors={errors} />;
}
