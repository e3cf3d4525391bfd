# Scores: the charts of one child's measures, and what they give cause for.

scores-title = Scores
scores-of = { $at } of { $of }
scores-none = No scores yet.
scores-sealed = { $count ->
    [one] 1 score in a restricted note
   *[other] { $count } scores in restricted notes
}
scores-earlier = { $count } earlier left out
scores-cut-off = cut-off
scores-first-plus = first + { $by }
scores-more-alerts = { $count } more
scores-date = Date
scores-sum = Sum
scores-value = Value
scores-rater = Rated by

# Which way is better.
better-up = higher is better
better-down = lower is better
