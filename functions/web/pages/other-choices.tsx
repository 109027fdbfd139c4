import { MAX_REASON } from '../../domain/decision.ts';
import { formatDays } from '../../wording/format.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { FormProps } from './action-form.tsx';
import { chosen } from './decision-choices.tsx';
import { Choice, Input, TextArea } from './fields.tsx';

/** What else an approver can do with a request: ask, hand over, step back, be away. */
export function OtherChoices(props: FormProps) {
  const { view, policy, errors } = props;
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  const { form, found, colleagues, isAlone } = view;
  // Where a colleague was faster, what was written is still there to be copied.
  const hasQuestion = found.round.question === undefined || form.question !== '';
  return (
    <>
      {isAlone && <p class="notice">{says.alone}</p>}
      {hasQuestion && (
        <Choice
          {...chosen(props, 'ask')}
          label={says.ask}
          hint={says.askHint(formatDays(policy.approval.customerDays, language))}
        >
          <TextArea
            id="question"
            label={says.question}
            hint={says.questionHint}
            error={errors.question}
            value={form.question}
            maxlength={MAX_REASON}
          />
        </Choice>
      )}
      <Choice {...chosen(props, 'hand-over')} label={says.handOver} hint={says.handOverHint}>
        <Input
          id="to"
          type="email"
          list="colleagues"
          label={says.to}
          hint={says.toHint}
          error={errors.to}
          value={form.to}
        />
        <TextArea
          id="why"
          label={says.why}
          hint={says.internalHint}
          error={errors.why}
          value={form.why}
          maxlength={MAX_REASON}
        />
      </Choice>
      <Choice {...chosen(props, 'conflict')} label={says.conflict} hint={says.conflictHint}>
        <TextArea
          id="conflictWhy"
          label={says.why}
          hint={says.internalHint}
          error={errors.conflictWhy}
          value={form.conflictWhy}
          maxlength={MAX_REASON}
        />
      </Choice>
      <Choice {...chosen(props, 'away')} label={says.away} hint={says.awayHint}>
        <Input
          id="until"
          type="date"
          label={says.until}
          hint={says.untilHint}
          error={errors.until}
          value={form.until}
          short
        />
        <Input
          id="instead"
          type="email"
          list="colleagues"
          label={says.instead}
          hint={says.insteadHint}
          error={errors.instead}
          value={form.instead}
        />
        <Input
          id="awayCode"
          label={says.code}
          hint={says.awayCodeHint(found.id)}
          error={errors.awayCode}
          value={form.awayCode}
          short
        />
      </Choice>
      <datalist id="colleagues">
        {colleagues.map((one) => (
          <option value={one} />
        ))}
      </datalist>
    </>
  );
}
