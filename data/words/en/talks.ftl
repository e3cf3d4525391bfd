# Talks: the kinds of talk in the log.

talk-enrolment = Enrolment talk
talk-start-up = Start-up talk
talk-development = Development talk
talk-parent = Parent talk
talk-wellbeing = Wellbeing talk
talk-family-guidance = Family guidance
talk-family-treatment = Family treatment
talk-follow-up = Follow-up meeting
talk-status = Status meeting
talk-network = Network meeting
talk-referrer = Talk with the referrer
talk-youth-guidance = Youth guidance
talk-contact-pedagogue = Contact pedagogue
talk-message = Phone or message
talk-consultation = Consultation

# The columns of the log and of the follow-ups.
head-date = Date
head-kind = Type
head-by = By
head-text = Text
head-due = Due
head-who = Who
head-what = What

talks-all = All talks
talks-empty = No talks yet.
talks-with = With:
talks-signed = Signed by { $name } { $day }
talks-draft = draft
talks-draft-mine = A draft, seen by you alone

# Who somebody is to a child.
role-child = the child
role-mother = mother
role-father = father
role-guardian = guardian
role-family = family
role-school = school
role-ppr = PPR
role-caseworker = caseworker
role-youth-guidance = UU
role-family-centre = family centre
role-referrer = referrer
role-other = others

talks-filter-nothing = No talks fit. Esc shows all again.
talks-newest = the newest { $listed } of { $count } talks
talks-newest-over = the newest { $listed } of over { $count } talks
talks-no-follow-ups = Nothing to follow up.
talks-draft-shared = Draft by { $name } that you write in too
talks-imported = Imported { $day }. Written by { $name }
talks-restricted = Restricted: open to { $names }
talks-restricted-mark = restricted
talks-sealed = The note is restricted and not open to you.
talks-sealed-yours = The note is restricted. Enter opens it, and that you read it is noted.
talks-misplaced = On the wrong child. It belongs to { $name }
talks-misplaced-nobody = On the wrong child. It belongs to no child of the house
talks-misplaced-by = Marked by { $by } { $day }
talks-misplaced-mark = wrong child
talks-misplaced-yours = The note does not count here. Enter opens it, Ctrl+D writes it on the right child.
talks-misplaced-open = The note does not count here. Enter opens it, and it is logged that you read it.
talks-misplaced-closed = The note is closed to everybody but its author and the leader.
status-misplaced = The note is marked: it is on the wrong child and does not count there.
status-placed = The note is back on the child and counts.
misplaced-nobody = No child of the house
misplaced-what-follows = the note stays, closed to everybody but its author and the leader
example-misplaced = e.g. I had another child's sheet open
form-several-children = { $name } may be several children. Write more of the name
form-no-other-child = { $name } is no other child with a case here
form-note-each = { $names }: each child gets its own note with the same text. Scores belong to the first child
example-siblings = siblings by name: each child gets its own note
talks-agreed = Agreed: { $what } ({ $who }, { $due })
talks-added = Added by { $name } { $day } at { $time }
talks-choose-talk = Choose a signed talk first
talks-choose-child = Choose a talk with a child first
talks-choose-follow-up = Choose a follow-up first. o shows them
talks-signed-stays = A signed talk is not deleted. t writes an addition
ended-done = done
ended-dropped = lapsed
prompt-filter = Show only:
prompt-follow-up-done = Done. What came of it (may be empty):
prompt-follow-up-dropped = Lapses. Why (may be empty):
# What a refused filter says stands on one line of 80 columns, with its example.
filter-not-understood = { $word }: no child, kind, theme or days. Try parent { $who } week 48
filter-or = or
filter-either = { $first } or { $second }? Type more
filter-several = { $first }, { $second } and more? Type more
filter-two-periods = One period at a time. Try week 46-47 · Nov · 1 Sep- · from 1 Nov to 15 Nov
# How many notes a search found. It reads no further than the list goes, so there may be more.
count-found = { $count ->
    [one] 1 hit
   *[other] { $count } hits
}
found-at-least = at least { $count } hits
found-some = { $listed } of { $count } hits
found-some-at-least = { $listed } of at least { $count } hits
found-by-fit = best first
found-by-date = newest first
found-nothing = Nothing found. Try fewer or shorter words.
found-addendum = addition
status-signed = Signed: { $name }, { $kind }.
status-added = The addition is signed.
status-follow-up = The follow-up has ended: { $what }.
status-settled = The house's list is saved.
undo-not-signed = A signature can not be undone. t writes an addition. Ctrl+Z again undoes what you did before it
undo-not-document = A signature can not be undone. Enter on the document writes the next version. Ctrl+Z again undoes what you did before it
undo-not-decided = The last thing is set right by a new step or choice, not by a key. Ctrl+Z again undoes what you did before it
undo-annul = Ctrl+Z does not undo a step. Press a on the sheet of the case to annul it. Ctrl+Z again undoes what you did before it
undo-not-step = The step is not from today and can't be annulled. Move the case with a new step. Ctrl+Z again undoes what you did before it
undo-not-date = A corrected date is not undone. Press r on the sheet of the case to correct it again. Ctrl+Z again undoes what you did before it
