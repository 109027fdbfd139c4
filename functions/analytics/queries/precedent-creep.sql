-- Which exceptions are approved so steadily that they are the policy in fact?
--
-- Columns
--   reason           why customers asked
--   category         what they bought
--   past_window      how long the return window was over
--   decided          requests that the guidelines did not recommend to approve, and which are decided
--   approved         how many of them were approved all the same, in full or in part
--   approved_share   approved, of those decided
--   low              what the share is at least, 95 times of 100
--   earlier_share    the share among the earlier half of them
--   later_share      the share among the later half
--   months           in how many months there was one
--   currency         the one in which most of them were granted money
--   granted_amount   the money granted in it
--   policy_in_fact   whether low is 0.8 or more, over at least 20 requests in at least 3 months, and 0.8 under the guidelines in use too
--
-- How to read it
--   Where policy_in_fact is true, people decide by a rule that is written nowhere: customers who do not ask do not get it. Write it down as a factor,
--   or stop. It ends with guidelines that say it, from their first requests on: those in use are the ones of the request that was evaluated last. A
--   later_share above the earlier_share says that it is still spreading. low is the lower end of Wilson's interval: E. B. Wilson (1927), Journal of the
--   American Statistical Association 22. npm run policy -- draft drafts the factor; npm run policy -- replay <file> tries it on what was decided before
--   it goes live.
with in_use as (
  select max_by(policy_version, evaluated_at) as policy
  from cases
  where day >= cast(:since as date) and day < cast(:until as date)
),
exceptions as (
  select
    coalesce(reason, 'unknown') as reason,
    coalesce(product_category, 'unknown') as category,
    case
      when fact_order_days_past_window is null then 'unknown'
      when fact_order_days_past_window <= 0 then 'still open'
      when fact_order_days_past_window <= 14 then '1 to 14 days'
      when fact_order_days_past_window <= 30 then '15 to 30 days'
      when fact_order_days_past_window <= 90 then '31 to 90 days'
      else 'more than 90 days'
    end as past_window,
    opened_at,
    case_id,
    cast(date_trunc('month', day) as date) as month,
    refund_currency,
    refund_amount,
    case when policy_version = in_use.policy then 1 else 0 end as in_use,
    case when coalesce(first_outcome, outcome) in ('approved', 'part-approved') then 1 else 0 end as approved
  from cases
  cross join in_use
  where day >= cast(:since as date) and day < cast(:until as date)
    and outcome is not null and route not in ('within-policy', 'approve-as-goodwill')
),
halves as (
  select
    exceptions.*,
    ntile(2) over (partition by reason, category, past_window order by opened_at, case_id) as half
  from exceptions
),
groups as (
  select
    reason,
    category,
    past_window,
    count(*) as decided,
    sum(approved) as approved,
    cast(count(*) as double) as n,
    cast(sum(approved) as double) as k,
    avg(case when half = 1 then cast(approved as double) end) as earlier_share,
    avg(case when half = 2 then cast(approved as double) end) as later_share,
    sum(in_use) as in_use,
    sum(in_use * approved) as in_use_approved,
    count(distinct month) as months
  from halves
  group by 1, 2, 3
),
granted as (
  select reason, category, past_window, refund_currency as currency, count(*) as cases, sum(refund_amount) as amount
  from exceptions
  where refund_amount is not null
  group by 1, 2, 3, 4
),
money as (
  select
    granted.*,
    row_number() over (partition by reason, category, past_window order by cases desc, currency) as place
  from granted
),
bounds as (
  select
    groups.*,
    (k + 1.9207294e0 - 1.9599640e0 * sqrt(k * (n - k) / n + 0.9603647e0)) / (n + 3.8414588e0) as low
  from groups
)
select
  b.reason,
  b.category,
  b.past_window,
  decided,
  approved,
  round(k / n, 3) as approved_share,
  round(low, 3) as low,
  round(earlier_share, 3) as earlier_share,
  round(later_share, 3) as later_share,
  months,
  m.currency,
  coalesce(m.amount, 0) as granted_amount,
  low >= 0.8e0 and decided >= 20 and months >= 3 and in_use > 0 and in_use_approved >= 0.8e0 * in_use as policy_in_fact
from bounds b
left join money m on m.reason = b.reason and m.category = b.category and m.past_window = b.past_window and m.place = 1
order by b.low desc, 1, 2, 3
