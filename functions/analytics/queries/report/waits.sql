-- How many whole hours customers waited for their decision, by the month of the decision, and how many promised days were missed.
select 100 * year(decided_at) + month(decided_at) as month,
  cast(floor(hours_to_decision) as integer) as hours,
  count(*) as cases,
  sum(case when promise_broken then 1 else 0 end) as missed
from cases
where day >= cast(:since as date) and decided_at < cast(:until as timestamp) and hours_to_decision is not null
group by 100 * year(decided_at) + month(decided_at), cast(floor(hours_to_decision) as integer)
