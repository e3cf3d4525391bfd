# Forms of a case: analysis, documents, appointments, teaching plan, steps. And what a change is told as.

form-of-analysis = Fælles analyse
form-of-document = Dokument
form-of-sign = Underskriv
form-of-book = Ny aftale
form-of-teaching = Undervisningsplan
form-of-step = Trin

field-of-child = Barnet
field-of-family = Familien
field-of-school = Skolen
field-of-between = Mellem dem
field-sec-background = Baggrund
field-sec-aims = Mål
field-sec-effort = Indsats
field-sec-evaluation = Evaluering
field-sec-purpose = Formål
field-sec-transition = Overgang
field-sec-support = Støtte
field-sec-wishes = Ønsker
field-sec-status = Status
field-sec-growth = Udvikling
field-sec-next = Næste skridt
field-sec-course = Forløb
field-sec-worked = Hvad virkede
field-sec-advice = Anbefaling
field-sec-other = Andet afsnit
field-destination = Udsluses til
field-receiving = Modtager
field-step-what = Skridt
field-done-on = Udført
field-to-sign = Tekst
field-signs = Underskriver
field-called = Titel
field-staff-there = Ansatte
field-plan-aim = Planens mål
field-danish-level = Dansk niveau
field-danish-goal = Dansk mål
field-danish-lessons = Dansk lekt.
field-maths-level = Mat. niveau
field-maths-goal = Mat. mål
field-maths-lessons = Mat. lekt.
field-english-level = Eng. niveau
field-english-goal = Eng. mål
field-english-lessons = Eng. lekt.
field-priority = Hast
field-spoken = Talt med
field-outcome = Udfald
field-waive = Fravig
field-because = Begrundelse

system-between = Mellem dem

papers-no-sheet = sagens ark er ikke åbent. Åbn sagen, og hent kladden der (Ctrl+K)
papers-overtaken = en kollega har ændret det, siden du åbnede det. Esc gemmer din tekst som kladde; se, hvad der står nu
papers-unchanged = intet er ændret
papers-not-yet = er ikke kommet endnu. Skriv i dag eller en dag før
papers-since = Siden { $from }, til og med { $to }:
papers-goal = Mål
papers-next-version = ny version { $version } (version { $signed } er underskrevet)
papers-done-hint = dagen, hvis det er gjort
papers-sign-hint = Ctrl+S, så Enter. En underskrift kan ikke fortrydes
papers-no-kind = ingen samtale
papers-clash = barnet har allerede { $title } { $at } ({ $who })
papers-other-subjects = øvrige fag står som før: { $subjects }
papers-lessons = et tal fra 0 til 40. Prøv 3
papers-waive-hard = { $name } kan ikke fraviges
papers-waive-unknown = { $name } er ikke et krav. Skriv de første bogstaver af et, der mangler
papers-hard = ■ { $name } (kan ikke fraviges)
papers-missing = mangler: { $missing }
papers-all-waived = intet andet mangler
count-lesson = { $count ->
    [one] { $count } lektion om ugen
   *[other] { $count } lektioner om ugen
}
