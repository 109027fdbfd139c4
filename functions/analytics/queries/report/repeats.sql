-- Of the customers who asked in the month: how many asked how often within a year, and those who asked most often, by pseudonym.
with asked as (
  select customer,
    count(*) as requests,
    sum(case when opened_at >= cast(:month as timestamp) then 1 else 0 end) as lately,
    sum(case when outcome in ('approved', 'part-approved') then 1 else 0 end) as approved
  from cases
  where day >= cast(:since as date) and opened_at < cast(:until as timestamp)
  group by customer
),
ranked as (
  select customer, requests, lately, approved, row_number() over (order by requests desc, customer) as place
  from asked
  where lately > 0
)
select '' as customer, requests, count(*) as customers, sum(lately) as lately, sum(approved) as approved
from ranked
group by requests
union all
select customer, requests, 1 as customers, lately, approved
from ranked
where place <= 10 and requests >= :often
