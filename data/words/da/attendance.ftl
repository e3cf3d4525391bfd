# Attendance: the marks of the register and their letters.

mark-present = til stede
mark-late = for sent
mark-partial = delvis
mark-sick = syg
mark-leave = lov til fri
mark-unlawful = ulovligt
mark-elsewhere = mødt hjemme/ude
mark-not-expected = ikke planlagt

# The letter shown for a mark is the key that sets it, so it is the same in every language.
mark-letter-present = T
mark-letter-late = F
mark-letter-partial = D
mark-letter-sick = S
mark-letter-leave = L
mark-letter-unlawful = U
mark-letter-elsewhere = H
mark-letter-not-expected = –
