# Appointments: whether they were held, and what is done with them by keys.

not-held-family-cancelled = aflyst af familien
not-held-no-show = kom ikke
not-held-illness = sygdom
not-held-house-cancelled = aflyst af os
not-held-others-cancelled = aflyst af andre
timeline-not-held = Ikke holdt

## Series: the rule, and what moves or is skipped.
series-every = { $weeks ->
    [1] hver uge
    [2] hver anden uge
   *[other] hver { $weeks }. uge
}
series-until = til { $day }
series-times = { $times ->
    [one] én gang
   *[other] { $times } gange
}
series-skipped = { $day } springes over ({ $because })
