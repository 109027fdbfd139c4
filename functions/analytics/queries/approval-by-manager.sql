-- Do managers approve differently on like cases?
--
-- Columns
--   approver          the pseudonym of who decided first
--   decisions         how many they decided that a colleague decided the like of
--   approved_share    approved in full or in part, of those
--   colleagues_share  what colleagues approved of the same mix of cases
--   difference        how much more (above 0) or less (below) they approve than colleagues on like cases
--   low, high         where that difference lies, 95 times of 100
--   stands_out        whether it is beyond doubt more than 10 points either way (less than 1 in 1,000), with some 20 like cases on both sides
--
-- How to read it
--   -0.25 means: of 100 like cases they approve 25 fewer than colleagues. Like cases have the same reason, the same recommendation and an amount of the
--   same size, in one currency; each kind is compared within itself, and the kinds count by how much each can tell. So nobody is blamed for a harder mix. What
--   the columns do not show (a photo, a tone of voice) is not compared: look at some cases before you talk to somebody. With two managers each is compared
--   with the other, and the query cannot say who is right. Only first decisions count, as appeals are another kind of case.
--   With fewer than some 20 cases on a side the interval is narrower than it should be: look at decisions first.
--   The difference is Mantel and Haenszel's over the kinds of cases, its interval Sato's, which holds for small kinds too: T. Sato (1989), Biometrics 45.
with decisions as (
  select
    coalesce(first_approver, approver) as approver,
    coalesce(reason, 'unknown') as reason,
    coalesce(route, 'unknown') as route,
    coalesce(currency, 'unknown') as currency,
    case
      when amount is null then 'unknown'
      when amount < 50 then 'below 50'
      when amount < 150 then '50 to 150'
      when amount < 500 then '150 to 500'
      else '500 and more'
    end as amount_band,
    case when coalesce(first_outcome, outcome) in ('approved', 'part-approved') then 1e0 else 0e0 end as approved
  from cases
  where day >= cast(:since as date) and day < cast(:until as date) and outcome is not null
),
kinds as (
  select approver, reason, route, currency, amount_band, cast(count(*) as double) as n1, sum(approved) as a1
  from decisions
  where approver is not null
  group by 1, 2, 3, 4, 5
),
compared as (
  select
    approver,
    n1,
    a1,
    sum(n1) over (partition by reason, route, currency, amount_band) - n1 as n0,
    sum(a1) over (partition by reason, route, currency, amount_band) - a1 as a0
  from kinds
),
weighed as (
  select
    approver,
    n1,
    a1,
    n1 * (a0 / n0) as like_colleagues,
    n1 * n0 / (n1 + n0) as w,
    (a1 * n0 - a0 * n1) / (n1 + n0) as wd,
    (n1 * n1 * a0 - n0 * n0 * a1 + n1 * n0 * (n0 - n1) / 2) / ((n1 + n0) * (n1 + n0)) as p,
    (a1 * (n0 - a0) + a0 * (n1 - a1)) / (2 * (n1 + n0)) as q
  from compared
  where n0 > 0
),
people as (
  select
    approver,
    sum(n1) as n,
    sum(a1) as approved,
    sum(like_colleagues) as like_colleagues,
    sum(wd) / sum(w) as difference,
    sum(w) as weight,
    sqrt(greatest(0e0, (sum(wd) / sum(w)) * sum(p) + sum(q))) / sum(w) as deviation
  from weighed
  group by 1
)
select
  approver,
  cast(n as bigint) as decisions,
  round(approved / n, 3) as approved_share,
  round(like_colleagues / n, 3) as colleagues_share,
  round(difference, 3) as difference,
  round(difference - 1.9599640e0 * deviation, 3) as low,
  round(difference + 1.9599640e0 * deviation, 3) as high,
  abs(difference) - 3.2905267e0 * deviation > 0.1e0 and weight >= 10 as stands_out
from people
order by 5, 1
