-- How satisfied are customers, by what was decided?
--
-- Columns
--   outcome             what was decided last
--   asked               customers who were asked how it went
--   answered            those who answered
--   answered_share      answered, of those asked
--   average_score       from 1 (very dissatisfied) to 5 (very satisfied)
--   satisfied           answers of 4 and 5
--   dissatisfied        answers of 1 and 2
--   dissatisfied_share  dissatisfied, of those who answered
--   low, high           where that share lies among customers like them, 95 times of 100
--   stands_out          whether more than half are dissatisfied beyond doubt: low is above one half
--
-- How to read it
--   Who is declined is less happy than who is paid; compare an outcome with itself over time. Few answer, and those who do may feel strongly: the
--   interval knows how few they are, and not who they are. It is Wilson's.
with outcomes as (
  select
    outcome,
    count(followed_up_at) as asked,
    count(feedback_score) as answered,
    avg(cast(feedback_score as double)) as average_score,
    count(*) filter (where feedback_score >= 4) as satisfied,
    count(*) filter (where feedback_score <= 2) as dissatisfied,
    cast(count(feedback_score) as double) as n,
    cast(count(*) filter (where feedback_score <= 2) as double) as k
  from cases
  where day >= cast(:since as date) and day < cast(:until as date) and outcome is not null
  group by 1
)
select
  outcome,
  asked,
  answered,
  round(n / nullif(asked, 0), 3) as answered_share,
  round(average_score, 2) as average_score,
  satisfied,
  dissatisfied,
  round(k / nullif(n, 0), 3) as dissatisfied_share,
  round((k + 1.9207294e0 - 1.9599640e0 * sqrt(k * (n - k) / nullif(n, 0) + 0.9603647e0)) / (n + 3.8414588e0), 3) as low,
  round((k + 1.9207294e0 + 1.9599640e0 * sqrt(k * (n - k) / nullif(n, 0) + 0.9603647e0)) / (n + 3.8414588e0), 3) as high,
  coalesce(
    (k + 1.9207294e0 - 1.9599640e0 * sqrt(k * (n - k) / nullif(n, 0) + 0.9603647e0)) / (n + 3.8414588e0) > 0.5e0,
    false
  ) as stands_out
from outcomes
order by 5 desc, 1
