-- How often do deadlines pass before anybody decides?
--
-- Columns
--   month            its first day; requests count in the month in which they came
--   asked            requests that somebody was asked to decide
--   reminded         of them, those in which somebody had to be reminded
--   passed_on        those in which a level let its deadline pass, and the next one was asked
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
with steps as (
  select
    case_id,
    type,
    round,
    -- What opens a round, or raises the alarm, in time: it has the same instant. A deadline that passes has nothing before it.
    lag(type) over (partition by case_id order by position) in ('approver-answered', 'approver-left', 'evaluated')
      and lag(events."at") over (partition by case_id order by position) = events."at" as in_time
  from events
  where day >= cast(:since as date) and day < cast(:until as date)
    and type in ('evaluated', 'round-opened', 'approver-answered', 'approver-left', 'overdue')
),
deadlines as (
  select
    case_id,
    max(case when type = 'round-opened' and round > 1 and not coalesce(in_time, false) then 1 else 0 end) as passed_on,
    max(case when type = 'overdue' and not coalesce(in_time, false) then 1 else 0 end) as overdue
  from steps
  group by 1
  having max(round) is not null
),
months as (
  select
    cast(date_trunc('month', c.day) as date) as month,
    count(*) as asked,
    count(*) filter (where c.reminders > 0) as reminded,
    count(*) filter (where d.passed_on = 1) as passed_on,
    count(*) filter (where d.overdue = 1) as overdue,
    count(*) filter (where c.promise_broken) as promises_broken,
    count(*) filter (where d.passed_on = 1 or d.overdue = 1) as missed
  from cases c
  join deadlines d on d.case_id = c.case_id
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
