# Scores: the charts of one child's measures, and what they give cause for.

scores-title = Målinger
scores-of = { $at } af { $of }
scores-none = Ingen målinger endnu.
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

# What scores give cause for.
alert-alliance-low = { $name } { $sum } er under { $cut }: tal om samtalen
alert-alliance-fell = { $name } er faldet fra { $from } til { $to }: tal om samtalen
alert-worse = { $name } { $now } er mindst 5 under første gang ({ $first })
alert-quiet = Ingen måling siden { $date }: over 4 uger
