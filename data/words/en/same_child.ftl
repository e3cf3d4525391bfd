# A child that was entered twice: the form, what is said afterwards, the history, and what stands against it.

key-same-child = same child twice: make it one
form-of-same-child = The same child twice
draft-of-same-child = the same child twice
saved-merge = The same child

field-other-child = The other one
field-stays = Stays
field-moving = Moves
field-twice = On both

same-child-same = the same on both
same-child-else = or { $other }
same-child-only = only on one of them
same-child-last = the last { $day }
same-child-doubles = become one where nothing signed names both
count-person = { $count ->
    [one] 1 person
   *[other] { $count } people
}

question-merge = Make it one child? { $gone } is put into { $kept }: { $what }. Ctrl+O does it, and Ctrl+Z parts them again until something is signed
status-merged = { $gone } and { $kept } are one child now. Moved: { $what }.
status-merged-doubles = { $gone } and { $kept } are one child now. Moved: { $what }; { $doubles } stood on both.
status-parted = { $gone } and { $kept } are two children again.

change-merged-gone = The same child twice
change-merged-kept = Made one child
change-merged-moved = { $record } moved along
change-merged-double = { $record } stood twice

refusal-merge-itself = It is the same child. Choose another
refusal-merge-other-cpr = Each has a CPR number of its own. If it is one child, correct the wrong number on the child first
refusal-merge-open-twice = Each has an open case in the same programme ({ $ours } and { $theirs }). First remove the one that was entered by mistake (Del in Next step on the sheet), or close one of them
refusal-merge-overlap = Each has a course in the same programme, and from { $date } both run. First correct the day that is wrong (r on the sheet)
refusal-merge-signed = { $who } has signed something on the child since ({ $date }), so it stays one
refusal-merge-joined = The cases of the two children have been joined since: a case continues the other, or a consent or a letter names a person of the other. Correct that first

likeness-number = they have the same CPR number
likeness-name = the same birthday, and the names are alike
likeness-given = the same birthday and first name
likeness-undated = the same name, and a birthday is missing
likeness-swapped = the same name, and day and month of the birthday have changed places

born-on = born { $day }
born-unknown = without a birthday

same-child-two = Enter: see them side by side and make them one · b: they are two children
status-two-named = { $one } and { $other } are two children, and nobody is asked about them again.
status-two-children = They are two children, and nobody is asked about them again.
status-perhaps-one-named = { $one } and { $other } may be one child, and Today asks again.
status-perhaps-one = The two may be one child, and Today asks again.
record-two-children = Two children, not one
