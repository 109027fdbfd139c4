-- How long does each level take to decide, from being asked?
--
-- Columns
--   level         1 is the level asked first
--   asked         how many times it was asked
--   decided       how many of them it decided; the others went to the next level, or are open
--   median_hours  half of the decisions took at most so many hours
--   p90_hours     nine in ten took at most so many
--   slow          whether the median is more than twice that of the fastest level, over at least 20 decisions
--
-- How to read it
--   Nights and weekends count. The time begins when this level was asked, so that a level is not blamed for the one before it. For the time that
--   customers wait in all, see hours_to_decision of cases.
with rounds as (
  select
    case_id,
    round,
    max(level) as level,
    min(case when type = 'round-opened' then events."at" end) as asked_at,
    min(case when type = 'decided' then events."at" end) as decided_at
  from events
  where day >= cast(:since as date) and day < cast(:until as date)
    and type in ('round-opened', 'decided')
  group by 1, 2
),
took as (
  select level, date_diff('second', asked_at, decided_at) / 3600e0 as hours
  from rounds
  where level is not null and asked_at is not null
),
ranked as (
  select
    level,
    hours,
    row_number() over (partition by level order by hours) as place,
    count(hours) over (partition by level) as decided
  from took
),
levels as (
  select
    level,
    count(*) as asked,
    count(hours) as decided,
    max(case when place <= ceil(0.5e0 * decided) then hours end) as median_hours,
    max(case when place <= ceil(0.9e0 * decided) then hours end) as p90_hours
  from ranked
  group by 1
)
select
  level,
  asked,
  decided,
  round(median_hours, 1) as median_hours,
  round(p90_hours, 1) as p90_hours,
  coalesce(decided >= 20 and median_hours > 2 * min(median_hours) over (), false) as slow
from levels
order by 1
