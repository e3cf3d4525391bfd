# Command line: what the program prints outside the screen.

cli-ask-passphrase = Passphrase
cli-ask-new-passphrase = New passphrase
cli-ask-again = The same again
cli-ask-name = Your name
cli-ask-initials = Your initials
cli-ask-number = Write the number, or press Enter to stop
cli-ask-optional = Write the number, or press Enter if it is not to be read
cli-not-an-option = Write a number from 1 to { $most }
cli-ask-month = Write the month, such as aug 2026, or press Enter to stop
cli-ask-month-place = Write the number of the place, or the month (aug 2026). Enter stops
cli-not-a-month = Write a month, such as aug 2026
cli-not-a-month-place = Write a number from 1 to { $most } or a month, such as aug 2026
cli-ask-source = Write the name of the school, or 1. Enter stops
cli-not-a-source = Write the name of the school, or 1
cli-wrong-source = “{ $text }” does not say whose register it is. Write the name of the school, or own
cli-asks-source = If it is the sending school's register, give its name: --source "Ærø Skole"
cli-ask-profile = Write a name to remember the answers for the next time, or press Enter not to
cli-asks-on-terminal = On a terminal the program asks about it and can remember the answers
cli-asks-or-profile = On a terminal the program asks about it. Answers that are remembered are used with --profile: { $names }
cli-wrong-profile-name = A name is 1 to 40 letters, digits, spaces, - or _
cli-profile-remembered = The answers are remembered as “{ $name }” and used by themselves when the headings are the same.
cli-profile-forgotten = “{ $name }” is forgotten.
cli-no-profiles = No answers about lists are remembered.
cli-no-such-profile = No profile is called “{ $name }”. Name one of them: { $names }
cli-no-such-profile-none = No profile is called “{ $name }”. There are none yet
cli-profile-of-another = The profile “{ $name }” is for a list of { $list }
cli-bad-profile = { $path } can't be read ({ $why }). Correct it, or delete it
cli-no-profile-place = There is no folder for settings, so the answers can't be remembered
cli-wrong-column = “{ $text }” does not say what a column is. Write the heading, = and what it is: --column "Status=stage", or Status=- if it is not to be read
cli-wrong-month = “{ $text }” is no month. Write one such as 8-2026 or "aug 2026"
cli-wrong-mark = “{ $text }” does not say what a mark means. Write the mark, = and what it is: --mark "X=sick", or X=- if it registers nothing
cli-encoding-of-workbook = --encoding is for text files, and the file is a workbook. Leave it out
cli-ask-ground = Is the background of this window light or dark? Type l or d
cli-ask-written-down = Press Enter when the key is written down
cli-welcome = There is no house here yet. A few answers make one: your name, your initials, a passphrase, and whether this window is light or dark.
cli-passphrases-differ = The two passphrases differ. Type one again
cli-waits = Wrong passphrases were tried a moment ago. Wait { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
cli-weak = The passphrase is easy to guess: { $why }. Choose a longer one, such as four words that don't belong together
cli-weak-keys = it is a row of keys
cli-weak-repeats = it repeats itself
cli-weak-sequence = it holds a sequence such as abc or 6543
cli-weak-date = it holds a date or a year
cli-weak-name = it is made of names
cli-weak-common = it is a word that is tried first
cli-weak-short = it is too short or too well known
cli-no-answer = There came no answer. The program stops
cli-passphrase-file-open = { $path } can be read by others on this machine. Shut it with: chmod 600 "{ $path }"
cli-no-passphrase = A passphrase is needed. Use --passphrase-file or --passphrase-fd, or run the program in a terminal
cli-no-terminal = The screen needs a terminal. Run the program in one, or use a command: trivsel --help
cli-no-place = Say where the house is with --house
cli-say-who = Say who you are with --as and your initials
cli-bad-programme = { $code } is no programme. Write one of: { $known }
cli-bad-name = A name is 1 to 120 characters, one of them a letter
cli-bad-line = Telephone and mail are 1 to 200 characters
cli-cannot-read = { $path } can't be read ({ $kind })
cli-not-printed = The output can't be written ({ $kind })
cli-cannot-write = { $path } can't be written ({ $kind })
cli-file-exists = { $path } exists already. Choose another name, or use --force
cli-folder-exists = { $path } exists already. Choose another name
cli-export-needs-folder = CSV is written to a folder. Name a new one with --out
cli-export-needs-passphrase = The file is encrypted to a passphrase. Name a file with it with --export-passphrase-file, run the program in a terminal, or write --unencrypted
cli-export-passphrase = The file is encrypted. Choose a passphrase for it, which only its receiver is told.
cli-file-needs-passphrase = The file is encrypted. Name a file with its passphrase with --export-passphrase-file, or run the program in a terminal
cli-ask-file-passphrase = The file's passphrase
cli-export-calendar-is-open = A calendar is not encrypted: a telephone could not read it. Children have initials in it. Add --unencrypted to write it like that
cli-left-out = (The note is restricted, and what it says is not in this file.)
cli-left-out-place = (restricted)
cli-export-only-ics = --staff, --from, --to and --names belong to --format ics
cli-range-backward = --from is after --to
cli-stats-needs-file = A workbook is written to a file. Name a new one with --out
cli-stats-period-or-days = --to belongs to a period that is chosen freely. Name --period, or --from and --to
cli-stats-needs-first-day = --to is given without --from. Name the first day too
cli-stats-anonymous-days = Figures for others are made of whole periods only, since two chosen freely would tell small groups by their difference. Name --period instead of --to
cli-stats-written = The house in figures, { $period }, is written to { $path }. The children's names are in the file, and it is not encrypted.
cli-stats-written-anonymous = The house in figures, { $period }, is written to { $path }, without names and with small groups hidden. The file is not encrypted.
cli-too-large = { $path } is larger than 256 MB

cli-founded = The house is founded in { $path }.
cli-recovery-key = Write the recovery key down on paper now and keep it in a safe. It is shown this once, and without it everything is lost if all passphrases are forgotten:
cli-staff-key = has a key { $fingerprint }
cli-staff-stranger = has a key { $fingerprint } that nobody gave: remove it
cli-staff-leaving = the key is half removed: remove it again
cli-staff-leader = leader
cli-staff-nobody = not on the staff
cli-staff-recovery = the recovery key
cli-staff-leads = { $initials } leads the house now.
cli-staff-leads-not = { $initials } no longer leads the house.
cli-recovery-key-again = The house is locked anew, so the old recovery key opens nothing. Write the new one on paper now and lock it away. It is shown only this once:
cli-recovery-fingerprint = The key's fingerprint, which trivsel staff list shows too: { $fingerprint }
cli-staff-no-key = no key
cli-staff-left = left { $date }
cli-asked-to-close = Others have the house open. They are asked to close it, and it is closed for them at { $time }. Please wait.
cli-is-closing = The house gets a new key just now and can't be opened. Try again in a minute
cli-staff-added = { $initials } is added and can open the house.
cli-staff-removed = { $initials } has left, and the house is locked anew. Backups from before still open with the old key.
cli-passphrase-changed = { $initials } has a new passphrase.

cli-imported-cases = { $count ->
    [one] { $count } case is imported.
   *[other] { $count } cases are imported.
}
cli-would-import-cases = { $count ->
    [one] { $count } case can be imported. Nothing is changed.
   *[other] { $count } cases can be imported. Nothing is changed.
}
cli-imported-days = { $count ->
    [one] { $count } day is imported, { $known } were here already.
   *[other] { $count } days are imported, { $known } were here already.
}
cli-would-import-days = { $count ->
    [one] { $count } day can be imported, { $known } are here already. Nothing is changed.
   *[other] { $count } days can be imported, { $known } are here already. Nothing is changed.
}
cli-imported-talks = { $count ->
    [one] { $count } talk is imported.
   *[other] { $count } talks are imported.
}
cli-would-import-talks = { $count ->
    [one] { $count } talk can be imported. Nothing is changed.
   *[other] { $count } talks can be imported. Nothing is changed.
}
cli-imported-house = { $count ->
    [one] The house is imported, { $count } child.
   *[other] The house is imported, { $count } children.
}
cli-would-import-house = { $count ->
    [one] The house can be imported, { $count } child. Nothing is changed.
   *[other] The house can be imported, { $count } children. Nothing is changed.
}
cli-imported-busy = Busy times from { $from } to { $to }: { $new } new, { $changed } changed, { $gone } removed.
cli-would-import-busy = Busy times from { $from } to { $to }: { $new } new, { $changed } would change, { $gone } would go. Nothing is changed.
cli-busy-outside = { $count ->
    [one] { $count } event is on other days and is left out.
   *[other] { $count } events are on other days and are left out.
}
cli-busy-free = { $count ->
    [one] { $count } event takes no time (free, cancelled or without a length) and is left out.
   *[other] { $count } events take no time (free, cancelled or without a length) and are left out.
}
cli-busy = Busy
cli-both-children = Line { $line } can't be both --same-child and --new-child. Choose one
cli-no-such-line = Line { $line } is no child of the list
cli-nothing-imported = { $count ->
    [one] { $count } problem. Nothing is imported
   *[other] { $count } problems. Nothing is imported
}
cli-exported = { $count ->
    [one] The house is written to { $path }, { $count } child. It is not encrypted.
   *[other] The house is written to { $path }, { $count } children. It is not encrypted.
}
cli-exported-calendar = { $count ->
    [one] { $count } appointment from { $from } to { $to } is written to { $path }. Children have initials.
   *[other] { $count } appointments from { $from } to { $to } are written to { $path }. Children have initials.
}
cli-exported-calendar-names = { $count ->
    [one] { $count } appointment from { $from } to { $to } is written to { $path }. The children's names are in full, and the file is not encrypted.
   *[other] { $count } appointments from { $from } to { $to } are written to { $path }. The children's names are in full, and the file is not encrypted.
}
cli-exported-sealed = { $count ->
    [one] The house is written to { $path }, { $count } child, encrypted to the passphrase you chose.
   *[other] The house is written to { $path }, { $count } children, encrypted to the passphrase you chose.
}
cli-exported-left-out = { $count ->
    [one] { $count } restricted note is not open to you: what it says, its scores, agreements and additions are left out.
   *[other] { $count } restricted notes are not open to you: what they say, their scores, agreements and additions are left out.
}
cli-exported-restricted-sealed = { $count ->
    [one] It also holds { $count } restricted note.
   *[other] It also holds { $count } restricted notes.
}
cli-exported-restricted = { $count ->
    [one] It also holds { $count } restricted note, which can be read without a key.
   *[other] It also holds { $count } restricted notes, which can be read without a key.
}
cli-exported-cpr = { $count ->
    [one] It also holds { $count } CPR number in full.
   *[other] It also holds { $count } CPR numbers in full.
}

cli-sound = The house is sound. Pages, schema, history ({ $actions } actions, { $changes } changes), what stands, seats, access log ({ $looks } looks), drafts ({ $drafts }), search ({ $notes } notes) and the seal beside it agree.
cli-lacked = At the opening { $day } at { $time }: { $what }
cli-counts = In the house: { $staff }, { $children }, { $cases }, { $days }, { $talks }.
cli-head = The history's seal: { $head }
cli-other-seal = The history does not hold that seal: it was cut or forged, or the seal is of another house
cli-backed-up = Backup: { $path }
cli-backup-proven = It has been opened and checked: { $children }, { $changes } changes, as in the house.
cli-backups-removed = { $count ->
    [one] { $count } older backup has been removed.
   *[other] { $count } older backups have been removed.
}
cli-backup-keys = It opens with the passphrases of today.
cli-check-backup = The house has everything of the last backup, { $day } at { $time }: { $path }
cli-restored = The house is in { $path }. It has been opened and checked.
cli-restored-from = It is as it was on { $day } at { $time }. What was written later is not in it. The backup is still in { $path }
cli-erase-nothing-due = Nobody is past retention.
cli-would-erase = This would go, also from history, search and access log:
cli-erase-drafts = drafts
cli-erase-changes = lines of the history, emptied
cli-erase-searches = searches and reasons in the access log
cli-erase-in-backups = It is still in the backups in { $path } (last { $day } at { $time }), until they lapse or are deleted. When one is restored, it is erased again.
cli-erase-needs-reason = Say why with --reason; it stays on record
cli-erase-say-yes = It can't be undone. Add --yes if it is to happen
cli-ask-erase = It can't be undone. Type ERASE if it is to happen
cli-erase-word = erase
cli-erase-not = Nothing has been erased
cli-erased = Erased: { $count } records. Only that it happened is left.
cli-erasure = { $day } at { $time }  { $who }  { $count ->
    [one] { $count } case
   *[other] { $count } cases
} erased: { $reason }
cli-archive-decision = { $day }  { $archive }: { $what } (cases ended until { $until }; recorded by { $who })
cli-restored-erased = { $count ->
    [one] { $count } erasure after the backup has been done again.
   *[other] { $count } erasures after the backup have been done again.
}
cli-restored-no-list = Whether anybody was erased since is not known: there is no list of erasures in { $place } or beside the house. If anybody was, they are here again: erase them with trivsel erase. If the list (erased-….sealed) is somewhere else, put it into { $place } and restore again.
cli-seats = { $name } ({ $code }): { $held } of { $norm } seats held
cli-seats-unlimited = { $name } ({ $code }): { $held } under way, no limit

# Wrong usage of the command line.
usage-unknown = { $arg } is not known here. See what there is with --help
usage-unknown-command = There is no command { $arg }. See the commands with: trivsel --help
usage-missing = This is missing: { $arg }. See how it is written with --help
usage-not-both = { $arg } and { $other } can't be given together. Leave one of them out
usage-no-value = { $arg } needs a value. See which with --help
usage-bad-value = { $value } does not fit { $arg }. See what does with --help
usage-bad-value-expected = { $value } does not fit { $arg }. Write: { $expected }
usage-expected-day = a date such as 2026-11-25
usage-expected-date = a date such as 2026-11-25, or a moment such as 2026-11-25T08:15
usage-expected-seal = a seal as check printed it: the number of changes, a colon and 64 digits and letters
usage-expected-keep = days, weeks and months, such as 7,4,12
usage-expected-seats = a number from 1 to 99
usage-expected-norm = a number from 1 to 99, or unlimited

key-event-moment = { $day } at { $time }
key-event-given = gave { $of } a key: { $fingerprint }
key-event-changed = changed their own passphrase: { $of }, { $fingerprint }
key-event-renewed = gave { $of } a new passphrase: { $fingerprint }
key-event-recovered = opened the house with the recovery key and gave { $of } a new passphrase: { $fingerprint }
key-event-recovery-made = made a new recovery key: { $fingerprint }
key-event-removed = removed the key of { $of } and made a new recovery key: { $fingerprint }
key-event-put-back = could not finish; the key of { $of } is as before
key-event-put-back-recovery = could not finish; the recovery key is as before
key-event-exported = wrote the whole house to a file ({ $of })
key-event-exported-part = wrote a part of the house to a file ({ $of })
key-event-failed = { $count ->
    [one] wrong passphrase for { $of }, { $count } time: { $first }
   *[other] wrong passphrase for { $of }, { $count } times: from { $first } to { $last }
}
key-event-asked-to-close = asked everybody to close the house before { $of }
arrival-last = You were here last { $day } at { $time }.
arrival-tries = { $count ->
    [one] Since then your passphrase was typed wrong { $count } time, { $last }.
   *[other] Since then your passphrase was typed wrong { $count } times, last { $last }.
} If that was not you, tell a leader of the house.
