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
report-written-to = { $what } for { $child } er skrevet til { $path }. Filen er nu uden for husets kryptering: slet den, når den er sendt eller printet.
cli-ask-child = Barnets navn eller initialer
cli-report-say-child = Nævn barnet, eller kør kommandoen i en terminal, hvor den spørger
cli-report-no-child = Huset har intet barn med det navn
cli-report-which-child = Flere børn passer. Skriv mere af navnet: { $names }
cli-report-format = Filnavnet siger ikke formatet. Lad det ende på .docx eller .html, eller brug --format
cli-report-kind = Den slags dokument kendes ikke
cli-report-no-version = { $what } findes ikke i version { $version }
cli-report-not-written = { $what } er ikke skrevet for barnet
