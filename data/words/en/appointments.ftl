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
series-aside = { $moved } moved, { $skipped } skipped
series-how = every what? Try every week, every 4th week or every Monday
series-too-many = a series has 1 to 60 appointments. Try 8 times
series-two-ends = either a last day or a number. Try until 18.12
series-weekend = a series is on school days, Monday to Friday
series-no-day = no school day is in that series. Try a later day
question-aside = { $count } appointments. Closed days: { $closed }. Ctrl+O saves all. Esc goes back
question-aside-busy = { $count } appointments. Closed days: { $closed }. Double booked: { $others }. Ctrl+O saves all. Esc goes back

## The appointment under the cursor.
prompt-not-held = Not held because:
missed-family-cancelled = family
missed-no-show = no-show
missed-illness = illness
missed-house-cancelled = us
missed-others-cancelled = others
not-held-how = family, no-show, illness, us or others; - removes the reason
not-held-no-more = no reason: the appointment stands
prompt-amend = Change { $day }:
prompt-amend-onward = Change from { $day } on:
prompt-amend-all = Change the whole series:
amend-nothing = what is different? Try 14, lb, every 4th week or "Meeting at the school"
amend-same = the appointment is like that already
amend-onward = those after it too
amend-gone = { $count ->
    [one] 1 is deleted
   *[other] { $count } are deleted
}
calendar-held = held
calendar-not-held = not held: { $why }
calendar-none-selected = Put the cursor on an appointment with ↑ and ↓.
calendar-busy-time = That time is from a colleague's own calendar and is changed there.
calendar-was-not-held = The appointment was not held. Make a new one with n, or remove the reason with x and -.
calendar-was-held = The appointment was held: its talk is signed. h opens it.
calendar-whole-day = The appointment takes all day and has no time.
calendar-outside-day = The appointment would not be within the day.
calendar-series-weekend = Some of the series would be on a weekend. Move it a day at a time from another weekday.
calendar-no-series = The appointment is not in a series.
calendar-reach-one = The next change is of { $day } alone. The series: { $rule }. r: more, e: change.
calendar-reach-onward = The next change is of { $day } and those after it. The series: { $rule }. r: the whole series, e: change.
calendar-reach-all = The next change is of the whole series: { $rule }. r: { $day } alone, e: change.
calendar-held-no-child = The appointment belongs to no child, so there is no talk to write.
calendar-held-ahead = The appointment is not until { $day }. Move it if it has been held.
status-booked = Appointment saved: { $title }, { $when }.
status-unbooked = Appointment deleted: { $title }, { $when }.
status-moved = Moved to { $when }: { $title }.
status-length = { $title }: now { $minutes } min, { $when }.
status-not-held = Not held, { $why }: { $title }.
status-held-again = The appointment stands again: { $title }.
status-only-this = This one alone; r takes more.
status-series-booked = { $count } appointments saved: { $title }, { $days }.
status-series-changed = { $count } appointments changed: { $title }, { $days }, now { $hours } { $who }.
status-series-ruled = The series is changed: { $title }, { $rule }.
status-amended = Changed: { $title }, { $when } { $who }.
status-series-removed = { $count } appointments deleted: { $title }.
key-move-day-before = appointment a day earlier
key-move-day-after = appointment a day later
key-move-earlier = appointment 15 min earlier
key-move-later = appointment 15 min later
key-longer = appointment 15 min longer
key-shorter = appointment 15 min shorter
key-reach = series: change this one, the rest, or all
key-amend = appointment: change it on one line; in a series its rule too
key-held = appointment held: write the talk
key-not-held = appointment not held: why
hint-move-day-after = move
hint-amend = change
hint-held = held
hint-not-held = not held
question-move = Double booked: { $others }. Ctrl+O moves it all the same. Esc leaves it
status-series-of = { $count } times { $title }
