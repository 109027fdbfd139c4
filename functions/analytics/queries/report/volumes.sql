-- What came in by month, how what was decided ended, and what still waits for an answer at the end.
select 100 * year(opened_at) + month(opened_at) as month, 'opened' as what, count(*) as cases
from cases
where day >= cast(:since as date) and opened_at < cast(:until as timestamp)
group by 100 * year(opened_at) + month(opened_at)
union all
select 100 * year(decided_at) + month(decided_at) as month, outcome as what, count(*) as cases
from cases
where day >= cast(:since as date) and decided_at < cast(:until as timestamp) and outcome is not null
group by 100 * year(decided_at) + month(decided_at), outcome
union all
select 100 * year(withdrawn_at) + month(withdrawn_at) as month, 'withdrawn' as what, count(*) as cases
from cases
where day >= cast(:since as date) and withdrawn_at < cast(:until as timestamp)
group by 100 * year(withdrawn_at) + month(withdrawn_at)
union all
select 0 as month, 'waiting' as what, count(*) as cases
from cases
where day >= cast(:since as date) and opened_at < cast(:until as timestamp)
  and (decided_at is null or decided_at >= cast(:until as timestamp))
  and (withdrawn_at is null or withdrawn_at >= cast(:until as timestamp))
