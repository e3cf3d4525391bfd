# Words that every room of the program shares: panes, stages, competencies, counted things.

pane-caseload = Cases
pane-calendar = Calendar
pane-talks = Talks
pane-teaching = Teaching
pane-attendance = Attendance

# Stages of a case, in the order a case passes them.
stage-referral = Referral
stage-waiting = Waiting list
stage-admitted = Admitted
stage-start-up = Start-up
stage-course = Course
stage-phase-out = Phase-out
stage-closed = Closed
stage-declined = Not admitted

# What a member of staff works with.
competency-pedagogy = pedagogy
competency-teaching = teaching
competency-counselling = educational-psychology counselling
competency-therapy = therapy
competency-consultation = consultation

# Counted things, through Words::count.
count-child = { $count ->
    [one] { $count } child
   *[other] { $count } children
}
count-case = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
count-talk = { $count ->
    [one] { $count } talk
   *[other] { $count } talks
}
count-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
count-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
count-minute = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

# Fields.
prompt-search = Search:
prompt-date = Go to date:
prompt-late = came at
prompt-partial = was here from–to
prompt-remark = remark
prompt-mood = mood 1–5
prompt-foretell = absence ahead (s sick, l leave):
prompt-kept = The text is kept for the next time the field is opened.
prompt-backward = the end must come after the start. Try 9-10.15
prompt-too-long = at most 200 characters
prompt-mood-range = 1 to 5

# The screen as a whole.
badge-demo = DEMO · invented, nothing is kept
badge-lacks = { $what } MISSING · { $after } – { $until }
badge-amiss = THE HOUSE IS NOT SOUND · trivsel check
badge-disk-full = THE DISK IS FULL
count-change = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
count-look = { $count ->
    [one] 1 look
   *[other] { $count } looks
}
seal-lacks = The house lacks { $what }, written after { $after } and no later than { $until }. They reached the screen, but the disk lost them. Write them again, or find them in a backup
seal-missing = The house is opened without its seal (house.seal), as when it comes from a backup. So it can't be seen whether anything is missing. A new seal is made
seal-unreadable = The seal beside the house (house.seal) does not read. So it can't be seen whether anything is missing. A new seal is made
newest-backup = The newest good backup is of { $day } at { $time }: { $path }. Put it into a new folder with: trivsel restore
newest-backup-away = The last backup is of { $day } at { $time }, but it cannot be reached now: { $path }
seal-other = The house is not the one that was closed last: the seal beside it knows another history or access log. The house may have been replaced or forged
badge-day-set = THE DAY IS SET TO { $day } · the clock says { $machine }
moment-taken = the day was set to { $day }
badge-read-only = READ ONLY · the house can't be written to here
search-nothing = Nothing fits. Esc shows everything again.
screen-too-small = The window is too small. Trivsel needs { $width } x { $height }. Nothing is lost; make the window larger.
refused-title = It can't be done
panic-sentence = Trivsel stopped because of a fault in the program. Everything that was saved is still there. Start it again.

lock-left-alone = The screen locked itself because nobody used it.
lock-rekeyed = The house gets a new key and is closed for everybody. Unlock again in a moment.
closing-asked = { $by } gives the house a new key. Close it before { $time }; else the screen locks, with what you wrote saved.
badge-closing = THE HOUSE CLOSES AT { $time }
lock-asked = The screen is locked.
lock-nothing-lost = Nothing is lost. What you wrote is saved, and you come back to the same place.
lock-idle = The key does nothing while the screen is locked.
lock-wrong = That was not your passphrase.
lock-passphrase = Passphrase:
lock-demo = Press Enter:

# What is shown once, in a house that was founded a moment ago.
welcome-title = Welcome
welcome-register = 5, then r: the whole register as planned.
welcome-mark = Shift+letter, then s, u, f …: an exception.
welcome-undo = Ctrl+Z: undo.
welcome-help = ?: all keys. Esc closes.
welcome-import = + puts the first case forward. A whole list: trivsel import cases FILE
count-follow-up = { $count ->
    [one] { $count } follow-up
   *[other] { $count } follow-ups
}

count-draft = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}

count-goal = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}

count-staff = { $count ->
    [one] { $count } member of staff
   *[other] { $count } staff
}

# The rest of a list: rows above, rows below, and lines that there is no room for.
list-above = … { $count } more ↑
list-below = … { $count } more ↓
list-cut = … { $count } more
