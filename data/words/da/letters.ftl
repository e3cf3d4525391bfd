# Letters and reports: the figures they rest on, and the sentences they begin with.

figure-attendance = Fremmøde (pædagogisk talt)
figure-statutory-absence = Fravær (lovpligtigt talt)
figure-reported = Fremmøde på egen skole (oplyst)
figure-progress = Mål »{ $goal }«
figure-goal = Et mål

figure-value-attendance = { $attended } af { $registered } registrerede dage
figure-value-unregistered = { $value }, { $days } uden registrering
figure-value-statutory = syg { $sick }, ekstra fri { $leave }, ulovligt { $unlawful } af { $days }
figure-value-reported = { $attended } af { $possible } dage i { $weeks }
figure-value-progress = { $from } → { $to } af 10
figure-value-scores = { $first } → { $last } ({ $count ->
    [one] 1 måling
   *[other] { $count } målinger
})
figure-value-score = { $score } (1 måling)
figure-told = { $what }, { $span }: { $value }
