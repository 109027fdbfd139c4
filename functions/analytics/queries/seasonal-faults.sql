-- Did something go wrong with a kind of product in one month?
--
-- Columns
--   month       its first day; requests count in the month in which they came
--   category    what customers bought
--   reason      why they asked
--   requests    how many there were, at least 10
--   expected    how many there would have been as in its other months, in a month with so many requests in all
--   times       requests, of those expected
--   surprise    how far it is beyond chance, in standard deviations
--   stands_out  whether it is at least twice what was expected, and the surprise is 4.5 or more
--
-- How to read it
--   Each kind is compared with itself in the other months, so a busy season alone is no surprise. With several hundred kinds and months a surprise of 3
--   comes up by chance; 4.5 once in hundreds of years. What stands out is worth a call to the supplier. Counts are taken as Poisson's, and the
--   surprise is that of two of them: M. D. Huffman (1984), Applied Statistics 33.
with monthly as (
  select
    cast(date_trunc('month', day) as date) as month,
    coalesce(product_category, 'unknown') as category,
    coalesce(reason, 'unknown') as reason,
    cast(count(*) as double) as n
  from cases
  where day >= cast(:since as date) and day < cast(:until as date)
  group by 1, 2, 3
),
totals as (
  select month, sum(n) as total from monthly group by 1
),
kinds as (
  select category, reason, sum(n) as everywhere from monthly group by 1, 2
),
compared as (
  select
    m.month,
    m.category,
    m.reason,
    m.n,
    k.everywhere - m.n as elsewhere,
    (t.total - m.n) / nullif(a.total - t.total - (k.everywhere - m.n), 0) as ratio
  from monthly m
  join totals t on t.month = m.month
  join kinds k on k.category = m.category and k.reason = m.reason
  cross join (select sum(total) as total from totals) a
),
surprises as (
  select
    compared.*,
    ratio * elsewhere as expected,
    2 * (sqrt(n + 0.375e0) - sqrt(ratio * (elsewhere + 0.375e0))) / sqrt(1 + ratio) as surprise
  from compared
  where ratio is not null
)
select
  month,
  category,
  reason,
  cast(n as bigint) as requests,
  round(expected, 1) as expected,
  round(n / nullif(expected, 0), 1) as times,
  round(surprise, 1) as surprise,
  n >= 2 * expected and surprise >= 4.5e0 as stands_out
from surprises
where n >= 10
order by surprises.surprise desc, 1, 2, 3
