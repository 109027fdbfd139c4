-- What does goodwill cost?
--
-- Columns
--   month                   its first day; requests count in the month in which they came
--   currency                of the amounts; there is a row for each
--   granted                 requests that were granted money
--   granted_amount          the money granted, by the last decision of each
--   goodwill_amount         of it, what the ordinary return policy would not have given
--   against_advice_amount   of it, what the guidelines recommended to decline
--   average_amount          of those granted
--   paid_amount             the money confirmed as paid, of all decisions
--
-- How to read it
--   Amounts of different currencies are never added up. Money that was granted and not confirmed yet is in granted_amount alone; where a
--   customer objected and was granted more, paid_amount has both payments.
select
  cast(date_trunc('month', day) as date) as month,
  coalesce(refund_currency, paid_currency) as currency,
  count(refund_amount) as granted,
  sum(refund_amount) as granted_amount,
  coalesce(sum(case when route <> 'within-policy' then refund_amount end), 0) as goodwill_amount,
  coalesce(sum(case when route = 'recommend-declining' then refund_amount end), 0) as against_advice_amount,
  round(avg(cast(refund_amount as double)), 2) as average_amount,
  coalesce(sum(paid_amount), 0) as paid_amount
from cases
where day >= cast(:since as date) and day < cast(:until as date)
  and (refund_amount is not null or paid_amount is not null)
group by 1, 2
order by 1, 2
