-- How often do deadlines pass before anybody decides?
--
-- Columns
--   month            its first day; requests count in the month in which they came
--   asked            requests that somebody was asked to decide
--   reminded         of them, those in which somebody had to be reminded
--   passed_on        those that a level left to the next one
--   overdue          those in which the last level's deadline passed too
--   promises_broken  those whose customer was told that the promised day would be missed
--   missed           passed_on or overdue
--   missed_share     missed, of those asked
--   low, high        where the share lies that such months have, 95 times of 100
--   stands_out       whether it is higher than in the other months beyond chance (less than 1 in 1,000), over at least 20
--
-- How to read it
--   Look for months that stand out, and then at who was away. An interval from low to high that is wide means that there were few requests. It is
--   Wilson's: E. B. Wilson (1927), Journal of the American Statistical Association 22.
with rounds as (
  select
    case_id,
    round,
    max(case when type = 'decided' then 1 else 0 end) as decided
  from events
  where day >= cast(:since as date) and day < cast(:until as date) and round is not null
  group by 1, 2
),
ordered as (
  select case_id, decided, lead(round) over (partition by case_id order by round) as next_round
  from rounds
),
left_to_next as (
  select case_id, max(case when decided = 0 and next_round is not null then 1 else 0 end) as passed_on
  from ordered
  group by 1
),
months as (
  select
    cast(date_trunc('month', c.day) as date) as month,
    count(*) as asked,
    count(*) filter (where c.reminders > 0) as reminded,
    count(*) filter (where p.passed_on = 1) as passed_on,
    count(*) filter (where c.overdue) as overdue,
    count(*) filter (where c.promise_broken) as promises_broken,
    count(*) filter (where p.passed_on = 1 or c.overdue) as missed
  from cases c
  join left_to_next p on p.case_id = c.case_id
  where c.day >= cast(:since as date) and c.day < cast(:until as date)
  group by 1
),
compared as (
  select
    months.*,
    cast(asked as double) as n,
    cast(missed as double) as k,
    cast(sum(missed) over () - missed as double) / nullif(cast(sum(asked) over () - asked as double), 0) as elsewhere
  from months
)
select
  month,
  asked,
  reminded,
  passed_on,
  overdue,
  promises_broken,
  missed,
  round(k / n, 3) as missed_share,
  round((k + 1.9207294e0 - 1.9599640e0 * sqrt(k * (n - k) / n + 0.9603647e0)) / (n + 3.8414588e0), 3) as low,
  round((k + 1.9207294e0 + 1.9599640e0 * sqrt(k * (n - k) / n + 0.9603647e0)) / (n + 3.8414588e0), 3) as high,
  coalesce(
    (k + 5.4137831e0 - 3.2905267e0 * sqrt(k * (n - k) / n + 2.7068915e0)) / (n + 10.8275661e0) > elsewhere and n >= 20,
    false
  ) as stands_out
from compared
order by 1
