# Scores: the charts of one child's measures, and what they give cause for.

scores-title = Scores
scores-of = { $at } of { $of }
scores-none = No scores yet.
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

# What scores give cause for.
alert-alliance-low = { $name } { $sum } is below { $cut }: talk about the talk
alert-alliance-fell = { $name } fell from { $from } to { $to }: talk about the talk
alert-worse = { $name } { $now } is at least 5 below the first ({ $first })
alert-quiet = No score since { $date }: more than 4 weeks
