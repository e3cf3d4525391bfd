# Talks: the kinds of talk in the log.

talk-enrolment = Indskrivningssamtale
talk-start-up = Opstartssamtale
talk-development = Udviklingssamtale
talk-parent = Forældresamtale
talk-wellbeing = Trivselssamtale
talk-family-guidance = Familievejledning
talk-family-treatment = Familiebehandling
talk-follow-up = Opfølgningsmøde
talk-status = Statusmøde
talk-network = Netværksmøde
talk-referrer = Dialog med henviser
talk-youth-guidance = UU-vejledning
talk-contact-pedagogue = Kontaktpædagog
talk-message = Telefon eller besked
talk-consultation = Konsultation

# The columns of the log and of the follow-ups.
head-date = Dato
head-kind = Type
head-by = Af
head-text = Tekst
head-due = Frist
head-who = Hvem
head-what = Hvad

talks-all = Alle samtaler
talks-empty = Ingen samtaler endnu.
talks-with = Med:
talks-signed = Underskrevet af { $name } { $day }
talks-draft = kladde
talks-draft-mine = Kladde, kun synlig for dig

# Who somebody is to a child.
role-child = barnet
role-mother = mor
role-father = far
role-guardian = værge
role-family = familie
role-school = skole
role-ppr = PPR
role-caseworker = socialrådgiver
role-youth-guidance = UU
role-family-centre = Familiehuset
role-referrer = henviser
role-other = andre

talks-filter-nothing = Ingen samtaler passer. Esc viser alle igen.
talks-newest = de nyeste { $listed } af { $count } samtaler
talks-newest-over = de nyeste { $listed } af over { $count } samtaler
talks-no-follow-ups = Intet at følge op på.
talks-draft-shared = Kladde fra { $name }, som du skriver med på
talks-imported = Importeret { $day }. Skrevet af { $name }
talks-restricted = Fortroligt: åbent for { $names }
talks-restricted-mark = fortrolig
talks-sealed = Notatet er fortroligt og ikke åbent for dig.
talks-sealed-yours = Notatet er fortroligt. Enter åbner det, og det noteres, at du har læst det.
talks-misplaced = Står på det forkerte barn. Hører til hos { $name }
talks-misplaced-nobody = Står på det forkerte barn. Hører ikke til et barn i huset
talks-misplaced-by = Mærket af { $by } { $day }
talks-misplaced-mark = forkert barn
talks-misplaced-yours = Notatet tæller ikke med her. Enter åbner det, Ctrl+D skriver det på det rette barn.
talks-misplaced-open = Notatet tæller ikke med her. Enter åbner det, og det noteres, at du har læst det.
talks-misplaced-closed = Notatet er lukket for andre end den, der har skrevet det, og lederen.
status-misplaced = Notatet er mærket: det står på det forkerte barn og tæller ikke med dér.
status-placed = Notatet står igen på barnet og tæller med.
misplaced-nobody = Intet barn i huset
misplaced-what-follows = notatet bliver stående, lukket for andre end den, der skrev det, og lederen
example-misplaced = fx: jeg havde et andet barns ark åbent
form-several-children = { $name } kan være flere børn. Skriv mere af navnet
form-no-other-child = { $name } er ikke et andet barn med en sag her
form-note-each = { $names }: hvert barn får sit eget notat med samme tekst. Målinger følger det første barn
example-siblings = søskende ved navn: hvert barn får sit eget notat
talks-agreed = Aftale: { $what } ({ $who }, { $due })
talks-added = Tilføjelse af { $name } { $day } kl. { $time }
talks-choose-talk = Vælg en underskrevet samtale først
talks-choose-child = Vælg en samtale med et barn først
talks-choose-follow-up = Vælg en opfølgning først. o viser dem
talks-signed-stays = En underskrevet samtale slettes ikke. t skriver en tilføjelse
ended-done = udført
ended-dropped = udgået
prompt-filter = Vis kun:
prompt-follow-up-done = Udført. Hvad kom der ud af det (må være tomt):
prompt-follow-up-dropped = Udgår. Hvorfor (må være tomt):
# What a refused filter says stands on one line of 80 columns, with its example.
filter-not-understood = { $word }: hverken barn, type, tema eller dage. Prøv forældre { $who } uge 48
filter-or = eller
filter-either = { $first } eller { $second }? Skriv mere
filter-several = { $first }, { $second } med flere? Skriv mere
filter-two-periods = Én periode ad gangen. Prøv uge 46-47 · nov · 1.9- · fra 1.11 til 15.11
# How many notes a search found. It reads no further than the list goes, so there may be more.
count-found = { $count ->
    [one] 1 fund
   *[other] { $count } fund
}
found-at-least = mindst { $count } fund
found-some = { $listed } af { $count } fund
found-some-at-least = { $listed } af mindst { $count } fund
found-by-fit = de bedste først
found-by-date = de nyeste først
found-nothing = Intet fundet. Prøv færre eller kortere ord.
found-addendum = tilføjelse
status-signed = Underskrevet: { $name }, { $kind }.
status-added = Tilføjelsen er underskrevet.
status-follow-up = Opfølgningen er afsluttet: { $what }.
status-settled = Husets liste er gemt.
undo-not-signed = En underskrift kan ikke fortrydes. t skriver en tilføjelse. Ctrl+Z igen fortryder det, du gjorde før
undo-not-document = En underskrift kan ikke fortrydes. Enter på dokumentet skriver næste version. Ctrl+Z igen fortryder det, du gjorde før
undo-not-decided = Det, du gjorde sidst, kan ikke fortrydes. Ret det med et nyt valg. Ctrl+Z igen fortryder det, du gjorde før
undo-annul = Et trin fortrydes ikke med Ctrl+Z. Tryk a på sagens ark for at annullere det. Ctrl+Z igen fortryder det, du gjorde før
undo-not-step = Trinnet er ikke fra i dag og kan ikke annulleres. Flyt sagen med et nyt trin. Ctrl+Z igen fortryder det, du gjorde før
undo-not-date = En rettet dato fortrydes ikke. Tryk r på sagens ark for at rette den igen. Ctrl+Z igen fortryder det, du gjorde før
