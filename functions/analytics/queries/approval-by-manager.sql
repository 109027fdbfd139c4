-- Do managers approve differently on like cases?
--
-- Columns
--   approver          the pseudonym of who decided first
--   decisions         how many they decided that a colleague decided the like of
--   approved_share    approved in full or in part, of those
--   colleagues_share  what colleagues approved of the same mix of cases, without those who are apart from most
--   difference        how much more (above 0) or less (below) they approve than those colleagues on like cases
--   low, high         where that difference lies, 95 times of 100
--   stands_out        whether they are apart from most, and the difference is beyond doubt more than 10 points (less than 1 in 1,000), with some 20 like cases on both sides
--   two_differ        whether the difference is so large and there is only one colleague to compare with: the numbers cannot say which of the two is right
--
-- How to read it
--   -0.25 means: of 100 like cases they approve 25 fewer than colleagues. Like cases have the same reason, the same recommendation of the same policy, and
--   were decided by the same level; their scores, and their amounts of one currency, are in the same quarter of all there are. Each kind is compared within
--   itself, and the kinds count by how much each can tell. So nobody is blamed for a harder mix, and who gets what a limit passes on is compared with others
--   who do. What the columns do not show (a photo, a tone of voice) is not compared: look at some cases before you talk to somebody.
--   Who is apart from most is no measure for the others, so that one strict colleague makes nobody else look generous. Apart from most is who differs by more
--   than 5 points (beyond doubt, 19 times of 20) from more than half of all who decide the like, themselves counted. So nobody stands out of two, nor where
--   one half decides like this and the other like that: the numbers cannot say who is right. Only first decisions count, as appeals are another kind of case.
--   With fewer than some 20 cases on a side the interval is narrower than it should be: look at decisions first.
--   The difference is Mantel and Haenszel's over the kinds of cases, its interval Sato's, which holds for small kinds too: T. Sato (1989), Biometrics 45.
with decisions as (
  select
    coalesce(first_approver, approver) as approver,
    first_level,
    reason,
    first_route,
    first_policy_version,
    currency,
    least(3e0, floor(4e0 * percent_rank() over (partition by first_policy_version order by first_score))) as score_quarter,
    least(3e0, floor(4e0 * percent_rank() over (partition by currency order by amount))) as amount_quarter,
    case when coalesce(first_outcome, outcome) in ('approved', 'part-approved') then 1e0 else 0e0 end as approved
  from cases
  where day >= cast(:since as date) and day < cast(:until as date) and outcome is not null
),
kinds as (
  select
    approver,
    dense_rank() over (
      order by first_level, reason, first_route, first_policy_version, currency, score_quarter, amount_quarter
    ) as kind,
    cast(count(*) as double) as n,
    sum(approved) as a
  from decisions
  where approver is not null
  group by approver, first_level, reason, first_route, first_policy_version, currency, score_quarter, amount_quarter
),
both_sides as (
  select
    one.approver,
    other.approver as colleague,
    sum(one.n * other.n / (one.n + other.n)) as weight,
    sum((one.a * other.n - other.a * one.n) / (one.n + other.n)) as wd,
    sum((one.n * one.n * other.a - other.n * other.n * one.a + one.n * other.n * (other.n - one.n) / 2)
      / ((one.n + other.n) * (one.n + other.n))) as p,
    sum((one.a * (other.n - other.a) + other.a * (one.n - one.a)) / (2 * (one.n + other.n))) as q
  from kinds one
  join kinds other on other.kind = one.kind and other.approver <> one.approver
  group by one.approver, other.approver
),
pairs as (
  select
    approver,
    wd / weight as difference,
    sqrt(greatest(0e0, (wd / weight) * p + q)) / weight as deviation
  from both_sides
  where weight >= 5
),
standing as (
  select
    approver,
    count(*) as colleagues,
    greatest(
      count(*) filter (where difference - 1.9599640e0 * deviation > 0.05e0),
      count(*) filter (where -difference - 1.9599640e0 * deviation > 0.05e0)
    ) as clearly
  from pairs
  group by approver
),
apart as (
  select approver from standing where 2 * clearly > colleagues + 1
),
measure as (
  select kind, approver, n, a from kinds where approver not in (select approver from apart)
),
compared as (
  select
    kinds.approver,
    kinds.n as n1,
    kinds.a as a1,
    sum(measure.n) as n0,
    sum(measure.a) as a0
  from kinds
  join measure on measure.kind = kinds.kind and measure.approver <> kinds.approver
  group by kinds.approver, kinds.kind, kinds.n, kinds.a
),
people as (
  select
    approver,
    sum(n1) as n,
    sum(a1) as approved,
    sum(n1 * (a0 / n0)) as like_colleagues,
    sum(n1 * n0 / (n1 + n0)) as weight,
    sum((a1 * n0 - a0 * n1) / (n1 + n0)) as wd,
    sum((n1 * n1 * a0 - n0 * n0 * a1 + n1 * n0 * (n0 - n1) / 2) / ((n1 + n0) * (n1 + n0))) as p,
    sum((a1 * (n0 - a0) + a0 * (n1 - a1)) / (2 * (n1 + n0))) as q
  from compared
  group by approver
),
measured as (
  select
    approver,
    n,
    approved,
    like_colleagues,
    weight,
    wd / weight as difference,
    sqrt(greatest(0e0, (wd / weight) * p + q)) / weight as deviation
  from people
)
select
  measured.approver,
  cast(n as bigint) as decisions,
  round(approved / n, 3) as approved_share,
  round(like_colleagues / n, 3) as colleagues_share,
  round(difference, 3) as difference,
  round(difference - 1.9599640e0 * deviation, 3) as low,
  round(difference + 1.9599640e0 * deviation, 3) as high,
  apart.approver is not null and abs(difference) - 3.2905267e0 * deviation > 0.1e0 and weight >= 10 as stands_out,
  coalesce(standing.colleagues, 0) = 1 and abs(difference) - 3.2905267e0 * deviation > 0.1e0 and weight >= 10 as two_differ
from measured
left join standing on standing.approver = measured.approver
left join apart on apart.approver = measured.approver
order by 5, 1
