# The access log: who looked at what, and what a review found.

access-audit = saw the access log
access-reviewed = { $found } ({ $by } { $day })
access-title = Access log
access-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}, the latest first
access-nothing = No looks in the period
access-nothing-drawn = No looks without a part in the case to draw from
access-reader = { $name } saw it
access-no-later = There is no later month yet
access-this-month = This is this month
access-of-no-child = The look is not about a child
access-view-log = All
access-view-sample = Sample
audit-drawn = { $drawn } drawn of { $without } looks without a part in the case ({ $looks } looks in all, counted by reader, child and day)
audit-looks = { $count ->
    [one] { $count } look that day
   *[other] { $count } looks that day
}
audit-now-named = { $name } is now on record as { $now }
audit-reviewed = Look { $number }: { $found }
verdict-work-related = work-related
verdict-asked = asked, awaiting the answer
verdict-not-work-related = not work-related
status-reviewed = The look is reviewed: { $found }
refusal-no-such-look = There is no look at a child with that number
refusal-own-look = Nobody reviews their own look. Another leader does
record-access-review = Review of a look
part-reader = Reader
part-look = Look
part-verdict = Found
form-of-review = Review of a look
field-verdict = The look was
key-access-log = the access log, for leaders
hint-access-log = access
key-only-reader = only the reader's looks, and back
hint-only-reader = only the reader
key-only-child = only the child's looks, and back
hint-only-child = only the child
context-access = In the access log
usage-expected-month = a month such as 2026-10

# Why somebody looks, in one line, where they want to say it.
audit-why = why: { $text }
prompt-why = Why I look at it:
prompt-why-empty = Type a line, or close with Esc: nothing waits for it
prompt-why-told = stands in the access log, after the look
status-why = The reason stands in the access log
status-no-part = You have no part in the case. h writes why, if you like
status-no-part-note = A restricted note that you neither wrote nor took part in. h writes why, if you like
key-why = write why you look at it
hint-why = why
