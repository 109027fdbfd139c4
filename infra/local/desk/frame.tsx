import type { Child } from 'hono/jsx';
import type { Case, Status } from '../../../functions/domain/case.ts';
import type { Outcome } from '../../../functions/domain/decision.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { Instant } from '../../../functions/domain/time.ts';
import { Page } from '../../../functions/web/layout.tsx';
import { terms } from '../../../functions/wording/terms.ts';

const places = [
  ['/', 'Cases'],
  ['/mail', 'Mailbox'],
  ['/quarantine', 'Quarantine'],
  ['/write', 'Write as a customer'],
  ['/export', 'Export'],
] as const;
export type Place = (typeof places)[number][0];

/** A page of the desk, with the way to the others above it; tables take the whole width, text what is read best. */
export function Frame(props: { title: string; at?: Place; text?: boolean; children?: Child }) {
  const { title, at, text = false, children } = props;
  const nav = places.map(([href, label]) => (
    <a href={href} {...(href === at && { 'aria-current': 'page' })}>
      {label}
    </a>
  ));
  return (
    <Page language="en" title={`${title} · Goodwill desk`} width="wide" brand="Goodwill desk" nav={nav}>
      {text ? <div class="measure">{children}</div> : children}
    </Page>
  );
}

/** An instant in the shop's time zone, to the minute; `exact` shows the second too. */
export function When({ at, policy, exact = false }: { at: Instant; policy: Policy; exact?: boolean }) {
  const { timeZone } = policy.shop;
  const timeStyle = exact ? 'medium' : 'short';
  const shown = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle, timeZone });
  return <time datetime={at}>{shown.format(new Date(at))}</time>;
}

const statusTone: Record<Status, string> = {
  received: 'info',
  evaluated: 'info',
  'awaiting-decision': 'warn',
  decided: 'info',
  told: 'info',
  closed: '',
  withdrawn: '',
};
const outcomeTone: Record<Outcome, string> = {
  approved: 'good',
  'part-approved': 'good',
  alternative: 'info',
  declined: 'bad',
};

export function StatusBadge({ found }: { found: Case }) {
  return (
    <>
      <span class={`badge ${statusTone[found.status]}`}>{terms.en.statuses[found.status]}</span>
      {found.problem && (
        <>
          {' '}
          <span class="badge bad">A step failed</span>
        </>
      )}
    </>
  );
}

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <span class={`badge ${outcomeTone[outcome]}`}>{terms.en.outcomes[outcome]}</span>;
}

/** A table whose rows become blocks on a phone. The first cell of a row names it. */
export function Table({ label, columns, rows }: { label: string; columns: string[]; rows: Child[][] }) {
  return (
    <div class="scroll">
      <table class="table stack" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, index) => (
                <td {...(index > 0 && { 'data-label': columns[index] })}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
