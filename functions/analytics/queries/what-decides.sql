-- Which factors of the guidelines go with approval?
--
-- Columns
--   factor           its id in the policy
--   weight           its weight; the average where policies differ
--   spoke            decided cases in which it spoke
--   approved_share   approved in full or in part, of those
--   share_without    approved in full or in part, of the decided cases in which it did not speak
--   difference       the first share less the second
--   low, high        where the difference lies among such cases, 95 times of 100
--
-- How to read it
--   A difference of 0.2 means that 20 more of 100 are approved where the factor speaks. It goes with approval and need not be the cause: factors
--   come together, and a case of changed-mind has few that speak for it. A factor whose interval holds 0 makes no difference that can be seen. The
--   interval is Newcombe's (method 10): R. G. Newcombe (1998), Statistics in Medicine 17.
with decided as (
  select case_id, case when outcome in ('approved', 'part-approved') then 1 else 0 end as approved
  from cases
  where day >= cast(:since as date) and day < cast(:until as date) and outcome is not null
),
everything as (
  select cast(count(*) as double) as n, cast(sum(approved) as double) as k from decided
),
spoken as (
  select
    f.factor,
    avg(f.weight) as weight,
    count(*) as spoke,
    cast(count(*) as double) as n1,
    cast(sum(d.approved) as double) as k1
  from factors f
  join decided d on d.case_id = f.case_id
  where f.day >= cast(:since as date) and f.day < cast(:until as date)
  group by 1
),
shares as (
  select factor, weight, spoke, n1, k1, e.n - n1 as n0, e.k - k1 as k0
  from spoken
  cross join everything e
  where e.n > n1
),
bounds as (
  select
    shares.*,
    k1 / n1 as p1,
    k0 / n0 as p0,
    (k1 + 1.9207294e0 - 1.9599640e0 * sqrt(k1 * (n1 - k1) / n1 + 0.9603647e0)) / (n1 + 3.8414588e0) as low1,
    (k1 + 1.9207294e0 + 1.9599640e0 * sqrt(k1 * (n1 - k1) / n1 + 0.9603647e0)) / (n1 + 3.8414588e0) as high1,
    (k0 + 1.9207294e0 - 1.9599640e0 * sqrt(k0 * (n0 - k0) / n0 + 0.9603647e0)) / (n0 + 3.8414588e0) as low0,
    (k0 + 1.9207294e0 + 1.9599640e0 * sqrt(k0 * (n0 - k0) / n0 + 0.9603647e0)) / (n0 + 3.8414588e0) as high0
  from shares
)
select
  factor,
  round(weight, 2) as weight,
  spoke,
  round(p1, 3) as approved_share,
  round(p0, 3) as share_without,
  round(p1 - p0, 3) as difference,
  round(p1 - p0 - sqrt((p1 - low1) * (p1 - low1) + (high0 - p0) * (high0 - p0)), 3) as low,
  round(p1 - p0 + sqrt((high1 - p1) * (high1 - p1) + (p0 - low0) * (p0 - low0)), 3) as high
from bounds
order by 6 desc, 1
