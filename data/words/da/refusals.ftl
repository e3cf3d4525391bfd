# Refusals: what is wrong beside a field, always with an example that works.

date-empty = mangler. Prøv i morgen · man · +2u · 24.12.2026
date-not-understood = ikke en dato. Prøv i morgen · man · +2u · 24.12.2026
date-no-such = { $text } findes ikke. Prøv i morgen · man · +2u · 24.12.2026
date-past-empty = mangler. Prøv i går · man · -2 · 24.11.2026
date-past-not-understood = ikke en dato. Prøv i går · man · -2 · 24.11.2026
date-past-no-such = { $text } findes ikke. Prøv i går · man · -2 · 24.11.2026
date-ambiguous = { $text } kan være { $first } eller { $second }. Skriv den ene ud
date-other-weekday = { $date } er en { $weekday }. Ret dagen eller datoen
date-other-week = { $date } er i uge { $week }. Ret ugen eller datoen
date-far-back = { $date } er { $days } dage siden. Er det den, så skriv året: { $typed }
date-far-ahead = { $date } er { $days } dage frem. Er det den, så skriv året: { $typed }
date-backwards = { $to } ligger før { $from }. Skriv den første dag først: man-fre

time-empty = mangler. Prøv 9 · 930 · 9.30 · 9-10.15
time-not-understood = ikke et klokkeslæt. Prøv 9 · 930 · 9.30 · 9-10.15
time-no-such = { $text } findes ikke på uret. Prøv 9 · 930 · 9.30 · 9-10.15
time-ambiguous = { $text } kan være { $first } eller { $second }. Skriv den ene ud
time-backwards = { $to } er ikke efter { $from }. Skriv den første tid først: 9-10.15
time-one-of-two = mangler en sluttid. Prøv 9-10.15

# Why something was not done: what is wrong, where, and what to do.
refusal-not-on-staff = Du er ikke medarbejder i dette hus. Bed en kollega om at tilføje dig
refusal-has-left = Du er stoppet { $date }. Bed en kollega om at gøre det
refusal-no-such-case = Sagen findes ikke mere. Find barnet på listen igen
refusal-no-such-staff = Ingen medarbejder her har de initialer. Se dem med: trivsel staff list
refusal-no-such-programme = Huset har ikke tilbuddet { $programme }. Vælg et tilbud, som huset har
refusal-not-enrolled = Barnet er ikke indskrevet { $date }. Vælg en dag fra visitation til afslutning
refusal-no-school-day = { $date } er ikke en skoledag ({ $why }). Vælg en skoledag
refusal-closure-days = En lukkeperiode er 1 til { $most } dage. Ret datoerne
refusal-closure-marked = { $days ->
    [one] { $first } har registreringer i fremmødet og kan ikke lukkes. Slet dem i fremmødet først, hvis ingen mødte
   *[other] { $days } dage fra { $first } har registreringer i fremmødet og kan ikke lukkes. Slet dem i fremmødet først, hvis ingen mødte
}
refusal-weekend = weekend
refusal-not-ahead = { $date } er ikke kommet endnu. På forhånd kan kun sygdom og ekstraordinær fri skrives
refusal-not-behind = { $date } er gået. Skriv fraværet som en registrering på dagen
refusal-empty-span = Fra { $from } til { $to } er der ingen skoledage, eller perioden er over et år. Vælg en kortere periode, der løber fremad
refusal-one-mark-a-day = Til og med 6. klasse er der én registrering om dagen. Sæt kun den første
refusal-outside-plan = Uden for dagens plan, { $hours }. Ret tiden eller skemaet
refusal-overtaken = { $who } har ændret det imens. Se, hvad der står nu, og prøv igen
refusal-overtaken-at = { $who } har ændret det kl. { $time }. Se, hvad der står nu, og prøv igen
refusal-somebody = En kollega
refusal-nothing-to-undo = Der er ikke noget at fortryde
refusal-nothing-to-redo = Der er ikke noget at gøre igen
refusal-initials-taken = Initialerne { $initials } er eller har været en andens. Vælg andre
refusal-already-left = Medarbejderen er allerede stoppet { $date }
refusal-last-staff = Det er den sidste, der kan åbne huset. Tilføj en kollega først
refusal-only-leaders = Det kan kun den, der leder huset. Bed en leder om det: { $leaders }
refusal-last-leader = Der skal være mindst én, der leder huset. Gør først en anden til leder: trivsel staff leader
refusal-key-of-another = Nøglen tilhører { $of }
refusal-still-contact = { $child } har vedkommende som primær kontakt. Giv sagerne videre med --hand-over-to og initialer
refusal-seats-held = { $occupied } pladser er i brug eller tildelt, den højeste er nummer { $highest }, så der kan ikke kun være { $asked }. Afslut sager først, eller vælg et større tal
refusal-seat-number-held = Plads nummer { $highest } er i brug eller tildelt, og et barn beholder sin plads, også når lavere numre er ledige. Vælg mindst { $highest }, eller vent, til sagen på den plads er afsluttet
refusal-talk-ahead = Samtalen { $date } er ikke holdt endnu. Skriv under bagefter, eller ret dato og klokkeslæt
refusal-no-such-talk = Samtalen findes ikke mere. Find den på listen igen
refusal-on-wrong-child = Notatet står på det forkerte barn og er lukket for andre end den, der har skrevet det, og lederen. Spørg en af dem
refusal-not-open-to-you = Notatet er fortroligt og ikke åbent for dig. Spørg den, der har skrevet det
refusal-note-of-another = Notatet er skrevet af { $who }. Kun { $who } eller en leder kan mærke det
refusal-note-of-no-child = En konsultation handler ikke om et barn, så den kan ikke stå på et forkert
refusal-one-note-a-child = Hvert barn får ét notat, så samme barn kan ikke stå to gange. Slet det ene
refusal-right-child-already = Notatet står allerede på det barn. Vælg det barn, som det handler om
refusal-misplaced-already = Notatet er allerede mærket af { $who } { $date }
refusal-staff-gone = { $initials } er stoppet { $date } og kan ikke følge op. Vælg en anden
refusal-due-before = Opfølgningen { $due } ligger før samtalen { $date }. Vælg samme dag eller senere
refusal-score-without-case = En konsultation hører ikke til et barn og har derfor ingen målinger. Slet målingen
refusal-score-twice = Den samme person har den samme måling to gange. Slet den ene
refusal-no-such-series = Huset har ingen måling, der hedder { $series }. Ret navnet, eller tilføj målingen til husets lister
refusal-outside-series = { $series } går fra { $low } til { $high }. Skriv et tal derimellem
refusal-series-kept = { $series } har målinger, så den bliver stående. Skriv "; udgået" sidst på dens linje, så begynder intet forløb på den mere
refusal-series-retired = { $series } er udgået, og barnet har ingen målinger i den. Brug en anden måling, eller tag "udgået" væk i husets lister
refusal-series-twice = To målinger hedder { $series }. Giv den ene et andet navn
refusal-series-lines = { $series } har { $lines ->
    [one] ét tal
   *[other] { $lines } tal
}. Skriv dem på linjen igen
refusal-series-in-use = { $series } er allerede brugt i samtaler, så linjer, område, samlet tal og retning bliver, som de er. Giv den ændrede måling et andet navn
refusal-no-such-follow-up = Opfølgningen findes ikke mere. Find den på listen igen
refusal-follow-up-ended = { $who } har allerede afsluttet opfølgningen { $date }
refusal-retained-open = { $child } har en åben sag ({ $stage }). Afslut den først
refusal-retained-too-early = { $child } kan først slettes fra { $date }
refusal-retained-no-archive = Huset er kommunalt, og intet arkiv har taget stilling til { $child }, hvis sidste sag sluttede { $date }. Skriv afgørelsen ind med a i Sager
refusal-retained-seated = Sagen har haft en plads. Afslut den i stedet
refusal-retained-notes = { $count ->
    [one] Sagen har { $count } underskrevet notat, som skal blive
   *[other] Sagen har { $count } underskrevne notater, som skal blive
}
refusal-retained-continued = En senere sag fortsætter denne, så den bliver
refusal-house-not-empty = Huset har allerede børn. Opret et nyt, tomt hus med: trivsel init

# How the records of a house can contradict each other.
contradiction-twice = To poster i filen har samme identitet eller initialer
contradiction-dangling = En post i filen hører til noget, der ikke er i den
contradiction-seat-outside-norm = En sag har et pladsnummer over normeringen
contradiction-seat-twice = To sager har samme plads på samme dag
contradiction-open-twice = Et barn har to åbne sager i samme tilbud
contradiction-courses-overlap = Et barn har to forløb i samme tilbud på samme tid
contradiction-backward = Et forløb slutter, før det begynder
contradiction-version-twice = En sag har to skemaer eller undervisningsplaner fra samme dag

# Why a row of a list can't be taken.
row-missing = feltet er tomt og skal udfyldes
row-unknown-child = barnet findes ikke her. Ret navn eller fødselsdato, eller importér sagerne først
row-unknown-staff = ingen medarbejder her har de initialer. Ret dem, eller tilføj medarbejderen først
row-unknown-programme = huset har ikke det tilbud. Skriv et, som huset har
row-unknown = det findes ikke her. Ret det
row-ambiguous = flere børn her har det navn. Skriv fødselsdatoen også
row-repeats-child = samme barn og sag står på linje { $line }. Slet den ene
row-repeats-day = samme barn og dag står på linje { $line }. Slet den ene
row-repeats-talk = den samme samtale står på linje { $line }. Slet den ene
row-may-be = måske er det { $name }, { $born }: { $likeness }. Tilføj --same-child { $line }, hvis det er samme barn, eller --new-child { $line }, hvis det er et andet
row-not-found = det kan ikke ses, hvilket barn i huset det er. Skriv navn og fødselsdag, som de står i huset
row-on-record = det står her allerede, og anderledes. Ret det i programmet, eller slet linjen
row-on-record-child = barnet har allerede en sag her i det tilbud. Slet linjen
row-on-record-talk = samtalen står her allerede. Slet linjen
row-no-seat = der er ingen ledig plads { $date }: normeringen er { $norm }. Skriv barnet på venteliste, eller hæv normeringen
row-stage-needs = trinnet { $stage } kræver, at feltet er udfyldt
row-out-of-order = datoen passer ikke med de andre datoer på linjen eller med dags dato. Ret den
row-own-register = barnet var indskrevet her på det tidspunkt, så fremmødet er husets eget. Skriv egen, eller slet linjen
row-two-courses = barnet er i et andet forløb i tilbuddet fra { $date }. Ret datoerne, eller slet linjen
row-contact-left = medarbejderen er stoppet { $date }. Skriv en, der er her

# The columns of the lists, where a file has none of its own.
column-child = barn
column-born = født
column-class = klasse
column-school = skole
column-programme = tilbud
column-stage = trin
column-referred = henvist
column-admitted = visiteret
column-primary = kontakt
column-secondary = anden kontakt
column-expected-end = forventet afslutning
column-closed = afsluttet
column-outcome = udfald
column-priority = prioritet
column-last-contact = seneste kontakt
column-monday = mandag
column-tuesday = tirsdag
column-wednesday = onsdag
column-thursday = torsdag
column-friday = fredag
column-date = dato
column-first = formiddag
column-second = eftermiddag
column-remark = bemærkning
column-mood = humør
column-origin = kilde
column-kind = type
column-start = start
column-minutes = minutter
column-participants = deltagere
column-themes = temaer
column-methods = metoder
column-text = tekst
column-author = forfatter
column-place = sted
column-topic = emne
column-school-year = skoleår
column-row = linjen

# A file that can't be taken.
list-in-cell = { $place }, »{ $column }«: { $what }
list-in-cell-saying = { $place }, »{ $column }«, »{ $value }«: { $what }
list-on-line = { $place }: { $what }
list-on-line-saying = { $place }, »{ $value }«: { $what }
list-empty = Filen er tom: der er ingen linjer under overskrifterne
list-not-a-list = Filen er hverken CSV, XLSX eller ODS. Gem den som en af dem
list-bad-workbook = Regnearket kan ikke læses. Åbn det, og gem det igen som XLSX eller CSV
list-cell-error = cellen viser en fejl. Ret formlen i regnearket
list-unknown-heading = overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column "{ $heading }=…", med - hvis den ikke skal læses
list-heading-twice = to kolonner har den overskrift. Slet den ene, eller udelad den: --column "{ $place }=-"
list-heading-missing = kolonnen mangler. Tilføj den, eller skriv, hvilken det er: --column "…={ $column }"
list-extra-cell = der står noget uden for overskrifterne. Giv kolonnen en overskrift, eller slet det
list-near = { $what }. Mente du »{ $near }«?
list-too-much = Filen er for stor til en liste: der er plads til 100.000 linjer, 2.000.000 celler og 32 MB tekst. Del den i flere
list-which-encoding = Filen er ikke UTF-8, og det kan ikke ses, hvilket tegnsæt den er i. Vælg det, hvor bogstaverne er rigtige
list-sample = --encoding { $name }: »{ $sample }«
list-not-in-encoding = Filen er ikke i tegnsættet { $name }. Vælg et andet med --encoding
list-garbled = Bogstaver i filen var ødelagt, før den kom hertil, fx »Ã¸« eller »›« for ø. Hent listen igen, hvor den kommer fra, og gem den som UTF-8. Er den rigtig, så brug --encoding utf-8
list-no-sheets = --sheet er til regneark, og filen er ikke et. Udelad det
list-no-such-sheet = Regnearket har ikke det ark. Skriv et af dem med --sheet: { $names }
list-which-sheet = Flere ark kan være listen. Skriv et af dem med --sheet: { $names }
list-merged = Cellerne { $range } er flettet, så det ikke kan ses, hvilken linje teksten hører til. Ophæv fletningen, og udfyld hver linje

list-no-result = formlen har intet gemt resultat. Åbn regnearket, og gem det igen
list-truth = cellen er sand eller falsk og ikke en tekst. Skriv ordet som tekst
list-not-text = cellen er et tal eller en dato, som regnearket viser på sin egen måde. Gør den til tekst, og skriv den, som den skal stå
list-born-cpr = er et CPR-nummer. Skriv fødselsdatoen: 4.3.2013
note-taken-for = Filen er læst i tegnsættet { $name }
note-sheet = { $count ->
    [one] Arket »{ $names }« er læst
   *[other] Arkene { $names } er læst
}
note-sheet-hidden = { $read }. Skjulte ark er ikke: { $hidden }
note-sheet-visible = { $read }. Andre ark er ikke: { $visible }
note-sheet-both = { $read }. Skjulte ark er ikke: { $hidden }. Heller ikke: { $visible }
note-month = Måneden står i { $place }
place-cell = { $cell }: »{ $text }«
place-sheet = arkets navn: »{ $text }«
place-file = filens navn: »{ $text }«
list-which-month = det står ingen steder, hvilken måned dagene { $days } er i. Skriv den over dagene, eller giv den med --month "aug 2026"
list-which-month-of = det kan ikke ses, hvilken måned dagene { $days } er i: { $among }. Giv den med --month "aug 2026"
list-other-weekday = det er { $day }. Ret ugedagen, eller ret måneden eller året over dagene
list-no-such-day = { $month } har ikke den dag. Slet registreringen, eller flyt den til den rigtige dag
list-repeats-in = samme barn og dag står på arket »{ $sheet }«, linje { $line }. Slet den ene
note-sums = { $count ->
    [one] Linje { $lines } er en sum og er ikke læst
   *[other] Linjerne { $lines } er summer og er ikke læst
}
note-sum-column = Kolonnen »{ $column }« er en sum og er ikke læst
note-turned = { $count ->
    [one] Ét navn er læst med fornavnet først: »{ $written }« = { $read }
   *[other] { $count } navne er læst med fornavnet først, som »{ $written }« = { $read }
}
list-old-or-locked = Filen er et gammelt regneark (XLS), eller den er låst med en adgangskode. Åbn den, og gem den som XLSX uden kode
note-school = { $count ->
    [one] Én dag er fra den afgivende skoles register og holdes for sig. Giv skolens navn med --source "Ærø Skole"
   *[other] { $count } dage er fra den afgivende skoles register og holdes for sig. Giv skolens navn med --source "Ærø Skole"
}
note-school-of = { $count ->
    [one] Én dag er fra registret på { $name } og holdes for sig
   *[other] { $count } dage er fra registret på { $name } og holdes for sig
}
note-above = Linje { $line } står over overskrifterne og er ikke læst: »{ $text }«
list-which-year = dagene fra { $first } til { $last } har intet årstal. Skriv skoleåret med --school-year 2026/27
list-which-year-one = dagen { $first } har intet årstal. Skriv skoleåret med --school-year 2026/27
list-not-in-year = dagen er ikke i skoleåret { $year }, eller den er en anden ugedag. Ret den, eller skriv et andet med --school-year
list-place-line = Linje { $line }
list-place-sheet = Ark »{ $sheet }«, linje { $line }
list-place-cell = Ark »{ $sheet }«, celle { $cell }
note-profile = Listen er læst med profilen »{ $name }«
note-filled = Flettede celler er læst, som om værdien stod på hver linje: { $ranges }
note-register = { $count ->
    [one] Én kolonne er en dag: { $span }
   *[other] { $count } kolonner er dage: { $span }
}
note-marks = Registreringerne er læst sådan: { $marks }

# What is asked about a list.
list-cases = sager
list-attendance = fremmøde
list-talks = samtaler
ask-sheet = Flere ark kan være listen. Hvilket er det?
ask-column = Hvilken kolonne er »{ $column }«?
ask-meaning = Kolonnen »{ $column }« kendes ikke ({ $values }). Hvad er den?
ask-meaning-place = Kolonne { $column } har ingen overskrift, eller en, der står to gange ({ $values }). Hvad er den?
ask-no-values = tom
ask-place = kolonne { $column }
ask-year = Dagene fra »{ $first }« til »{ $last }« har intet årstal. Hvilket skoleår er det?
ask-year-one = Dagen »{ $first }« har intet årstal. Hvilket skoleår er det?
ask-month = Hvilken måned er dagene { $days } i?
ask-month-sheet = Hvilken måned er arket »{ $sheet }« (dagene { $days })?
ask-source = Nogle dage er fra før barnets forløb her. Hvis register er det?
ask-source-own = vores eget
ask-mark = { $count ->
    [one] Hvad betyder »{ $mark }«? Det står i én celle.
   *[other] Hvad betyder »{ $mark }«? Det står i { $count } celler.
}

# What can't be read.
list-open-quote = et anførselstegn bliver aldrig lukket
list-stray-quote = der står noget efter et lukket anførselstegn. Skriv anførselstegn inde i en tekst dobbelt
list-unseen = teksten har et tegn, som ingen kan se eller læse. Skriv den om
list-no-letter = navnet har intet bogstav. Skriv, hvad personen hedder
list-control = teksten har et usynligt styretegn. Skriv den om
list-too-long = teksten er for lang. Der er plads til { $max } tegn
list-not-at-stage = en sag på trinnet { $stage } har ikke dette felt. Slet det, eller ret trinnet
list-not-of-kind = samtaler af typen »{ $kind }« har ikke dette felt. Slet det, eller ret typen
list-no-parent = linjen hører til noget, der ikke står før den i filen
list-unsigned = Samtalen { $date }, skrevet af { $initials }, er en kladde. Underskriv den i det hus, filen kommer fra, og eksportér igen
list-no-staff = Ingen medarbejder i filen eller huset har initialerne { $initials }
list-has-left = { $initials } arbejder her, men er stoppet i filen. Opret huset med en anden, der stadig er her
list-not-a-calendar = Filen er ikke en kalender. Gem den som iCalendar (.ics) i UTF-8
list-cut-off = Kalenderen er klippet over: en END-linje mangler. Hent den igen
list-property-missing = begivenheden mangler den
list-not-a-moment = hverken dato, tidspunkt eller varighed. Et tidspunkt skrives 20270318T130000
list-unknown-zone = tidszonen kendes ikke. Skriv for eksempel Europe/Copenhagen
list-recurrence = gentagelsen kan ikke læses, eller den er hyppigere end dagligt
list-too-often = begivenheden gentages { $most } gange eller flere. Lad den begynde senere, eller giv den en slutdato
list-ends-before-start = begivenheden slutter, før den begynder
list-not-a-house = Filen er ikke et hus skrevet af: trivsel export
list-newer-house = Filen er skrevet af et nyere program (format { $version }). Brug et nyere program
list-out-of-format = filen følger ikke formatet trivsel-house ({ $detail })
list-out-of-format-file = Filen følger ikke formatet trivsel-house ({ $detail })

# What a cell should have held, with an example that works.
expected-date = ikke en dato. Skriv dag, måned og år: 25-11-2026
expected-day-plan = ikke en plan for dagen. Skriv timer (8.30-12), hjemme, eller - når barnet ikke kommer
expected-mark = ikke en registrering. Skriv T, F 8.55, D 8.30-10, S, L, U eller H, eller ordet, eller hvad det betyder med --mark "X=syg"
expected-late-time = for sent skal have et klokkeslæt: F 8.55
expected-partial-hours = delvis skal have timer: D 8.30-10
expected-class = ikke en klasse. Skriv 7 eller 7.b
expected-school-year = ikke et skoleår. Skriv 2026/27
expected-stage = ikke et trin. Skriv visitation, venteliste, visiteret, opstart, forløb, udslusning, afsluttet eller ikke visiteret
expected-outcome = ikke et udfald. Skriv almenskole, specialtilbud, ungdomsuddannelse, andet tilbud, flyttet eller udmeldt
expected-priority = ikke en prioritet. Skriv lav, almindelig eller haster
expected-mood = ikke et humør. Skriv et tal fra 1 til 5
expected-origin = ikke en kilde. Skriv egen eller afgivende skole
expected-talk-kind = ikke en type samtale. Skriv fx udvikling, forældre, trivsel, netværk, telefon eller konsultation
expected-time = ikke et klokkeslæt. Skriv 13.30
expected-minutes = ikke et antal minutter. Skriv et tal fra 1 til 1439

# What the house on the disk can answer.
store-no-house = Der er intet hus i { $path }. Opret et med: trivsel init
store-house-away = Nøglerne til et hus ligger i { $path }, men selve huset (house.db) mangler. Læg house.db tilbage, eller vælg en anden mappe til et nyt hus
store-no-keys = Der er ingen nøgler i { $path }. Hent mappen fra en sikkerhedskopi
store-house-exists = Der er allerede et hus i { $path }
store-not-empty = Mappen { $path } er ikke tom. Vælg en tom mappe eller en ny
store-not-a-backup = { $path } er ikke en sikkerhedskopi, og der ligger ingen i mappen
store-backup-damaged = Sikkerhedskopien er beskadiget: { $path } mangler eller er ændret. Vælg en anden sikkerhedskopi
store-backup-differs = Kopien i { $path } er ikke lig det, den blev taget af. Prøv igen; bliver det ved, så efterse disken
store-several-houses = I { $path } ligger sikkerhedskopier af flere huse. Vælg mappen med den ene
store-inside-house = { $path } ligger i selve huset og forsvinder sammen med det. Vælg en mappe et andet sted, helst på en anden disk
store-path-too-long = Stien { $path } er for lang. Læg huset i en mappe med en kortere sti, højst 490 tegn
store-not-a-folder = { $path } er ikke en mappe
store-not-a-file = { $path } er ikke en almindelig fil
store-symlink = { $path } er et symbolsk link. Skriv den rigtige sti
store-foreign-owner = { $path } tilhører en anden bruger på maskinen. Log ind som ejeren
store-too-open = { $path } kan læses af andre på maskinen (rettigheder { $mode }). Luk den med: chmod go= "{ $path }"
store-network = { $path } ligger på et netværksdrev. Flyt huset til en lokal disk
store-unmerged = { $path } har ændringer, der først skal flettes. Åbn huset én gang på en disk, der kan skrives på
store-bad-initials = Initialer er 1 til 4 store bogstaver fra A til Å
store-wrong-passphrase = Adgangssætningen passer ikke
store-too-soon = Adgangssætningen er skrevet forkert for nylig. Vent { $count ->
    [one] { $count } sekund
   *[other] { $count } sekunder
}, og prøv igen
store-empty-passphrase = Adgangssætningen må ikke være tom
store-no-slot = { $initials } har ingen nøgle til huset. Bed en kollega om at tilføje en
store-slot-exists = { $initials } har allerede en nøgle til huset
store-slot-outdated = Nøglen for { $initials } passer ikke længere til huset. Bed en kollega om at forny den
store-strangers = Huset kan åbnes af nogen, der ikke står på personalelisten med den nøgle: { $initials }. Fjern dem med: trivsel staff remove
store-strange-recovery = Huset kan åbnes med en gendannelsesnøgle, som programmet ikke har lavet. Lav en ny, så gælder den ikke: trivsel staff recovery
store-sealed-to-others = Nøglefilen house.age åbner huset for flere end dem på listen. Lås huset om: trivsel staff recovery
store-last-slot = Det er den sidste nøgle til huset og kan ikke fjernes
store-damaged-slot = Nøglefilen { $path } er beskadiget. Hent den fra en sikkerhedskopi
store-damaged-file = Filen { $path } er beskadiget, eller den er ikke krypteret med en adgangssætning
store-recovery-invalid = Det er ikke en gendannelsesnøgle. Se efter, om den er skrevet rigtigt af
store-recovery-unknown = Gendannelsesnøglen hører til et andet hus eller er skiftet ud
store-not-a-house = { $path } er ikke et hus, er beskadiget eller hører til en anden nøgle. Hent en sikkerhedskopi; filen er ikke rørt
store-newer-schema = Huset er skrevet af et nyere program (skema { $found }, dette kender { $known }). Brug det nyere program; filen er ikke rørt
store-older-schema = Huset er ældre end programmet (skema { $found }, dette bruger { $known }) og kan kun læses. Åbn det én gang, hvor der kan skrives
store-busy = En anden skriver lige nu. Prøv igen om lidt
store-read-only = Huset kan kun læses her
store-disk-full = Disken er fuld, eller en grænse er nået. Gør plads, og prøv igen; intet er ændret
disk-is-full = Disken er fuld. Huset kan læses, men der kan ikke skrives noget, og hvad der åbnes, står ikke i loggen. Gør plads, og åbn huset igen
store-house-in-use = Huset er åbent et andet sted. Luk det der, og prøv igen
store-rekey-failed = Huset kunne ikke låses om. Den gamle nøgle gælder stadig
store-no-randomness = Maskinen gav ingen tilfældige tal, så der kan ikke laves nøgler
store-io = { $path } kunne ikke læses eller skrives ({ $kind })
store-database = Databasen fejlede (kode { $code }). Intet er ændret
store-corrupt = Huset er beskadiget ({ $table }: { $what }). Hent den nyeste sikkerhedskopi
store-unknown-code = Huset har en kode, som dette program ikke kender ({ $table }, { $column }). Brug et nyere program

# Why a file could not be used, in brackets after its path.
io-not-found = den findes ikke
io-no-folder = mappen findes ikke
io-not-allowed = det er ikke tilladt
io-is-a-folder = det er en mappe
io-not-a-folder = en del af stien er ikke en mappe
io-exists = den findes i forvejen
io-full = der er ikke plads
io-read-only = den kan kun læses
io-not-text = det er ikke tekst
