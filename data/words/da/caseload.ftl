# Caseload: the list of cases, the seat map and the sheet of one case.

head-class = Klasse
head-stage = Fase
head-contact = Voksen
head-talk = Samtale
head-next = Næste

caseload-filter-seated = Sager
caseload-filter-waiting = Venteliste og visitation
caseload-filter-closed = Afsluttede
caseload-empty-seated = Ingen har en plads endnu. trivsel import cases henter en liste ind.
caseload-empty-waiting = Ingen venter.
caseload-empty-closed = Ingen afsluttede forløb.
caseload-seats = { $held } af { $norm } pladser
caseload-next-free = næste ledig { $day }
caseload-age = { $age } år
caseload-referred = henvist { $day }
caseload-seat = plads { $seat } fra { $day }
caseload-ends = forventes afsluttet { $day }

priority-low = kan vente
priority-normal = almindelig
priority-urgent = haster

outcome-general-school = almenskole
outcome-special-programme = specialtilbud
outcome-youth-education = ungdomsuddannelse
outcome-other-offer = andet tilbud
outcome-moved = flyttet
outcome-withdrawn = trukket ud
