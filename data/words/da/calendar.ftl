# Calendar: public holidays and the days a school is closed.

holiday-new-year = Nytårsdag
holiday-maundy-thursday = Skærtorsdag
holiday-good-friday = Langfredag
holiday-easter-day = Påskedag
holiday-easter-monday = 2. påskedag
holiday-great-prayer-day = Store bededag
holiday-ascension = Kristi himmelfartsdag
holiday-whit-sunday = Pinsedag
holiday-whit-monday = 2. pinsedag
holiday-christmas-day = Juledag
holiday-second-christmas-day = 2. juledag

closure-summer = Sommerferie
closure-autumn = Efterårsferie
closure-christmas = Juleferie
closure-winter = Vinterferie
closure-constitution-day = Grundlovsdag
closure-christmas-eve = Juleaftensdag
closure-new-years-eve = Nytårsaftensdag
closure-easter = Påskeferie
closure-after-ascension = Dagen efter Kristi himmelfart
closure-local = Lukkedag

calendar-all-day = hele dagen
calendar-all = alle
calendar-busy = optaget
calendar-earlier = før
calendar-later = efter
calendar-without-staff = uden
calendar-nobody = { $name }: hverken barn eller medarbejder
calendar-same-name = To hedder { $name }. Skriv også klassen
prompt-whose = Hvis kalender:
calendar-nothing = Ingen aftaler.

## The line for a new appointment. What it refuses stands on one line of 80 columns, with its example.
prompt-book = Ny aftale:
book-small-words = og med hos
book-busy = optaget: { $who }
book-nothing = hvad er aftalen? Prøv ons 13 forældre toft 50m
book-no-child = { $kind }: hvilket barn? Skriv også navnet
book-no-start = hvornår begynder den? Prøv 13 50m
book-two-lengths = enten fra–til eller en længde. Prøv 13-13.50 eller 13 50m
book-two-children = ét barn ad gangen
book-two-kinds = én slags samtale ad gangen
book-other-kind = { $kind } hører ikke til { $name }
book-unknown = { $word }: hverken barn, medarbejder eller tid. En titel: "{ $word }"
book-either = { $first } eller { $second }? Skriv mere, eller Tab
book-several = { $first }, { $second } med flere? Skriv mere, eller Tab
book-same-name = To hedder { $name }. Aftal det fra barnets ark
book-no-completion = Intet navn begynder sådan.
question-book = Dobbelt booket: { $others }. Ctrl+O aftaler det alligevel. Esc retter

## The next free times for the line.
free-title = Ledige tider
free-hint = 1-3 eller Enter sætter tiden ind. PgDn viser senere tider.
free-beyond = { $count ->
    [one] Der er kun én tid på listen: 1 eller Enter sætter den ind.
   *[other] Der er { $count } tider på listen: 1 til { $count } sætter en af dem ind.
}
free-none = Ingen ledig tid i de næste { $weeks } uger. Prøv med færre personer eller en kortere tid.

## The talks that propose themselves.
proposals-title = { $count ->
    [one] { $count } samtale foreslår sig selv
   *[other] { $count } samtaler foreslår sig selv
}
proposals-in-week = { $count } i { $week }
proposals-told = Forslag: { $weeks }
proposals-none = Ingen forslag: alt, der skal ske snart, er aftalt.
proposals-full = ingen ledig tid
proposals-aside = Lagt til side. Forslaget kommer igen, når programmet åbnes næste gang.
proposals-no-time = Ingen af dem har en ledig tid. n aftaler en tid alligevel, fra kalenderen.
proposals-late = En af tiderne er lige blevet taget. Her er nye forslag.
no-time-contact = Ingen ledig tid: sagen har ingen kontaktperson. Vælg en på sagsarket.
no-time-school-day = Ingen ledig tid: der er ingen skoledag tilbage i perioden.
no-time-child-away = Ingen ledig tid: barnet er ikke til stede længe nok de dage. Skemaet er i Undervisning.
no-time-taken = Ingen ledig tid i perioden, hvor barnet og { $who } kan mødes. Flyt en aftale, eller brug n i kalenderen.
head-week-number = Uge
head-people = Hvem
status-appointments = { $count } aftaler er lagt i kalenderen.
count-appointment = { $count ->
    [one] { $count } aftale
   *[other] { $count } aftaler
}

## The school calendar in the house's lists.
list-school-year = Skolekalender: ferier og lukkedage
closing-title = Skolekalender · skoleåret { $year }
closing-first-last = første skoledag { $first } · sidste { $last }
closing-none = Ingen ferier eller lukkedage.
closing-week = uge { $week }
closing-rule-week = uge { $week }, hvert år
closing-rule-yearly = { $days }, hvert år
closing-rule-easter = følger påsken
closing-rule-every = hvert år
closing-rule-once = kun i år
closing-yearly = hvert år|årligt
closing-how = hvilke dage? Prøv 16.4 pædagogisk dag, eller uge 8 vinterferie
closing-yearly-how = hvert år hvilke dage? Prøv hvert år uge 8, eller hvert år 24.12
closing-instead = i stedet for { $days }
closing-new = Ny: { $what }
closing-gone = Slettes: { $what }
closing-obligations = { $count ->
    [one] 1 frist flytter sig
   *[other] { $count } frister flytter sig
 }
closing-appointments = { $count ->
    [one] 1 aftale ligger så på en lukket dag
   *[other] { $count } aftaler ligger så på en lukket dag
 }
closing-closed = { $count ->
    [one] 1 dag forsvinder fra fremmødet
   *[other] { $count } dage forsvinder fra fremmødet
 }
closing-opened = { $count ->
    [one] 1 dag kommer med i fremmødet
   *[other] { $count } dage kommer med i fremmødet
 }
closing-drops = { $day } udgår
closing-comes = ny { $day }
closing-not-saved = Skolekalenderen er ikke ændret.
head-closure = Lukket
head-closure-days = Dage
head-school-days = Antal
prompt-closure = Ny lukkedag:
prompt-closure-change = Nye dage:
status-closure-saved = Skolekalender gemt: { $what }.
status-closure-removed = Slettet i skolekalenderen: { $what }.
status-closure = Skolekalender: { $what }.
count-school-day = { $count ->
    [one] 1 skoledag
   *[other] { $count } skoledage
 }
context-school-year = I skolekalenderen
context-moves = Før skolekalenderen gemmes
