# Letters and reports: the figures they rest on, and the sentences they begin with.

figure-attendance = Attendance (pedagogical count)
figure-statutory-absence = Absence (statutory count)
figure-reported = Attendance at own school (reported)
figure-progress = Goal “{ $goal }”
figure-goal = A goal

figure-value-attendance = { $attended } of { $registered } registered days
figure-value-unregistered = { $value }, { $days } without a mark
figure-value-statutory = sick { $sick }, leave { $leave }, unlawful { $unlawful } of { $days }
figure-value-reported = { $attended } of { $possible } days in { $weeks }
figure-value-progress = { $from } → { $to } of 10
figure-value-scores = { $first } → { $last } ({ $count ->
    [one] 1 score
   *[other] { $count } scores
})
figure-value-score = { $score } (1 score)
figure-told = { $what }, { $span }: { $value }
