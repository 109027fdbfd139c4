-- How many whole hours customers waited for their first decision, by its month, and how many promised days were missed before it.
with decided as (
  select case_id, opened_at, coalesce(first_decided_at, decided_at) as first_at
  from cases
  where day >= cast(:since as date) and coalesce(first_decided_at, decided_at) < cast(:until as timestamp)
),
broken as (
  select case_id, min(events."at") as broken_at
  from events
  where day >= cast(:since as date) and type = 'promise-broken'
  group by 1
)
select 100 * year(first_at) + month(first_at) as month,
  cast(floor(date_diff('second', opened_at, first_at) / 3600e0) as integer) as hours,
  count(*) as cases,
  sum(case when broken_at <= first_at then 1 else 0 end) as missed
from decided d
left join broken b on b.case_id = d.case_id
group by 1, 2
