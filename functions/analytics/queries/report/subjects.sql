-- What requests were about, by month.
select 100 * year(opened_at) + month(opened_at) as month,
  coalesce(reason, 'unknown') as reason,
  coalesce(product_category, '') as category,
  count(*) as cases
from cases
where day >= cast(:since as date) and opened_at < cast(:until as timestamp)
group by 100 * year(opened_at) + month(opened_at), coalesce(reason, 'unknown'), coalesce(product_category, '')
