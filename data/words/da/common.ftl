# Words that every room of the program shares: panes, stages, competencies, counted things.

pane-caseload = Sager
pane-calendar = Kalender
pane-talks = Samtaler
pane-teaching = Undervisning
pane-attendance = Fremmøde

# Stages of a case, in the order a case passes them.
stage-referral = Visitation
stage-waiting = Venteliste
stage-admitted = Visiteret
stage-start-up = Opstart
stage-course = Forløb
stage-phase-out = Udslusning
stage-closed = Afsluttet
stage-declined = Ikke visiteret

# What a member of staff works with.
competency-pedagogy = pædagogik
competency-teaching = undervisning
competency-counselling = pædagogisk-psykologisk rådgivning
competency-therapy = terapi
competency-consultation = konsultation

# Counted things, through Words::count.
count-child = { $count ->
    [one] { $count } barn
   *[other] { $count } børn
}
count-case = { $count ->
    [one] { $count } sag
   *[other] { $count } sager
}
count-talk = { $count ->
    [one] { $count } samtale
   *[other] { $count } samtaler
}
count-day = { $count ->
    [one] { $count } dag
   *[other] { $count } dage
}
count-week = { $count ->
    [one] { $count } uge
   *[other] { $count } uger
}
count-minute = { $count ->
    [one] { $count } minut
   *[other] { $count } minutter
}

# Fields.
prompt-search = Søg:
prompt-date = Gå til dato:
prompt-late = kom kl.
prompt-partial = var her fra–til
prompt-remark = bemærkning
prompt-mood = humør 1–5
prompt-foretell = meld fravær, flere dage (s syg, l fri):
prompt-kept = Teksten er gemt til næste gang, feltet åbnes.
prompt-backward = slut skal ligge efter start. Prøv 9-10.15
prompt-too-long = højst 200 tegn
prompt-mood-range = 1 til 5

# The screen as a whole.
badge-demo = DEMO · opdigtede børn, intet gemmes
badge-lacks = { $what } MANGLER · { $after } – { $until }
badge-amiss = HUSET ER IKKE HELT · trivsel check
badge-disk-full = DISKEN ER FULD
count-change = { $count ->
    [one] 1 ændring
   *[other] { $count } ændringer
}
count-look = { $count ->
    [one] 1 opslag
   *[other] { $count } opslag
}
seal-lacks = Der mangler { $what } i huset, skrevet efter { $after } og senest { $until }. De nåede på skærmen, men er gået tabt på disken. Skriv dem igen, eller find dem i en sikkerhedskopi
seal-missing = Huset er åbnet uden sit segl (house.seal), som når det er hentet fra en sikkerhedskopi. Derfor kan det ikke ses, om der mangler noget. Der sættes et nyt segl
seal-unreadable = Seglet ved siden af huset (house.seal) kan ikke læses. Derfor kan det ikke ses, om der mangler noget. Der sættes et nyt segl
newest-backup = Nyeste gode sikkerhedskopi er fra { $day } kl. { $time }: { $path }. Læg den i en ny mappe med: trivsel restore
newest-backup-away = Den sidste sikkerhedskopi er fra { $day } kl. { $time }, men den kan ikke nås nu: { $path }
seal-other = Huset er ikke det, der blev lukket sidst: seglet ved siden af det kender en anden historik eller adgangslog. Huset kan være byttet om eller forfalsket
badge-day-set = DAGEN ER SAT TIL { $day } · uret viser { $machine }
moment-taken = dagen var sat til { $day }
badge-read-only = KUN LÆSNING · huset kan ikke skrives til her
search-nothing = Intet passer. Esc viser alt igen.
screen-too-small = Vinduet er for lille. Trivsel skal bruge { $width } x { $height }. Intet er tabt; gør vinduet større.
refused-title = Det kan ikke lade sig gøre
panic-sentence = Trivsel stoppede på grund af en fejl i programmet. Alt, hvad der var gemt, er der stadig. Start det igen.

lock-left-alone = Skærmen låste sig selv, fordi ingen brugte den.
lock-rekeyed = Huset får en ny nøgle og er lukket for alle. Lås op igen om lidt.
closing-asked = { $by } giver huset en ny nøgle. Luk det inden kl. { $time }; ellers låses skærmen, og det, du skrev, er gemt.
badge-closing = HUSET LUKKES KL. { $time }
lock-asked = Skærmen er låst.
lock-nothing-lost = Intet er tabt. Det, du skrev, er gemt, og du kommer tilbage til samme sted.
lock-idle = Tasten virker ikke, mens skærmen er låst.
lock-wrong = Det var ikke din adgangssætning.
lock-passphrase = Adgangssætning:
lock-demo = Tryk Enter:

# What is shown once, in a house that was founded a moment ago.
welcome-title = Velkommen
welcome-register = 5, så r: hele fremmødelisten som planlagt.
welcome-mark = Shift+bogstav, så s, u, f …: en undtagelse.
welcome-undo = Ctrl+Z: fortryd.
welcome-help = ?: alle taster. Esc lukker.
welcome-import = + skriver den første sag. En hel liste: trivsel import cases FIL
count-follow-up = { $count ->
    [one] { $count } opfølgning
   *[other] { $count } opfølgninger
}

count-draft = { $count ->
    [one] { $count } kladde
   *[other] { $count } kladder
}

count-goal = { $count ->
    [one] { $count } mål
   *[other] { $count } mål
}

count-staff = { $count ->
    [one] { $count } medarbejder
   *[other] { $count } medarbejdere
}

# The rest of a list: rows above, rows below, and lines that there is no room for.
list-above = … { $count } flere ↑
list-below = … { $count } flere ↓
list-cut = … { $count } flere
