# Keys: the names of commands and keys in the footer, help and palette.

# The name of every command, as help, palette and README show it.
key-pane-caseload = Cases
key-pane-calendar = Calendar
key-pane-talks = Talks
key-pane-teaching = Teaching
key-pane-attendance = Attendance
key-pane-next = next pane
key-pane-before = pane before
key-up = up
key-down = down
key-left = left
key-right = right (in the register: the day's second half)
key-page-up = a page up
key-page-down = a page down
key-first = first row
key-last = last row
key-open = open what the cursor is on
key-accept = accept what is typed
key-back = close, or go back; nothing typed is lost
key-search = search this pane
key-next-view = another view
key-sort = sort: concern or name first
key-go-to-date = go to a date
key-today = go to today
key-day-before = the school day before (in the calendar: week)
key-day-after = the next school day (in the calendar: week)
key-undo = undo
key-redo = redo
key-help = all keys here
key-palette = commands and children, by name
key-lock = lock the screen
key-quit = quit
key-mark-present = present
key-mark-late = late: now, or asks when
key-mark-partial = partial: until now, or asks from–to
key-mark-sick = sick; on a coming day it is entered ahead
key-mark-leave = leave granted; on a coming day it is entered ahead
key-mark-unlawful = unlawful absence
key-mark-elsewhere = met at home or out
key-clear-mark = clear the mark
key-fill-rest = the rest as planned
key-remark = a remark on the day
key-mood = the day's mood, 1 to 5
key-mark-time = correct the time of late or partial
key-foretell = enter an absence ahead, over days
key-jump-to-row = jump to the child with that letter
key-select = in the week: mark several days

# The short form of those that the footer shows.
hint-up = up
hint-down = down
hint-open = open
hint-accept = accept
hint-back = close
hint-search = search
hint-next-view = view
hint-sort = sort
hint-go-to-date = date
hint-today = today
hint-day-before = before
hint-day-after = after
hint-undo = undo
hint-help = keys
hint-palette = find
hint-quit = quit
hint-mark-present = present
hint-mark-late = late
hint-mark-partial = partial
hint-mark-sick = sick
hint-mark-leave = leave
hint-mark-unlawful = unlawful
hint-mark-elsewhere = elsewhere
hint-clear-mark = clear
hint-fill-rest = the rest as planned
hint-remark = remark
hint-mood = mood
hint-mark-time = time
hint-foretell = ahead
hint-jump-to-row = jump

# How keys are written.
chord-space = space
chord-capital = Shift+letter
chord-backspace = Backspace

# The places where keys hold.
context-panes = In every pane
context-attendance = Attendance
context-caseload = Cases
context-calendar = Calendar
context-talks = Talks
context-teaching = Teaching
context-prompt = In a field
context-picker = In help and commands
context-reader = While reading
context-lock = On the locked screen
context-everywhere = Anywhere

# Why a command is off.
off-read-only = The house can only be read here: its folder or file is write-protected.
off-fill-ahead = Coming days can't be filled. s and l enter an absence ahead.
off-no-time = No lateness or partial day to correct.
off-nobody = No children on this day. g goes to another day.
off-no-school = Not a school day. < and > go to the school day before and after.
off-no-such-row = No row has that letter.
off-one-mark-a-day = Up to grade 6 absence is registered once a day.
off-select-in-week = Days are marked in the week view. v changes the view.
