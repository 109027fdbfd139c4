-- How often does a manager leave the recommendation, or the precedents?
--
-- Columns
--   approver             the pseudonym of who decided first
--   recommended          decisions on cases for which the guidelines recommended to approve or to decline
--   left_recommendation  of them, those decided the other way
--   left_share           left_recommendation, of those
--   low, high            where that share lies, 95 times of 100
--   with_precedents      decisions with a clear line of at least four like cases, four in five of which had gone one way: the clearLine of the default policy
--   left_precedents      of them, those decided the other way
--   left_line_share      left_precedents, of those
--   stands_out           whether left_share is beyond doubt more than 5 points above that of all colleagues together, and of more than half of all (less than 1 in 1,000), over at least 20
--
-- How to read it
--   Leaving the guidelines is what managers are for: the guidelines recommend and a person decides. Who never leaves them may not be looking; who
--   stands out may have other guidelines in mind, or other cases. What the guidelines leave to the manager does not count here. What was recommended,
--   and how like cases had gone, is as it was when it was first decided, whatever an objection changed. Where your policy has another clearLine, the
--   report of the month goes by that one; change the 4, the 0.799 and the 0.201 (0.8 and 0.2, which are not exact) here. The interval is Wilson's.
with decisions as (
  select
    coalesce(first_approver, approver) as approver,
    case when coalesce(first_outcome, outcome) in ('approved', 'part-approved') then 1 else 0 end as approved,
    case
      when first_route in ('within-policy', 'approve-as-goodwill') then 1
      when first_route = 'recommend-declining' then 0
    end as recommended,
    case
      when first_precedents_count >= 4 and first_precedents_approved_share >= 0.799e0 then 1
      when first_precedents_count >= 4 and first_precedents_approved_share <= 0.201e0 then 0
    end as line
  from cases
  where day >= cast(:since as date) and day < cast(:until as date) and outcome is not null
),
people as (
  select
    approver,
    count(recommended) as recommended,
    count(*) filter (where recommended <> approved) as left_recommendation,
    count(line) as with_precedents,
    count(*) filter (where line <> approved) as left_precedents
  from decisions
  where approver is not null
  group by 1
),
compared as (
  select
    people.*,
    cast(recommended as double) as n,
    cast(left_recommendation as double) as k,
    cast(sum(left_recommendation) over () - left_recommendation as double)
      / nullif(cast(sum(recommended) over () - recommended as double), 0) as elsewhere
  from people
),
bounded as (
  select
    compared.*,
    (k + 5.4137831e0 - 3.2905267e0 * sqrt(k * (n - k) / nullif(n, 0) + 2.7068915e0)) / (n + 10.8275661e0) as beyond_doubt
  from compared
),
apart as (
  select one.approver
  from bounded one
  join bounded other on other.approver <> one.approver and other.n >= 20
  where one.n >= 20
  group by one.approver
  having 2 * count(*) filter (where one.beyond_doubt > other.k / other.n + 0.05e0) > count(*) + 1
)
select
  approver,
  recommended,
  left_recommendation,
  round(k / nullif(n, 0), 3) as left_share,
  round((k + 1.9207294e0 - 1.9599640e0 * sqrt(k * (n - k) / nullif(n, 0) + 0.9603647e0)) / (n + 3.8414588e0), 3) as low,
  round((k + 1.9207294e0 + 1.9599640e0 * sqrt(k * (n - k) / nullif(n, 0) + 0.9603647e0)) / (n + 3.8414588e0), 3) as high,
  with_precedents,
  left_precedents,
  round(cast(left_precedents as double) / nullif(with_precedents, 0), 3) as left_line_share,
  coalesce(beyond_doubt > elsewhere + 0.05e0, false) and approver in (select approver from apart) as stands_out
from bounded
order by 4 desc, 1
