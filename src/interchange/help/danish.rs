//! The file formats of lists in Danish, for `--help`.

pub const IMPORT: &str = "\
Importér en liste over sager, fremmøde eller samtaler, eller et helt hus. Alt eller intet: hver
forkert linje nævnes med linje, kolonne og hvad der skal gøres, og intet ændres, før der ingen er.

Lister er CSV (semikolon, komma eller tabulator) eller et ark i en XLSX eller ODS. Overskrifterne,
danske eller engelske, i vilkårlig rækkefølge, står på den første linje eller under en titel. I en
terminal spørges der, hvad en kolonne med en anden overskrift er; ellers er den en fejl, medmindre
--column \"Status=fase\" siger, hvad den er, eller \"Status=-\", at den ikke skal læses. @C er den
tredje kolonne, uanset overskriften. Svarene kan huskes under et navn; de bruges af sig selv til en
liste med de samme overskrifter, eller med --profile. `trivsel import profiles` viser dem og glemmer
et.

Datoer har et årstal med fire cifre: 25-11-2026, 25.11.2026, 25/11-2026, 2026-11-25;
fødselsdatoer må have to. Et navn, der næsten passer, besvares med det, der måske var ment. Se
hjælpen til hver liste.

CSV er UTF-8, UTF-16 med mærke, eller Windows-1252, hvor bogstaverne ikke kan være andet. Kan
det ikke ses, afvises listen med en prøve i hvert tegnsæt, eller der spørges i en terminal:
--encoding utf-8, windows-1252, macintosh eller cp850.

Af et regneark læses det synlige ark med overskrifterne, og det nævnes, ligesom de skjulte, der ikke
læses; har flere dem, eller menes et skjult, så skriv navnet med --sheet. Flettede celler gælder på
hver linje, de dækker, men et notat over flere linjer er en fejl. Det er en celle, som regnearket
viser anderledes, end den er gemt (en procent, en dato, hvor der skal stå tekst, sand eller
falsk, en fejl, en formel uden gemt resultat), også. En liste har plads til 100.000 linjer og
2.000.000 celler.";

pub const CASES: &str = "\
Importér børn, der allerede er midt i et forløb.

Overskrifter (dansk | engelsk; * skal være der):
  barn* | name            hele navnet
  født | born             fødselsdato
  klasse | class          7.b, 7, 0.a; i dette skoleår, eller i det, der står under skoleår
  skoleår | school year   2026/27
  skole | school          afgivende skole
  tilbud | programme      navn eller kode; kun hvor huset har flere
  fase* | stage           visitation, venteliste, visiteret, opstart, forløb, udslusning, afsluttet, ikke visiteret
                          (referral, waiting, admitted, start_up, course, phase_out, closed, declined)
  henvist* | referred     dato
  visiteret | admitted    dato; skal være der fra den fase
  kontakt | primary       initialer; skal være der fra opstart
  anden kontakt | secondary
  forventet slut | expected end
  afsluttet | closed      dato
  udfald | outcome        almenskole, specialtilbud, ungdomsuddannelse, andet tilbud, flyttet, trukket ud
                          (general_school, special_programme, youth_education, other_offer, moved, withdrawn)
  prioritet | priority    kan vente, almindelig, haster (low, normal, urgent), på ventelisten
  seneste kontakt | last contact
  mandag ... fredag | monday ... friday
                          8.30-12, 8.30-10 12-13.30, hjemme (home), praktik (practice),
                          - (kommer ikke), skole (kommer, timerne kendes ikke); alle fem eller ingen

En værdi, som fasen ikke har plads til, er en fejl, for den ville gå tabt. Der skal være en
ledig plads på hver dato.";

pub const ATTENDANCE: &str = "\
Importér fremmøde, der er registreret et andet sted. En dag, der står her og siger det samme,
springes over; en, der siger noget andet, er en fejl: intet, der er registreret her, overskrives.

Overskrifter (dansk | engelsk; * skal være der):
  barn* | name            som her i huset
  født | born             fødselsdato, hvor to har samme navn
  dato* | date
  formiddag* | first      en registrering, i de små klasser af hele dagen
  eftermiddag | second    registreringen af sidste lektion, hvor den er en anden
  bemærkning | remark
  humør | mood            1 til 5
  kilde | origin          egen (own) eller afgivende skole (sending-school), som holdes for sig;
                          --source \"Ærø Skole\" siger hvilken skole, også uden kolonnen

Registreringer, som bogstav, dansk eller engelsk ord, eller kode:
  T til stede | present    F 8.55 for sent | late 8.55    D 8.30-10 delvis | partial 8.30-10
  S syg | sick             L lov til fri | leave          U ulovligt | unlawful
  H hjemme/ude | elsewhere    ikke planlagt | not-expected
En tom celle er ikke registreret. Hvad andre bogstaver betyder, spørges der om i en terminal, eller
det siges med --mark \"X=syg\", eller \"X=-\", hvis de ikke registrerer noget.

En linje er et barn på en dag, eller et barn med en kolonne til hver dag: så er overskrifterne
dagene (16-11-2026, 16/11, ma 16/11) og barn, født og kilde. Dage uden årstal spørger om skoleåret,
eller det gives med --school-year. To kolonner på samme dag er dens to registreringer.

Dagene må også være tal, 1 til 31, med eller uden ugedag. Deres måned står over dem eller i arkets
eller filens navn: Fravær aug. 2026, 08-2026. Gør den ikke, eller gør flere, spørges der om den,
eller den gives med --month 8-2026; det sted, der vælges, kan huskes. Måneder må stå ved siden af
og under hinanden og på flere ark: alle de synlige læses.";

pub const TALKS: &str = "\
Importér gamle notater fra samtaler. De kommer ind som underskrevet nu af deres forfattere og
åbne for huset; derefter ændres de aldrig. Den samme liste to gange er en fejl.

Overskrifter (dansk | engelsk; * skal være der):
  barn | name             som her i huset; ikke ved en konsultation
  født | born             fødselsdato, hvor to har samme navn
  type* | kind            indskrivning, opstart, udvikling, forældre, trivsel, familievejledning,
                          familiebehandling, opfølgning, status, netværk, henviser, uu, kontaktpædagog,
                          telefon, konsultation
                          (enrolment, start-up, development, parent, wellbeing, family-guidance, family-treatment,
                          follow-up, status, network, referrer, youth-guidance, contact-pedagogue, message,
                          consultation)
  sted | place            skolen eller faget ved en konsultation, og kun der
  emne | topic            dens emne
  dato* | date
  tid | start             13.30
  minutter | minutes
  deltagere | participants
                          med komma imellem: barnet, mor, far, værge, familie, skole, PPR, rådgiver, UU,
                          Familiehuset, henviser (child, mother, father, guardian, ...), initialer eller navne
                          på medarbejdere, alle andre som skrevet
  temaer | themes         med komma imellem; højst 40 tegn hver
  metoder | methods       ligeså
  tekst* | text           notatet; i anførselstegn må det have linjeskift
  forfatter* | author     initialer, også på en, der er stoppet

En samtale hører til den sag, der havde en plads den dag, ellers den sidste, der var henvist da.";

/// A calendar of somebody's own.
pub const ICS: &str = "\
Tag ind, hvornår en medarbejder er optaget, fra deres egen kalender (RFC 5545, .ics), så ingen
booker dem der. Alt eller intet: hver forkert begivenhed nævnes med linje og felt.

Kun tiderne tages ind, som »Optaget«: ingen titel uden --titles, og aldrig en privat begivenheds.
Gentagelser tages ind for hver dag fra --from til --to. Ledige og aflyste begivenheder optager
ingen tid. En tid uden tidszone er en tid i København. En begivenhed over flere dage optager dem
alle.

Den samme begivenhed taget ind igen erstatter sig selv: det, der er flyttet, flyttes også her, og
det, der er aflyst, fjernes. En begivenhed, der er ude af filen, bliver stående, medmindre --all
siger, at filen er hele kalenderen. Aftaler, som Trivsel selv har eksporteret, springes over.";

pub const HOUSE: &str = "\
Importér et helt hus, som `trivsel export` har skrevet som JSON, ind i et hus, der endnu ikke har
børn. JSON af format 1 til {before} læses også, af 1 og 2 hvor notaterne er underskrevet, og det gør den
ene CSV-tabel, som de to skrev, også; CSV-mapperne fra i dag gør ikke.

En medarbejder med samme initialer som en her er den samme. De andre kommer ind uden nøgle; giv
dem en med `trivsel staff passphrase INITIALER`. Filens lukkedage erstatter dem, der er her. Se
formatet med `trivsel export --help`.";

pub const EXPORT: &str = "\
Skriv hele huset: alt om børnene, også notater, der kun er åbne for nogle, hvis du leder huset,
men ikke kladder. En fil krypteres (age) med sin egen adgangssætning, medmindre --unencrypted er
givet; det, der skrives til skærmen, er IKKE krypteret. Historikken er ikke med: den er kædet til
dette hus' nøgle og bliver i huset og i dets sikkerhedskopier.

Det samme hus giver altid de samme bytes.

JSON: ét objekt med `format` (trivsel-house), `version` ({version}) og `records`: listerne
{lists}.
settings har højst én. `trivsel import house` læser det ind i et nyt hus.

CSV: en ny mappe, nævnt med --out, med en fil til hver liste (cases.csv) og til hver liste af
dele (cases-moves.csv: først sagens id, så delens nummer). Krypterede filer læses med
`age -d -i key.age cases.csv.age`. Den er til beregninger og kan ikke
importeres. UTF-8 med mærke, semikolon. Kolonnerne er felterne i JSON, et felt i et felt som
standing.stay.seat; tal i en liste har hver sin kolonne (score.fit.lines.1), tekster i en liste
hver sin linje i én celle. En liste uden oplysninger har ingen fil, og en kolonne, som intet
udfylder, udelades. En tekst, som et regneark kunne tage for en formel (= + - @ tabulator), eller
som begynder med ', har ' foran; tal står, som de er.

ICS: aftaler og lukkedage som en kalender (RFC 5545) til en telefon eller et andet program:
--staff, --from og --to vælger hvilke. Børn og personerne omkring dem står med initialer, også i
titler, medmindre --names er givet. Tider er tider i København, skrevet i UTC. En begivenhed
beholder sit UID; en aftale, der er slettet, står i filen som aflyst. Optagne tider taget ind med
`trivsel import ics` er ikke med.

Datoer er 2026-11-25, tidspunkter 2026-11-25T08:15:00, klokkeslæt 08:15, identiteter UUID'er;
medarbejdere nævnes ved deres. Score, grænser og enderne af en skala er i tiendedele: 65 er 6,5.
Dagene i en indberettet uge og i et tal er halve dage: 8 af 10 er 4 dage af 5.";
