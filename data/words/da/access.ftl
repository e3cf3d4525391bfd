# The access log: who looked at what, and what a review found.

access-audit = så adgangsloggen
access-reviewed = { $found } ({ $by } { $day })
access-title = Adgangslog
access-entries = { $count ->
    [one] { $count } opslag
   *[other] { $count } opslag
}, det seneste øverst
access-nothing = Ingen opslag i perioden
access-nothing-drawn = Ingen opslag uden del i sagen at trække fra
access-reader = { $name } så det
access-no-later = Der er ingen senere måned endnu
access-this-month = Det er denne måned
access-of-no-child = Opslaget er ikke om et barn
access-view-log = Alle
access-view-sample = Stikprøve
audit-drawn = { $drawn } trukket af { $without } opslag uden del i sagen ({ $looks } opslag i alt, talt pr. læser, barn og dag)
audit-looks = { $count ->
    [one] { $count } opslag den dag
   *[other] { $count } opslag den dag
}
audit-now-named = { $name } står nu i huset som { $now }
audit-reviewed = Opslag { $number }: { $found }
verdict-work-related = tjenstligt
verdict-asked = spurgt, afventer svar
verdict-not-work-related = ikke tjenstligt
status-reviewed = Opslaget er set efter: { $found }
refusal-no-such-look = Der er intet opslag om et barn med det nummer
refusal-own-look = Ingen ser efter sit eget opslag. En anden leder gør det
record-access-review = Eftersyn af et opslag
part-reader = Læser
part-look = Opslag
part-verdict = Fundet
form-of-review = Eftersyn af et opslag
field-verdict = Opslaget var
key-access-log = adgangsloggen, for ledere
hint-access-log = adgang
key-only-reader = kun læserens opslag, og tilbage
hint-only-reader = kun læseren
key-only-child = kun barnets opslag, og tilbage
hint-only-child = kun barnet
context-access = I adgangsloggen
usage-expected-month = en måned som 2026-10

# Why somebody looks, in one line, where they want to say it.
audit-why = hvorfor: { $text }
prompt-why = Hvorfor jeg ser på det:
prompt-why-empty = Skriv en linje, eller luk med Esc: ingen venter på svaret
prompt-why-told = står i adgangsloggen, efter opslaget
status-why = Grunden står i adgangsloggen
status-no-part = Du har ikke del i sagen. h skriver hvorfor, hvis du vil
status-no-part-note = Fortroligt notat, du hverken skrev eller deltog i. h skriver hvorfor, hvis du vil
key-why = skriv hvorfor du ser på det
hint-why = hvorfor
