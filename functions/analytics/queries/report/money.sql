-- The goodwill granted by month, currency and reason: money that the ordinary policy did not owe.
select 100 * year(decided_at) + month(decided_at) as month,
  refund_currency as currency,
  coalesce(reason, 'unknown') as reason,
  count(*) as cases,
  sum(refund_amount) as amount
from cases
where day >= cast(:since as date) and decided_at < cast(:until as timestamp)
  and refund_amount > 0 and coalesce(route, 'manager') <> 'within-policy'
group by 100 * year(decided_at) + month(decided_at), refund_currency, coalesce(reason, 'unknown')
