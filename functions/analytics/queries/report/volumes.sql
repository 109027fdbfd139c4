-- What came in, how it was first decided, and what still waited for an answer at the end, by month: one row for what came in, was decided
-- and was taken back in the same months, so that one pass over the cases tells all three. An appeal changes no month that is over.
select
  100 * year(opened_at) + month(opened_at) as opened,
  case when coalesce(first_decided_at, decided_at) < cast(:until as timestamp)
    then 100 * year(coalesce(first_decided_at, decided_at)) + month(coalesce(first_decided_at, decided_at)) end as decided,
  case when coalesce(first_decided_at, decided_at) < cast(:until as timestamp) then coalesce(first_outcome, outcome) end as outcome,
  case when withdrawn_at < cast(:until as timestamp) then 100 * year(withdrawn_at) + month(withdrawn_at) end as withdrawn,
  count(*) as cases
from cases
where day >= cast(:since as date) and opened_at < cast(:until as timestamp)
group by 1, 2, 3, 4
