-- Did a change of the guidelines make them worse: do people decide against them more often since then?
--
-- Columns
--   policy_version  the name of the guidelines, by when they were first used
--   first_used      the day of their first evaluation, in UTC
--   decided         decided cases that were evaluated by them when they were first decided
--   recommended     of these, those for which they recommended to approve or to decline
--   followed        of those, the ones that people first decided so
--   followed_share  followed, of those recommended
--   currency        the one of most of the cases that people decided the other way
--   against_amount  the money asked for in those, in that currency
--   appeals         decided cases in which the customer asked that somebody else looks, and which are decided again
--   difference      followed_share less that of the guidelines before
--   low, high       where that difference lies, 95 times of 100
--   got_worse       whether it is beyond doubt more than 2 points below 0 (less than 1 in 1,000), with at least 20 recommended on both sides
--
-- How to read it
--   -0.08 means: of 100 recommendations, people follow 8 fewer than under the guidelines before. Either the change was a bad one, or nobody told those who
--   decide about it. npm run policy -- replay with both policies lists the cases that the change turned, and how people decided them. Other things change
--   in the same time: what customers ask for, and who decides. The interval is Newcombe's (method 10): R. G. Newcombe (1998), Statistics in Medicine 17.
with decisions as (
  select
    coalesce(first_policy_version, policy_version) as policy_version,
    evaluated_at,
    currency,
    amount,
    case when coalesce(first_outcome, outcome) in ('approved', 'part-approved') then 1 else 0 end as approved,
    case
      when coalesce(first_route, route) in ('within-policy', 'approve-as-goodwill') then 1
      when coalesce(first_route, route) = 'recommend-declining' then 0
    end as recommended,
    case when first_outcome is not null and position('decision' in coalesce(objections, '')) > 0 then 1 else 0 end as appealed
  from cases
  where day >= cast(:since as date) and day < cast(:until as date) and outcome is not null
    and coalesce(first_policy_version, policy_version) is not null
),
money as (
  select
    policy_version,
    currency,
    sum(amount) as amount,
    row_number() over (partition by policy_version order by count(*) desc, currency) as place
  from decisions
  where recommended <> approved and amount is not null
  group by 1, 2
),
versions as (
  select
    policy_version,
    min(evaluated_at) as first_used,
    count(*) as decided,
    count(recommended) as recommended,
    count(*) filter (where recommended = approved) as followed,
    sum(appealed) as appeals,
    cast(count(recommended) as double) as n1,
    cast(count(*) filter (where recommended = approved) as double) as k1
  from decisions
  group by 1
),
compared as (
  select
    versions.*,
    k1 / nullif(n1, 0) as p1,
    lag(n1) over (order by first_used, policy_version) as n0,
    lag(k1) over (order by first_used, policy_version) as k0,
    lag(k1 / nullif(n1, 0)) over (order by first_used, policy_version) as p0
  from versions
),
bounds as (
  select
    compared.*,
    p1 - p0 as d,
    (k1 + 1.9207294e0 - 1.9599640e0 * sqrt(k1 * (n1 - k1) / nullif(n1, 0) + 0.9603647e0)) / (n1 + 3.8414588e0) as low1,
    (k1 + 1.9207294e0 + 1.9599640e0 * sqrt(k1 * (n1 - k1) / nullif(n1, 0) + 0.9603647e0)) / (n1 + 3.8414588e0) as high1,
    (k0 + 1.9207294e0 - 1.9599640e0 * sqrt(k0 * (n0 - k0) / nullif(n0, 0) + 0.9603647e0)) / (n0 + 3.8414588e0) as low0,
    (k0 + 1.9207294e0 + 1.9599640e0 * sqrt(k0 * (n0 - k0) / nullif(n0, 0) + 0.9603647e0)) / (n0 + 3.8414588e0) as high0,
    (k1 + 5.4137831e0 + 3.2905267e0 * sqrt(k1 * (n1 - k1) / nullif(n1, 0) + 2.7068915e0)) / (n1 + 10.8275661e0) as most1,
    (k0 + 5.4137831e0 - 3.2905267e0 * sqrt(k0 * (n0 - k0) / nullif(n0, 0) + 2.7068915e0)) / (n0 + 10.8275661e0) as least0
  from compared
)
select
  b.policy_version,
  cast(b.first_used as date) as first_used,
  b.decided,
  b.recommended,
  b.followed,
  round(b.p1, 3) as followed_share,
  m.currency,
  coalesce(m.amount, 0) as against_amount,
  b.appeals,
  round(b.d, 3) as difference,
  round(b.d - sqrt((b.p1 - b.low1) * (b.p1 - b.low1) + (b.high0 - b.p0) * (b.high0 - b.p0)), 3) as low,
  round(b.d + sqrt((b.high1 - b.p1) * (b.high1 - b.p1) + (b.p0 - b.low0) * (b.p0 - b.low0)), 3) as high,
  coalesce(
    b.d + sqrt((b.most1 - b.p1) * (b.most1 - b.p1) + (b.p0 - b.least0) * (b.p0 - b.least0)) < -0.02e0
      and b.n0 >= 20 and b.n1 >= 20,
    false
  ) as got_worse
from bounds b
left join money m on m.policy_version = b.policy_version and m.place = 1
order by b.first_used, b.policy_version
