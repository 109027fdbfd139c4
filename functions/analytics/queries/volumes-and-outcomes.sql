-- What do customers ask for, why, and how does it end?
--
-- Columns
--   reason          why they asked; unknown where the mail does not say
--   category        what they bought; unknown where no order says
--   requests        how many asked
--   decided         how many of them have a decision
--   approved        how many got all of their money, or a part, by the last decision
--   alternative     how many got something else in its place
--   declined        how many got nothing
--   withdrawn       how many took their request back
--   approved_share  approved, of those that are decided
--
-- How to read it
--   The largest groups come first. What is neither decided nor withdrawn is still open. A share of a few requests says little: look at
--   decided first.
select
  coalesce(reason, 'unknown') as reason,
  coalesce(product_category, 'unknown') as category,
  count(*) as requests,
  count(outcome) as decided,
  count(*) filter (where outcome in ('approved', 'part-approved')) as approved,
  count(*) filter (where outcome = 'alternative') as alternative,
  count(*) filter (where outcome = 'declined') as declined,
  count(*) filter (where status = 'withdrawn') as withdrawn,
  round(
    cast(count(*) filter (where outcome in ('approved', 'part-approved')) as double) / nullif(count(outcome), 0),
    3
  ) as approved_share
from cases
where day >= cast(:since as date) and day < cast(:until as date)
group by 1, 2
order by 3 desc, 1, 2
