-- Who asks again and again?
--
-- Columns
--   customer         the pseudonym; the same customer has the same one in every case
--   requests         how many they made, at least 5
--   approved         how many were approved in full or in part
--   approved_share   approved, of those that are decided
--   currency         of the amount; empty where there are several
--   granted_amount   the money granted; empty where it is in several currencies
--   first_day        the day of their first request in this time, in UTC
--   last_day         the day of their last one
--
-- How to read it
--   Asking often is no wrong: look at the cases before anything else. The guidelines see the number as well (customer.earlierRequests and
--   customer.earlierExceptions). A changed pseudonym key makes a new customer of everybody.
select
  customer,
  count(*) as requests,
  count(*) filter (where outcome in ('approved', 'part-approved')) as approved,
  round(
    cast(count(*) filter (where outcome in ('approved', 'part-approved')) as double) / nullif(count(outcome), 0),
    3
  ) as approved_share,
  case when min(refund_currency) = max(refund_currency) then min(refund_currency) end as currency,
  case when min(refund_currency) = max(refund_currency) then sum(refund_amount) end as granted_amount,
  min(day) as first_day,
  max(day) as last_day
from cases
where day >= cast(:since as date) and day < cast(:until as date)
group by 1
having count(*) >= 5
order by 2 desc, 3 desc, 1
