# Documents that leave the house: letters, plans, attendance sheets, the whole file of a case.

report-child = Barn
report-born = Født
report-class = Klasse
report-school = Skole
report-programme = Tilbud
report-version = Version
report-written = Skrevet
report-author = Skrevet af
report-draft = Kladde. Dokumentet er ikke underskrevet.
report-footer = { $title } · { $child } · { $day }
report-page = Side
report-page-of = af

report-tasks = Opgaver
report-what = Hvad
report-who = Hvem
report-due = Senest
report-done = Gjort

report-figures = Tallene i teksten
report-figures-note = Hvad hvert tal tæller, over hvilke dage, og hvad det var, da teksten blev skrevet.
report-now = Nu
report-now-note = Registreringerne er rettet, siden teksten blev skrevet. I den sidste kolonne står, hvad tallet er nu; teksten er, som den blev skrevet.
report-now-nothing = intet at tælle
report-chosen = Fra fortrolige notater
report-counts = Tæller
report-dates = Dage
report-value = Værdi

report-development = Bilag: udviklingen
report-development-note = Tegnet efter registreringerne, som de stod { $day }. Bilaget er ikke en del af den underskrevne tekst.
report-scores-withheld = { $count ->
    [one] { $count } måling fra en fortrolig samtale er ikke med.
   *[other] { $count } målinger fra fortrolige samtaler er ikke med.
}
report-attendance-weeks = Fremmøde uge for uge
report-attendance-weeks-note = Pædagogisk talt: fremmødte dage af de registrerede. Dage uden registrering står for sig. Lyse søjler er oplyst af andre end huset og lægges aldrig sammen med husets egne.
report-week = Uge
report-register = Register
report-attended = Mødt
report-registered = Registreret
report-blank = Mangler
report-share = Fremmøde
report-score = Score
report-score-note = Hver linje er ét redskab og én, der svarer. De lægges aldrig sammen.

# trivsel report
report-written-to = { $what } er skrevet til { $path }. Filen er nu uden for husets kryptering: slet den, når den er sendt eller printet.
cli-ask-child = Barnets navn eller initialer
cli-report-say-child = Nævn barnet, eller kør kommandoen i en terminal, hvor den spørger
cli-report-no-child = Huset har intet barn med det navn
cli-report-which-child = Flere børn passer. Skriv mere af navnet: { $names }
cli-report-format = Filnavnet siger ikke formatet. Lad det ende på .docx eller .html, eller brug --format
cli-report-kind = Den slags dokument kendes ikke
cli-report-no-version = { $what } findes ikke i version { $version }
cli-report-not-written = { $what } er ikke skrevet for barnet

report-attendance-sheet = Fremmødeark
report-period = Periode
report-figure = Tal
report-planned = Planlagt
report-hours = Tid
report-days-count = { $days } dage
report-school-days = Skoledage
report-quarters = Kvartaler
report-months = Måned for måned
report-month = Måned
report-days = Dag for dag
report-days-absent = Dage med fravær eller uden registrering
report-days-reported = Dage
report-day = Dag
report-marks = Registrering
report-from = Gælder fra
report-subjects = Fag
report-subject = Fag
report-level = Niveau
report-goal = Mål
report-materials = Materialer
report-lessons = Lektioner
report-progress = Fremgang
report-waived = { $subject } er fritaget: { $why }
report-opened = { $subject } er åbnet: { $why }
report-timetable = Ugens skema
report-timetable-note = { $hours } timer om ugen, fra { $day }.
report-times = Tid
report-blocks = Blokke
cli-report-not-enrolled = Barnet var ikke indskrevet på nogen dag i perioden

# What the access log says that somebody did.
access-opened = åbnede huset
access-case = så sagen
access-talk = læste et notat
access-refused-talk = blev afvist ved et fortroligt notat
access-search = søgte på »{ $text }«
access-why = skrev hvorfor: { $text }
access-seal = åbnede huset, hvis segl ikke passede
access-export = tog en fil ud af huset ({ $what })

# The answer to a request for access.
report-access-request = Indsigt i sagen
report-made = Lavet
report-access-what = Dokumentet rummer alt, der er registreret om barnet, undtagen kladder, og til sidst hvem der har set på sagen.
report-left-out = Udeladt efter gennemgang
report-why = Hvorfor
report-why-restricted = fortroligt notat, med det, der hører til
report-why-misplaced = notat om et andet barn, skrevet på det forkerte
report-why-third-party = oplysninger om en anden
report-hidden = [udeladt]
report-staff-member = medarbejder
report-content = Indhold
report-looks = Bilag: hvem har set på sagen
report-looks-note = Adgangsloggen: hver gang nogen åbnede sagen eller et notat, søgte i den eller tog en fil ud.
report-no-looks = Ingen har set på sagen.
report-when = Hvornår

report-ask-person = { $role } { $name }: skal oplysningerne om vedkommende med?
report-note = Notat til gennemgang: { $kind } { $day }, { $by }
report-note-closed = Udeladt, for du må ikke læse det: { $kind } { $day }, { $by }
report-ask-note = Skal notatet med?
report-read-through = Læs dokumentet igennem, før det gives videre: andre kan være nævnt i teksten
cli-ask-yes-or-no = j eller n
cli-report-review = Fortrolige notater og andres oplysninger skal gennemgås i en terminal. Kør kommandoen der, eller brug --leave-out-restricted og --leave-out-third-parties

# A document from the sheet to a file.
prompt-write = Skriv til fil:
prompt-write-docx = til Word og LibreOffice; filen er ikke krypteret
prompt-write-html = til at læse og printe; filen er ikke krypteret
prompt-write-format = lad navnet ende på .docx eller .html
prompt-period = Fremmøde hvornår (tom: skoleåret):
sheet-as-file = skrives til en fil med x
sheet-no-teaching = Barnet har ingen undervisningsplan endnu
sheet-choose-written = Stå på et dokument, der er skrevet
status-written = Skrevet til { $path }. Filen er nu uden for husets kryptering: slet den, når den er sendt eller printet.
status-file-exists = { $path } findes allerede. Skriv et andet navn
status-not-put-together = Dokumentet kunne ikke sættes sammen. Intet er skrevet

# The review before a request for access is answered.
context-request = I gennemgangen før indsigt
request-title = Indsigt i sagen · { $name }
request-how = Alt om barnet kommer med. Svar først på det, der kan røbe andre; det, ingen tager med, udelades og nævnes som udeladt.
request-staff = Medarbejderne nævnes
request-in = med
request-out = udelades
request-open = med eller ej?
request-unread = ikke læst
request-about-staff = Enter skifter mellem navne, initialer og faggrupper.
request-about-person = En anden end barnet: + tager oplysningerne med, - udelader dem og fjerner navnet fra teksterne.
request-about-note = Fortroligt, eller skrevet på et andet barn: Enter læser det, derefter tager + det med, og - udelader det.
request-closed = Du må ikke læse notatet, så det udelades
request-read-first = Læs notatet først med Enter
request-choose = Stå på en person eller et notat
request-in-or-out = + tager med, - udelader
request-unanswered = Svar først her: + tager med, - udelader
staff-as-names = ved navn
staff-as-initials = med initialer
staff-as-roles = med faggruppe
key-take-in = tag med i svaret
hint-take-in = med
key-leave-out = udelad af svaret
hint-leave-out = udelad
