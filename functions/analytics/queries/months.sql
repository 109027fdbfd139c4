-- How do the months compare?
--
-- Columns
--   month            its first day
--   requests         how many asked in it
--   decided          how many of them have a decision
--   approved_share   approved in full or in part by the last decision, of those that are decided
--   declined_share   declined by the last decision, of those that are decided
--   within_a_day     first decided within 24 hours of the first mail, of those that are decided
--   objections       how many objected to what was decided
--   average_score    what those who answered gave, from 1 to 5
--
-- How to read it
--   Each request counts in the month in which it came, whatever happened to it later. The newest month is not over: some of its requests have no
--   decision yet, and few have an answer.
select
  cast(date_trunc('month', day) as date) as month,
  count(*) as requests,
  count(outcome) as decided,
  round(
    cast(count(*) filter (where outcome in ('approved', 'part-approved')) as double) / nullif(count(outcome), 0),
    3
  ) as approved_share,
  round(cast(count(*) filter (where outcome = 'declined') as double) / nullif(count(outcome), 0), 3) as declined_share,
  round(
    cast(count(*) filter (where date_diff('second', opened_at, coalesce(first_decided_at, decided_at)) <= 86400) as double)
      / nullif(count(outcome), 0),
    3
  ) as within_a_day,
  count(objections) as objections,
  round(avg(cast(feedback_score as double)), 2) as average_score
from cases
where day >= cast(:since as date) and day < cast(:until as date)
group by 1
order by 1
