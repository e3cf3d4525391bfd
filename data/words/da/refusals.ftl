# Refusals: what is wrong beside a field, always with an example that works.

date-empty = mangler. Prøv 24.11 · i morgen · man · uge 50 · +2u
date-not-understood = ikke en dato. Prøv 24.11 · i morgen · man · uge 50 · +2u
date-no-such = { $text } findes ikke. Prøv 24.11 · i morgen · man · uge 50 · +2u
date-ambiguous = { $text } kan være { $first } eller { $second }. Skriv den ene ud
date-other-weekday = { $date } er en { $weekday }. Ret dagen eller datoen
date-other-week = { $date } er i uge { $week }. Ret ugen eller datoen
date-backwards = { $to } ligger før { $from }. Skriv den første dag først: man-fre

time-empty = mangler. Prøv 9 · 930 · 9.30 · 9-10.15
time-not-understood = ikke et klokkeslæt. Prøv 9 · 930 · 9.30 · 9-10.15
time-no-such = { $text } findes ikke på uret. Prøv 9 · 930 · 9.30 · 9-10.15
time-ambiguous = { $text } kan være { $first } eller { $second }. Skriv den ene ud
time-backwards = { $to } er ikke efter { $from }. Skriv den første tid først: 9-10.15
time-one-of-two = mangler en sluttid. Prøv 9-10.15
