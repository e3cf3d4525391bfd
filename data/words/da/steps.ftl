# Steps of a case: what each asks for, what is missing of it, and where it is entered.

# What a step asks for, as the name on a checklist.
requirement-decision-date = Udvalgets afgørelse
requirement-sending-school = Afgivende skole
requirement-parents-on-referral = Forældre på indstillingen
requirement-ppr-on-referral = PPR på indstillingen
requirement-within-audience = Målgruppe
requirement-free-seat = Ledig plads
requirement-case-files = Sagsakter
requirement-primary-contact = Primær kontaktperson
requirement-enrolment-talk = Indskrivningssamtale
requirement-start-structure = Opstartens struktur
requirement-start-up-talk = Opstartssamtale
requirement-joint-analysis = Fælles analyse
requirement-start-up-goals = Opstartsmål
requirement-first-parent-talk = Første forældresamtale
requirement-teaching-plan = Undervisningsplan
requirement-phase-out-plan = Udslusningsplan
requirement-youth-guidance = UU-vejleder
requirement-treatment-plan = Behandlingsplan
requirement-last-contact = Seneste kontakt
requirement-referrer-dialogue = Dialog med henviser
requirement-level-chosen = Grad
requirement-level-interventions = Gradens indsatser
requirement-final-report = Afslutningsrapport
requirement-destination = Videre forløb
requirement-after-school-plan = Plan for efter grundskolen
# What a programme without a committee and a sending school calls them.
requirement-decision-date-in-trivsel = Aftale om forløbet
requirement-sending-school-in-trivsel = Barnets skole
requirement-parents-on-referral-in-trivsel = Forældre på henvisningen
requirement-ppr-on-referral-in-trivsel = PPR på henvisningen

# An unmet requirement in a refusal.
step-unmet = { $requirement }: { $missing }. { $place }
step-unmet-hard = { $requirement } (kan ikke springes over): { $missing }. { $place }
move-imported = hentet ind fra liste
step-waived = Fraveget: { $requirement }. { $reason }

# What is missing of it.
missing-date = datoen mangler eller ligger efter trinnets dato
missing-school = skolen er ikke skrevet
missing-person = ingen { $role } er skrevet på barnet
missing-parent = ingen forælder eller værge er skrevet på barnet
missing-class = klassetrinnet kendes ikke
missing-birthday = fødselsdatoen kendes ikke
missing-outside-range = barnet er uden for tilbuddets klassetrin eller alder
missing-seat = alle { $norm } pladser er optaget
missing-seat-taken = { $who } tog den sidste af de { $norm } pladser i dag
missing-contact = ingen er udpeget
missing-contact-left = { $who } er stoppet { $date }
missing-talk = samtalen er ikke holdt og underskrevet
missing-party-child = barnet var ikke med { $date }
missing-party-parent = ingen forælder var med { $date }
missing-party-contact = hverken primær eller sekundær kontaktperson var med { $date }
missing-text = der står ikke noget endnu
missing-system-child = barnet er ikke beskrevet
missing-system-family = familien er ikke beskrevet
missing-system-school = skolen er ikke beskrevet
missing-system-between = samspillet er ikke beskrevet
missing-goal-personal = der er intet personligt mål
missing-goal-academic = der er intet fagligt mål
missing-goal-family = der er intet familiemål
missing-booking = den er ikke aftalt i kalenderen
missing-booking-past = aftalen { $date } ligger før trinnets dato, og ingen forældresamtale er underskrevet siden opstarten
missing-teaching = der er ingen plan med dansk, matematik og engelsk
missing-document = dokumentet er ikke skrevet
missing-signature = dokumentet er ikke underskrevet
missing-destination = målet for udslusningen er ikke valgt
missing-receiving = det modtagende sted er ikke skrevet
missing-dated-task = der er ingen opgaver med dato
missing-level = graden er ikke valgt
missing-intervention = { $kinds } er ikke sat på sagen
missing-or = eller

# Where it is entered.
place-case = Skriv det i sagsoplysningerne
place-child = Ret det på barnet
place-people = Tilføj dem blandt barnets personer
place-talk = Skriv og underskriv notatet »{ $kind }«
place-analysis = Skriv det i den fælles analyse
place-goals = Skriv målet under mål
place-interventions = Sæt indsatsen på sagen
place-level = Vælg graden på sagen
place-teaching = Skriv planen under undervisning
place-document = Åbn »{ $kind }« under sagens dokumenter
place-calendar = Aftal den i kalenderen
place-seats = Afslut en sag, hæv normeringen, eller sæt barnet på venteliste
place-seats-waiting = Afslut en sag, hæv normeringen, eller vent på en plads
place-step = Skriv det her ved trinnet

# Kinds of document.
document-treatment = Behandlingsplan
document-phase-out = Udslusningsplan
document-after-school = Plan for efter grundskolen
document-status-letter = Statusskriv
document-final-report = Afslutningsrapport

# Kinds of intervention.
intervention-development-talks = udviklingssamtaler
intervention-wellbeing-talks = trivselssamtaler
intervention-parent-course = struktureret forældreforløb
intervention-family-guidance = familievejledning
intervention-family-treatment = familiebehandling
intervention-family-consultant = familiekonsulent
intervention-contact-pedagogue = kontaktpædagog
intervention-teacher = lærer
intervention-youth-guidance = UU-forløb
intervention-other = anden indsats

# Why else a step, or an edit of a case, was not done.
refusal-no-such-step = Fra { $from } går der intet trin til { $to }. Vælg et trin fra menuen
refusal-no-reason-waiver = Det, der springes over, skal have en begrundelse. Skriv den
refusal-no-reason-back = Et trin tilbage skal have en begrundelse. Skriv den
refusal-no-reason-early = En afslutning før tid skal have en begrundelse. Skriv den
refusal-no-reason-declining = Et afslag skal have en begrundelse. Skriv den
refusal-no-reason-level = En ny grad skal have en begrundelse. Skriv den
refusal-nothing-to-annul = Sagen har ikke noget trin, der kan annulleres
refusal-step-of-another = { $who } har taget trinnet. Kun den, der har taget et trin, kan annullere det, og kun samme dag
refusal-step-older = Trinnet er fra { $date }, og et trin annulleres samme dag, som det er taget. Flyt sagen med et nyt trin
refusal-step-undated = Trinnet er ikke taget i dag, og et trin annulleres samme dag, som det er taget. Flyt sagen med et nyt trin
refusal-rests-days = { $days ->
    [one] Der står fremmøde på 1 dag siden visitationen: { $first }. Slet det først
   *[other] Der står fremmøde på { $days } dage siden visitationen, første gang { $first }. Slet det først
 }
refusal-rests-talk = { $who } har underskrevet »{ $kind }« ({ $date }) efter trinnet. Derfor kan det ikke annulleres
refusal-rests-document = { $who } har underskrevet »{ $kind }« efter trinnet. Derfor kan det ikke annulleres
refusal-rests-case = Barnet har siden fået en ny sag, indstillet { $date }. Arbejd videre på den
refusal-seat-taken-since = Plads { $seat } er givet til { $child } fra { $date } (af { $who }). Flyt sagen med et nyt trin, eller vælg en anden dato
refusal-contact-gone = { $initials } er kontaktperson på sagen og er stoppet { $date }. Opret en ny henvisning til barnet
refusal-days-before = { $days ->
    [one] Der står fremmøde på 1 dag før datoen: { $first }. Vælg den dag eller før, eller slet fremmødet
   *[other] Der står fremmøde på { $days } dage før datoen, første gang { $first }. Vælg den dag eller før, eller slet fremmødet
 }
refusal-date-after = { $date } er for sent, for et senere trin eller en anden dato på sagen er { $last }. Vælg { $last } eller før
refusal-date-ahead = { $date } er ikke kommet endnu. Vælg i dag eller en dag før
refusal-date-before = { $date } er for tidligt. Vælg { $first } eller senere
refusal-case-over = Sagen er afsluttet ({ $stage }) og åbnes ikke igen. Opret en ny henvisning til barnet
refusal-open-already = Barnet har allerede en åben sag i tilbuddet ({ $stage }). Arbejd videre på den
refusal-no-such-child = Barnet findes ikke mere. Find det på listen igen
refusal-child-known = Barnet står her allerede. Find det på listen, og brug det. Står det der to gange, så saml det til ét (d i Sager)
refusal-other-birthday = CPR-nummeret hører til fødselsdatoen { $date }. Ret den ene af dem
refusal-role-child = Barnet selv står ikke blandt sine personer. Vælg en anden rolle
refusal-role-custody = { $role } kan ikke have forældremyndighed. Vælg forælder eller værge
refusal-person-named = Et underskrevet notat nævner personen. Skriv en sidste dag i stedet for at slette
refusal-same-contact = Primær og sekundær kontaktperson skal være to forskellige. Ret den ene
refusal-not-by-editing = Det ændres ikke her. Brug trinnet, graden eller fremgangen i stedet
refusal-document-signed = { $who } underskrev dokumentet { $date }, så det ændres ikke. Skriv en ny version
refusal-unsigned-version = »{ $kind }« har en version, der ikke er underskrevet. Skriv videre på den
refusal-gate-closed = Nye fag kræver, at både fremmøde og trivsel stiger: { $evidence }. Skriv en begrundelse i feltet »Åbnet, fordi«
refusal-version-order = Der er kommet en nyere version ({ $latest }). Åbn den, og skriv der
refusal-nothing-written = Der står ikke noget endnu. Skriv først
refusal-no-such-record = Det findes ikke mere. Se, hvad der står nu
refusal-no-such-level = Tilbuddet har ikke grad { $level }. Vælg en, det har
refusal-level-already = Sagen har allerede grad { $level }. At den er nok, skrives som vurdering på opfølgningsmødet
refusal-level-needs-dialogue = Graden vælges efter en dialog med henviser. Skriv og underskriv den først
refusal-level-needs-meeting = Graden ændres efter et nyt opfølgningsmøde eller en ny dialog med henviser, { $date } eller senere. Skriv og underskriv notatet først

# What is on record for a requirement.
evidence-written = skrevet
evidence-person = på listen
evidence-within-range = inden for målgruppen
evidence-seat = plads { $seat }
evidence-held = holdt { $day }
evidence-booked = aftalt { $day }
evidence-version = version { $version }
evidence-goals = { $count } mål
evidence-interventions = { $count ->
    [one] 1 indsats
   *[other] { $count } indsatser
 }
evidence-level = grad { $level }
evidence-below-grade = først fra { $grade }. klasse
evidence-no-teaching = barnet undervises ikke her
refusal-in-own-register = Barnet er i husets eget fremmøde fra { $date }. Registrér dagene der
