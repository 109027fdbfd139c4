-- How often people first decided otherwise than the guidelines pointed, and than a clear line of earlier cases, by month and policy.
select 100 * year(coalesce(first_decided_at, decided_at)) + month(coalesce(first_decided_at, decided_at)) as month,
  first_policy_version as policy,
  count(*) as cases,
  sum(case when first_route in ('within-policy', 'approve-as-goodwill', 'recommend-declining') then 1 else 0 end) as pointed,
  sum(case when first_route in ('within-policy', 'approve-as-goodwill') and coalesce(first_outcome, outcome) not in ('approved', 'part-approved') then 1
    else 0 end) as declined_against,
  sum(case when first_route = 'recommend-declining' and coalesce(first_outcome, outcome) in ('approved', 'part-approved') then 1 else 0 end) as approved_against,
  sum(case when first_precedents_count >= :line
    and (first_precedents_approved_share >= :share - 0.001e0 or first_precedents_approved_share <= 1.001e0 - :share) then 1 else 0 end) as lined,
  sum(case when first_precedents_count >= :line
    and ((first_precedents_approved_share >= :share - 0.001e0 and coalesce(first_outcome, outcome) not in ('approved', 'part-approved'))
      or (first_precedents_approved_share <= 1.001e0 - :share and coalesce(first_outcome, outcome) in ('approved', 'part-approved'))) then 1 else 0 end) as off_line
from cases
where day >= cast(:since as date) and coalesce(first_decided_at, decided_at) < cast(:until as timestamp) and outcome is not null
group by 1, 2
