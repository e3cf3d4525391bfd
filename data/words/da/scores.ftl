# Scores: the charts of one child's measures, and what they give cause for.

scores-title = Målinger
scores-of = { $at } af { $of }
scores-none = Ingen målinger endnu.
scores-sealed = { $count ->
    [one] 1 måling i et fortroligt notat
   *[other] { $count } målinger i fortrolige notater
}
scores-earlier = { $count } tidligere udeladt
scores-cut-off = grænse
scores-first-plus = første + { $by }
scores-more-alerts = { $count } til
scores-date = Dato
scores-sum = Sum
scores-value = Tal
scores-rater = Udfyldt af

# Which way is better.
better-up = højere er bedre
better-down = lavere er bedre
