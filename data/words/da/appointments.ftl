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
series-aside = { $moved } flyttes, { $skipped } springes over
series-how = hver hvad? Prøv hver uge, hver 4. uge eller hver mandag
series-too-many = en serie har 1 til 60 aftaler. Prøv 8 gange
series-two-ends = enten en sidste dag eller et antal. Prøv til 18.12
series-weekend = en serie ligger på skoledage, mandag til fredag
series-no-day = ingen skoledag ligger i den serie. Prøv en senere dag
question-aside = { $count } aftaler. Lukkede dage: { $closed }. Ctrl+O gemmer alle. Esc retter
question-aside-busy = { $count } aftaler. Lukkede dage: { $closed }. Dobbelt booket: { $others }. Ctrl+O gemmer alle. Esc retter

## The appointment under the cursor.
prompt-not-held = Ikke holdt, fordi:
missed-family-cancelled = familien
missed-no-show = kom ikke
missed-illness = sygdom
missed-house-cancelled = os
missed-others-cancelled = andre
not-held-how = familien, kom ikke, sygdom, os eller andre; - fjerner grunden
not-held-no-more = ingen grund: aftalen gælder
prompt-amend = Ret { $day }:
prompt-amend-onward = Ret fra { $day }:
prompt-amend-all = Ret hele serien:
amend-nothing = hvad er anderledes? Prøv 14, lb, hver 4. uge eller "Møde på skolen"
amend-same = sådan er aftalen allerede
amend-onward = også de følgende
amend-gone = { $count ->
    [one] 1 slettes
   *[other] { $count } slettes
}
calendar-held = holdt
calendar-not-held = ikke holdt: { $why }
calendar-none-selected = Stil markøren på en aftale med ↑ og ↓.
calendar-busy-time = Den tid kommer fra en medarbejders egen kalender og ændres dér.
calendar-was-not-held = Aftalen blev ikke holdt. Lav en ny med n, eller fjern grunden med x og -.
calendar-was-held = Aftalen blev holdt: samtalen er skrevet under. h åbner den.
calendar-whole-day = Aftalen tager hele dagen og har intet klokkeslæt.
calendar-outside-day = Så ville aftalen ikke ligge inden for dagen.
calendar-series-weekend = Så ville nogle af serien ligge i en weekend. Flyt den en dag ad gangen fra en anden ugedag.
calendar-no-series = Aftalen er ikke i en serie.
calendar-reach-one = Næste ændring gælder kun { $day }. Serien: { $rule }. r: flere, e: ret.
calendar-reach-onward = Næste ændring gælder fra { $day } og frem. Serien: { $rule }. r: hele serien, e: ret.
calendar-reach-all = Næste ændring gælder hele serien: { $rule }. r: kun { $day }, e: ret.
calendar-held-no-child = Aftalen hører ikke til et barn, så der er ingen samtale at skrive.
calendar-held-ahead = Aftalen er først { $day }. Flyt den, hvis den er holdt.
status-booked = Aftale gemt: { $title }, { $when }.
status-unbooked = Aftale slettet: { $title }, { $when }.
status-moved = Flyttet til { $when }: { $title }.
status-length = { $title }: nu { $minutes } min, { $when }.
status-not-held = Ikke holdt, { $why }: { $title }.
status-held-again = Aftalen gælder igen: { $title }.
status-only-this = Kun denne; r vælger flere.
status-series-booked = { $count } aftaler gemt: { $title }, { $days }.
status-series-changed = { $count } aftaler ændret: { $title }, { $days }, nu { $hours } { $who }.
status-series-ruled = Serien er ændret: { $title }, { $rule }.
status-amended = Rettet: { $title }, { $when } { $who }.
status-series-removed = { $count } aftaler slettet: { $title }.
key-move-day-before = aftalen en dag tidligere
key-move-day-after = aftalen en dag senere
key-move-earlier = aftalen et kvarter tidligere
key-move-later = aftalen et kvarter senere
key-longer = aftalen et kvarter længere
key-shorter = aftalen et kvarter kortere
key-reach = serie: ret denne, resten eller alle
key-amend = aftalen rettes på én linje; i en serie også reglen
key-held = aftalen er holdt: skriv samtalen
key-not-held = aftalen blev ikke holdt: hvorfor
hint-move-day-after = flyt
hint-amend = ret
hint-held = holdt
hint-not-held = ikke holdt
question-move = Dobbelt booket: { $others }. Ctrl+O flytter alligevel. Esc lader være
status-series-of = { $count } gange { $title }
