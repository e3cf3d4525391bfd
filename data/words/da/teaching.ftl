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
teaching-version = version { $number } · gælder fra { $day }
teaching-hours = Planlagt { $hours } t pr. uge
