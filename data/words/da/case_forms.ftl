# The forms of a case: their names, their fields, and what stands beside them.

form-of-fields = Sagsoplysninger
form-of-child = Barnet
form-of-person = Person omkring barnet
form-of-goal = Mål
form-of-progress = Fremgang
form-of-intervention = Indsats
form-of-level = Grad
form-of-refer = Ny sag

field-name = Navn
field-born = Født
field-cpr = CPR
field-class = Klasse
field-school = Skole
field-role = Rolle
field-custody = Forældremyndighed
field-phone = Telefon
field-mail = Mail
field-workplace = Arbejdssted
field-note = Bemærkning
field-until = Til
field-goal = Mål
field-municipal = Handleplan
field-set-on = Sat den
field-ended = Slut
field-ended-on = Sluttede
field-how-far = 0 til 10
field-from = Fra
field-to = Til
field-level = Grad
field-level-on = Fra
field-talk = Samtale
field-reason = Hvorfor
field-decided-on = Afgørelse den
field-files-on = Sagsakter
field-primary = Primær
field-secondary = Sekundær
field-expected-end = Forventet afslutning
field-needs = Behov
field-priority = Prioritet
field-last-contact = Seneste kontakt
field-start-structure = Opstart
field-programme = Tilbud
field-referred-on = Indstillet
field-parents = Forældre
field-ppr = PPR
field-led-to = Henvisningsårsag

answer-yes = ja
answer-no = nej

case-form-ahead = er ikke kommet endnu. Prøv i dag · i går · 24.11.2026
case-form-long = er længere end 200 tegn. Skriv det kortere
case-form-name-long = er for langt. Et navn er højst 120 tegn
case-form-mail = er ikke en mailadresse. Prøv mette@eksempel.dk
case-form-choose = mangler. Vælg med pilene, eller skriv et par bogstaver
case-form-same = er, som det var. Intet er ændret; Esc lukker
case-form-gone = er slettet af en kollega. Esc går tilbage til arket
case-form-no-sheet = hører til en sag, der ikke er åben. Åbn sagens ark først
case-form-to-before = ligger før den første dag. Prøv +3u
case-form-before-referral = ligger før indstillingen. Vælg samme dag eller senere
case-form-goal-order = ligger før den dag, målet blev sat
progress-before-goal = ligger før den dag, målet blev sat
progress-none = intet endnu
progress-wrong = er et helt tal: 0 ikke begyndt, 10 nået. Prøv 4
intervention-which = mangler. Skriv, hvilken anden indsats det er
level-now = nu grad { $level }
level-same = er den samme som nu. Vælg en anden
level-why = mangler. Skriv, hvorfor graden ændres
level-before-talk = ligger før samtalen. Vælg samtalens dag eller senere
level-no-dialogue = ingen underskrevet dialog med henviser endnu. t på arket skriver den
level-no-meeting = ingen ny dialog eller opfølgning siden sidst. t på arket skriver den
contact-twice = er den samme som den primære. Vælg en anden, eller tøm feltet
need-nobody = { $need } (ingen her har det)

born-wrong = er ikke en fødselsdag. Prøv 4.3.2013
born-no-such = { $text } findes ikke. Prøv 4.3.2013
born-is-cpr = er et CPR-nummer. Skriv det i CPR
born-year = kan ikke være { $year }. Skriv hele årstallet: 4.3.2013
cpr-digits = er ikke ti cifre. Prøv 040313-4321
cpr-no-date = begynder ikke med en dato. Prøv 040313-4321
cpr-year = siger født { $day }. Tjek det syvende ciffer: 040313-4321
cpr-modulus = opfylder ikke modulus 11, kan være gyldigt
cpr-kept = { $cpr } beholdes. Skriv - for at slette det
cpr-removed = slettes
cpr-none = er der ikke i forvejen
cpr-other-birthday = siger født { $day }. Ret fødselsdagen eller nummeret
class-wrong = er ikke en klasse. Prøv 7.b · 7 · børnehaveklasse
class-stays = kan ikke tømmes. Skriv klassen nu: 7.b

refer-known = findes: { $stage }, indstillet { $day }
refer-unsure = findes måske allerede, født { $day }
refer-namesake = en anden med det navn er født { $day }
refer-which = mangler, for et barn med det navn findes. Prøv 4.3.2013
refer-cpr-known = skriv fødselsdatoen her, og CPR-nummeret på barnet, når sagen er oprettet
refer-class-known = rettes på barnet, når sagen er oprettet
refer-people-known = står på barnet i forvejen

# What may be written in an empty field.
example-born = 4.3.2013
example-born-or-cpr = 4.3.2013 eller hele CPR-nummeret
example-start-structure = hvem møder barnet, hvornår og hvor længe, som barnet ser det
example-cpr = 040313-4321
example-class = 7.b
example-parents = mor Mette Holm 12 34 56 78, far Jens Holm
example-ppr = Birgit Lund 87 65 43 21

# Words that people type.
people-phone-words = tlf telefon mobil mail
people-no-role = { $word }: mor, far, værge? Prøv mor Mette Holm
people-no-name = et navn mangler. Prøv mor Mette Holm 12 34 56 78
people-no-contact = navnet mangler. Prøv Birgit Lund 12 34 56 78
parent-words-mother = mor moder
parent-words-father = far fader
parent-words-guardian = værge plejemor plejefar forælder

# What was saved, in the line below the pane.
saved-person = Person
saved-goal = Mål
saved-intervention = Indsats
saved-level = Grad
saved-case = Sagsoplysninger
saved-child = Barnet
saved-refer = Ny sag
saved-analysis = Fælles analyse
saved-document = Dokument
saved-sign-document = Dokumentet
saved-step = Sagen
saved-appointment = Aftale
status-saved = { $what } gemt: { $name }.
status-removed = { $what } slettet: { $name }.
status-of = { $what }: { $name }.
status-progress = { $goal }: { $value }/10
status-referred = Ny sag oprettet: { $name }. → → viser, hvad det næste trin kræver
status-level = Grad { $level } gemt: { $name }.
status-signed-document = Underskrevet: { $name }.
status-stepped = { $name } er flyttet til { $stage }.
form-theirs = en kollega skrev imens: { $text }
form-both = I har begge skrevet her
form-both-theirs = { $field } – som det nu står:
form-both-ours = { $field } – som du har skrevet:
status-overtaken-record = { $by } kom først kl. { $time }. Intet er gemt, og din tekst står her. Se, hvad der står nu, og tryk Ctrl+S igen for at gemme dit

hint-new-case = ny sag
key-new-case = ny sag: barn, forældre, PPR og hvorfor
