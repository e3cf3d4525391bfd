# Attendance: the marks of the register and their letters.

mark-present = present
mark-late = late
mark-partial = partly
mark-sick = sick
mark-leave = leave granted
mark-unlawful = unlawful
mark-elsewhere = met at home/out
mark-not-expected = not planned

# The letter shown for a mark is the key that sets it, so it is the same in every language.
mark-letter-present = T
mark-letter-late = F
mark-letter-partial = D
mark-letter-sick = S
mark-letter-leave = L
mark-letter-unlawful = U
mark-letter-elsewhere = H
mark-letter-not-expected = –
