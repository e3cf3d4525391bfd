# Caseload: the list of cases, the seat map and the sheet of one case.
