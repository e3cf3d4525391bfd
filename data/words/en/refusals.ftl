# Refusals: what is wrong beside a field, always with an example that works.

date-empty = missing. Try 24.11 · tomorrow · mon · week 50 · +2w
date-not-understood = not a date. Try 24.11 · tomorrow · mon · week 50 · +2w
date-no-such = { $text } does not exist. Try 24.11 · tomorrow · mon · week 50 · +2w
date-ambiguous = { $text } could be { $first } or { $second }. Write out the one you mean
date-other-weekday = { $date } is a { $weekday }. Correct the day or the date
date-other-week = { $date } is in week { $week }. Correct the week or the date
date-backwards = { $to } is before { $from }. Write the first day first: mon-fri

time-empty = missing. Try 9 · 930 · 9:30 · 9-10:15
time-not-understood = not a time. Try 9 · 930 · 9:30 · 9-10:15
time-no-such = { $text } is not on the clock. Try 9 · 930 · 9:30 · 9-10:15
time-ambiguous = { $text } could be { $first } or { $second }. Write out the one you mean
time-backwards = { $to } is not after { $from }. Write the first time first: 9-10:15
time-one-of-two = an end time is missing. Try 9-10:15
