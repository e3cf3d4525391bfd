# Appointments: whether they were held, and what is done with them by keys.

not-held-family-cancelled = cancelled by the family
not-held-no-show = did not come
not-held-illness = illness
not-held-house-cancelled = cancelled by us
not-held-others-cancelled = cancelled by others
timeline-not-held = Not held

## Series: the rule, and what moves or is skipped.
series-every = { $weeks ->
    [1] every week
    [2] every other week
   *[other] every { $weeks } weeks
}
series-until = until { $day }
series-times = { $times ->
    [one] once
   *[other] { $times } times
}
series-skipped = { $day } is skipped ({ $because })
