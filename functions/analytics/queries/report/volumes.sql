-- What came in, how it ended, and what still waited for an answer at the end, by month: one row for what came in, was decided and was taken
-- back in the same months, so that one pass over the cases tells all three.
select
  100 * year(opened_at) + month(opened_at) as opened,
  case when decided_at < cast(:until as timestamp) then 100 * year(decided_at) + month(decided_at) end as decided,
  case when decided_at < cast(:until as timestamp) then outcome end as outcome,
  case when withdrawn_at < cast(:until as timestamp) then 100 * year(withdrawn_at) + month(withdrawn_at) end as withdrawn,
  count(*) as cases
from cases
where day >= cast(:since as date) and opened_at < cast(:until as timestamp)
group by 1, 2, 3, 4
