# Teaching: the subjects of the Folkeskole.

subject-danish = dansk
subject-maths = matematik
subject-english = engelsk
subject-german = tysk
subject-french = fransk
subject-history = historie
subject-social-studies = samfundsfag
subject-geography = geografi
subject-biology = biologi
subject-physics-chemistry = fysik/kemi
subject-christian-studies = kristendomskundskab
subject-nature-technology = natur/teknologi
subject-music = musik
subject-art = billedkunst
subject-crafts = håndværk og design
subject-home-economics = madkundskab
subject-pe = idræt

head-subject = Fag
head-lessons = Lektioner
head-level = Niveau
head-goal = Mål

teaching-empty = Ingen børn med plads. Planen følger barnets forløb.
teaching-aim = Mål
teaching-no-plan = ingen plan endnu
teaching-no-timetable = Intet skema endnu.
teaching-by-week = Fremmødt af det planlagte
teaching-by-week-reported = Oplyst fremmøde på egen skole
teaching-own-school = Barnet går på egen skole, og den fører fremmødet. Her er intet skema.
teaching-hours = Planlagt { $hours } t pr. uge
teaching-add-hint = n tilføjer det første fag: dansk, matematik og engelsk følger med.
teaching-version-of = version { $number } af { $count } · gælder fra { $day }
teaching-version-short = version { $number } · fra { $day }
teaching-before-version-reported = oplyst fremmøde { $share } { $from }–{ $to }
teaching-before-version = fremmødt { $share } af timerne { $from }–{ $to }
teaching-timetable-since = { $count ->
    [one] skema fra { $day }
   *[other] skema fra { $day }, sidste af { $count }
}
teaching-waived = fritaget: { $reason }
teaching-opened = åbnet mod tallene: { $reason }
teaching-materials = Materialer
teaching-no-texts = Intet mål og ingen materialer endnu. Enter retter faget.
teaching-one-version = Planen har kun én version. Den næste kommer, når et fag rettes en anden dag.
teaching-choose-versions = ← → vælger den nye version, ↑ ↓ den gamle
teaching-no-other-version = Der er ingen anden version at sammenligne med.
teaching-no-subject = ikke i planen
teaching-always = Dansk, matematik og engelsk er altid i planen. Enter fritager faget med en begrundelse.
teaching-removed-none = Der er ingen plan at ændre endnu.

teaching-view-plan = Plan
teaching-view-compare = Sammenlign

gate-open = Flere fag: åbent
gate-closed = Flere fag: lukket
gate-part = { $part } af { $whole }
gate-days = { $before } → { $after } dage
gate-hours = { $before } → { $after } t
gate-weeks = { $before } → { $after } dage i { $first } → { $second } uger, oplyst af { $sources }
gate-school-days = { $before } → { $after } skoledage
gate-weeks-few = fremmøde: for få uger er oplyst, { $found } af { $needed } i hver periode
gate-attendance-rises = fremmøde { $compared }: stiger
gate-attendance-not = fremmøde { $compared }: stiger ikke
gate-attendance-few = fremmøde: for få dage, { $found } registreret af { $needed } i hver periode
gate-wellbeing-rises = { $name } ({ $rater }) { $after } mod { $before }: over
gate-wellbeing-not = { $name } ({ $rater }) { $after } mod { $before }: ikke over
gate-wellbeing-sealed = trivsel: nogle målinger hører til fortrolige notater, som ikke er åbne for dig; { $found } af { $needed } er
gate-wellbeing-few = trivsel: for få målinger, { $found } af { $needed }

head-progress = Nået

form-of-subject = Fag
field-subject = Fag
field-lessons = Lektioner pr. uge
field-subject-level = Niveau
field-reached = Nået, 0 til 10
field-materials = Materialer
field-waived = Fritaget, fordi
field-opened = Åbnet, fordi
subject-no-lessons = ingen lektioner, så længe faget er fritaget
subject-waived-example = kun ved fritagelse: praktik, juniormesterlære

teaching-view-timetable = Skema
timetable-from = Rettelser gælder fra { $day } · { $hours } t pr. uge
timetable-between = Gælder fra { $day } til næste skema { $next } · { $hours } t pr. uge
timetable-version = skema { $number } af { $count } · fra { $day }
timetable-none = intet skema endnu
timetable-hours = { $hours } t
timetable-adjustment-longer = Næste skridt: { $day } { $hours } (e tager det). { $span }: { $share } fremmødt
timetable-adjustment-shorter = Måske kortere: { $day } { $hours } (e tager det). { $span }: { $share } fremmødt
timetable-adjustment-soon = Næste forslag kommer, når skemaet har været i gang i en uge
timetable-adjustment-stay = Skemaet passer. { $span }: { $share } af timerne fremmødt
timetable-adjustment-few = Intet forslag: under { $needed } halve dage er registreret { $span }
timetable-own-school = Egen skole fører fremmødet. Et skema her er for de timer, barnet kommer hos os.
timetable-two-spells = En dag har højst to mødetider. Fyld hullet, eller tag en af dem ud.
timetable-unchanged = Skemaet er sådan allerede.
timetable-nothing-copied = Intet er kopieret endnu: c kopierer en time, d en dag, u en uge.
timetable-copied-hour = Timen er kopieret. x sætter den ind.
timetable-copied-day = Dagen er kopieret. x sætter den ind.
timetable-copied-week = Ugen er kopieret. x sætter den ind, også hos et andet barn.
timetable-no-hour = Her er ingen skoletid at kopiere
timetable-no-adjustment = Der er intet forslag at tage.
form-of-school-day = Skema
field-hours = Mødetid
field-entries = Indhold
school-day-hours-example = 8.30-11 eller 8.30-10 12-13.30
school-day-hours-wrong = en eller to mødetider. Prøv 8.30-10 12-13.30
school-day-blocks-example = 8.30 dansk; 9.15 pause
school-day-blocks-wrong = tid og navn, semikolon imellem. Prøv 8.30 dansk; 9.15 pause
school-day-blocks-outside = noget ligger uden for mødetiden
