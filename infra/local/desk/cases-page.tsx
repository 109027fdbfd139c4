import { type Case, isDecided, type Status } from '../../../functions/domain/case.ts';
import { formatMoney } from '../../../functions/domain/money.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { askedAmount, known } from '../../../functions/domain/request.ts';
import type { Instant } from '../../../functions/domain/time.ts';
import { oneLine, shorten } from '../../../functions/wording/plain.ts';
import { terms } from '../../../functions/wording/terms.ts';
import { MOST_LISTED } from './deps.ts';
import { Frame, OutcomeBadge, StatusBadge, Table, When } from './frame.tsx';

export const statuses = Object.keys(terms.en.statuses) as Status[];

/** How often a page that was asked to keep itself fresh is loaded again (seconds). */
export const REFRESH_SECONDS = 5;

interface Props {
  cases: Case[];
  status: Status | undefined;
  /** Whether the person asked for the page to reload itself. It never does unasked: that takes focus and place from a reader. */
  live: boolean;
  now: Instant;
  policy: Policy;
}

/** Every case, newest first. */
export function CasesPage({ cases, status, live, now, policy }: Props) {
  const shown = status ? cases.filter((found) => found.status === status) : cases;
  return (
    <Frame title="Cases" at="/">
      <h1>Cases</h1>
      {cases.length === 0 ? (
        <NoCases policy={policy} />
      ) : (
        <>
          <Filter cases={cases} status={status} live={live} />
          <section class="card" aria-label="Cases">
            {shown.length === 0 ? (
              <p>No case is at this point now.</p>
            ) : (
              <CaseTable cases={shown} policy={policy} />
            )}
          </section>
          {cases.length === MOST_LISTED && (
            <p class="muted">Only the newest {MOST_LISTED} cases are listed.</p>
          )}
        </>
      )}
      <Freshness status={status} live={live} now={now} policy={policy} />
    </Frame>
  );
}

function NoCases({ policy }: { policy: Policy }) {
  return (
    <section class="card">
      <p>
        No customer has written yet. Send a mail to <strong>{policy.shop.refunds}</strong> with any mail
        program, or write one here.
      </p>
      <p>
        <a class="button" href="/write">
          Write as a customer
        </a>
      </p>
    </section>
  );
}

function Filter({ cases, status, live }: Pick<Props, 'cases' | 'status' | 'live'>) {
  const count = (one: Status) => cases.filter((found) => found.status === one).length;
  const used = statuses.filter((one) => one === status || count(one) > 0);
  const chip = (one: Status | undefined, label: string) => (
    <li>
      <a href={address(one, live)} {...(one === status && { 'aria-current': 'true' })}>
        {label}
      </a>
    </li>
  );
  return (
    <nav aria-label="Filter by status">
      <ul class="chips">
        {chip(undefined, `All (${cases.length})`)}
        {used.map((one) => chip(one, `${terms.en.statuses[one]} (${count(one)})`))}
      </ul>
    </nav>
  );
}

function CaseTable({ cases, policy }: Pick<Props, 'cases' | 'policy'>) {
  const rows = cases.map((found) => {
    const { request } = found;
    return [
      <a class="mono" href={`/cases/${found.id}`}>
        {found.id}
      </a>,
      short(known(request.customer.name) ?? request.customer.address),
      <Subject found={found} />,
      <>
        <StatusBadge found={found} />
        {isDecided(found) && (
          <>
            {' '}
            <OutcomeBadge outcome={found.decided.decision.outcome} />
          </>
        )}
      </>,
      'evaluation' in found ? terms.en.routes[found.evaluation.route] : '',
      <When at={found.updatedAt} policy={policy} />,
    ];
  });
  const columns = ['Case', 'Customer', 'About', 'Status', 'Recommended', 'Updated'];
  return <Table label="Cases" columns={columns} rows={rows} />;
}

/** What the request is about: the product and the amount, as far as they are known. */
function Subject({ found }: { found: Case }) {
  const product = known(found.request.product);
  const amount = known(askedAmount(found.request));
  if (!product && !amount) return <span class="muted">not known</span>;
  return (
    <>
      {product && short(product)}
      {product && amount && ', '}
      {amount && <span class="number">{formatMoney(amount, 'en')}</span>}
    </>
  );
}

function Freshness({ status, live, now, policy }: Omit<Props, 'cases'>) {
  return (
    <p class="muted small">
      As of <When at={now} policy={policy} /> ({policy.shop.timeZone}).{' '}
      <a href={address(status, live)}>Refresh</a>
      {' · '}
      {live ? (
        <a href={address(status, false)}>Stop refreshing every {REFRESH_SECONDS} seconds</a>
      ) : (
        <a href={address(status, true)}>Refresh every {REFRESH_SECONDS} seconds</a>
      )}
    </p>
  );
}

function address(status: Status | undefined, live: boolean): string {
  const query = new URLSearchParams({ ...(status && { status }), ...(live && { live: '1' }) }).toString();
  return query ? `/?${query}` : '/';
}

function short(text: string): string {
  return shorten(oneLine(text), 60);
}
