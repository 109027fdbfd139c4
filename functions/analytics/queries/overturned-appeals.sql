-- When customers ask that somebody else looks, how often is the decision changed in their favour?
--
-- Columns
--   month             its first day; requests count in the month in which they came
--   not_in_full       requests whose first decision gave less than was asked for
--   appeals           of them, those in which the customer asked that somebody else looks, and which are decided again
--   overturned        of those, the ones that ended better for the customer
--   overturned_share  overturned, of the appeals
--   low, high         where the share lies that such months have, 95 times of 100
--   stands_out        whether it is higher than in the other months beyond chance (less than 1 in 1,000), over at least 10
--
-- How to read it
--   A share that is high everywhere says that first decisions are too strict, or that appeals are waved through: read some. One month that
--   stands out says that something was decided badly in it. The interval is Wilson's.
with decided as (
  select
    cast(date_trunc('month', day) as date) as month,
    coalesce(first_outcome, outcome) as first_outcome,
    case when first_outcome is not null and position('decision' in coalesce(objections, '')) > 0 then 1 else 0 end as appealed,
    case coalesce(first_outcome, outcome) when 'approved' then 3 when 'part-approved' then 2 when 'alternative' then 1 else 0 end as before,
    case outcome when 'approved' then 3 when 'part-approved' then 2 when 'alternative' then 1 else 0 end as after
  from cases
  where day >= cast(:since as date) and day < cast(:until as date) and outcome is not null
),
months as (
  select
    month,
    count(*) filter (where before < 3) as not_in_full,
    count(*) filter (where appealed = 1) as appeals,
    count(*) filter (where appealed = 1 and after > before) as overturned
  from decided
  group by 1
),
compared as (
  select
    months.*,
    cast(appeals as double) as n,
    cast(overturned as double) as k,
    cast(sum(overturned) over () - overturned as double)
      / nullif(cast(sum(appeals) over () - appeals as double), 0) as elsewhere
  from months
)
select
  month,
  not_in_full,
  appeals,
  overturned,
  round(k / nullif(n, 0), 3) as overturned_share,
  round((k + 1.9207294e0 - 1.9599640e0 * sqrt(k * (n - k) / nullif(n, 0) + 0.9603647e0)) / (n + 3.8414588e0), 3) as low,
  round((k + 1.9207294e0 + 1.9599640e0 * sqrt(k * (n - k) / nullif(n, 0) + 0.9603647e0)) / (n + 3.8414588e0), 3) as high,
  coalesce(
    (k + 5.4137831e0 - 3.2905267e0 * sqrt(k * (n - k) / nullif(n, 0) + 2.7068915e0)) / (n + 10.8275661e0) > elsewhere and n >= 10,
    false
  ) as stands_out
from compared
order by 1
