//! The file formats in words, for `--help`: English here, those of lists in Danish in the room below.

pub mod danish;

use trivsel_domain::for_each_record;

use crate::house::VERSION;

macro_rules! lists {
    ($($(#[$_:meta])* $name:ident = $code:literal: $record:ty, $(#[$__:meta])* $list:ident;)+) => {
        [$(stringify!($list)),+]
    };
}

/// The names of lists in a line of help.
const IN_LINE: usize = 7;

/// A text of this file with the version of the format and the lists of records filled in.
#[must_use]
pub fn filled(text: &str) -> String {
    text.replace("{version}", &VERSION.to_string())
        .replace("{before}", &(VERSION - 1).to_string())
        .replace("{lists}", &lists())
}

/// The names of the lists in a house, some in each line.
fn lists() -> String {
    let lines = for_each_record!([lists]).chunks(IN_LINE).map(|names| names.join(", "));
    lines.collect::<Vec<_>>().join(",\n")
}

/// What can be imported.
pub const IMPORT: &str = "\
Take in a list of cases, of attendance or of talks, a calendar, or a whole house. All or nothing: every
bad row is named with its line, its column and what to do, and nothing is changed until there
is none.

Lists are CSV (semicolons, commas or tabs) or a sheet of an XLSX or ODS. The headings, Danish or
English, in any order and case, stand in the first line, or below a title. On a terminal it is
asked what a column with another heading is; elsewhere it is an error, unless --column \"Status=stage\"
says what it is, or \"Status=-\" that it is not read. @C is the third column, whatever its heading.
The answers can be remembered under a name; they are used by themselves for a list with the same
headings, or with --profile. `trivsel import profiles` lists them, and forgets one.

Dates have a year of four digits: 25-11-2026, 25.11.2026, 25/11-2026, 2026-11-25; dates of
birth may have one of two. A name that almost matches is answered with the one that was perhaps
meant. See the help of each list.

CSV is UTF-8, UTF-16 with a mark, or Windows-1252 where its letters can be nothing else. Where
that can't be told, the list is refused with a sample in each encoding, or on a terminal asked
about: --encoding utf-8, windows-1252, macintosh or cp850.

Of a workbook the visible sheet with the headings is read, and named, and so are hidden ones, which
are not; where several have them, or a hidden one is meant, name it with --sheet. Merged cells count
on every line that they cover, but a note over several lines is an error. So is a cell that the
spreadsheet shows otherwise than it holds it (a percentage, a date where a text belongs, true
or false, an error, a formula without a saved result). A list has room for 100,000 lines and
2,000,000 cells.";

/// A list of cases.
pub const CASES: &str = "\
Take in children who are already in the middle of a course.

Headings (Danish | English; * must be there):
  barn* | name            full name
  født | born             date of birth
  klasse | class          7.b, 7, 0.a; of this school year, or of the one under
  skoleår | school year   2026/27
  skole | school          sending school
  tilbud | programme      name or code; needed where the house runs more than one
  fase* | stage           visitation, venteliste, visiteret, opstart, forløb, udslusning, afsluttet, ikke visiteret
                          (referral, waiting, admitted, start_up, course, phase_out, closed, declined)
  henvist* | referred     date
  visiteret | admitted    date; needed from that stage on
  kontakt | primary       initials; needed from start-up on
  anden kontakt | secondary
  forventet slut | expected end
  afsluttet | closed      date
  udfald | outcome        almenskole, specialtilbud, ungdomsuddannelse, andet tilbud, flyttet, trukket ud
                          (general_school, special_programme, youth_education, other_offer, moved, withdrawn)
  prioritet | priority    kan vente, almindelig, haster (low, normal, urgent), on the waiting list
  seneste kontakt | last contact
  mandag ... fredag | monday ... friday
                          8.30-12, 8.30-10 12-13.30, hjemme (home), praktik (practice),
                          - (not expected), skole (expected, hours not known); all five or none

A value that the stage has no place for is an error, since it would be lost. A seat must be
free on every date.";

/// A list of attendance.
pub const ATTENDANCE: &str = "\
Take in attendance that was registered elsewhere. A day on record that says the same is
passed over; one that says something else is an error: nothing registered here is
overwritten.

Headings (Danish | English; * must be there):
  barn* | name            as on record here
  født | born             date of birth, where two have one name
  dato* | date
  formiddag* | first      a mark, of the whole day in the lower grades
  eftermiddag | second    the mark of the last lesson, where it differs
  bemærkning | remark
  humør | mood            1 to 5
  kilde | origin          egen (own) or afgivende skole (sending-school), which is kept apart;
                          --source \"Ærø Skole\" says which school, also without the column

Marks, as a letter, a Danish or English word, or a code:
  T til stede | present    F 8.55 for sent | late 8.55    D 8.30-10 delvis | partial 8.30-10
  S syg | sick             L lov til fri | leave          U ulovligt | unlawful
  H hjemme/ude | elsewhere    ikke planlagt | not-expected
An empty cell is not registered. What other letters mean is asked on a terminal, or said with
--mark \"X=sick\", or \"X=-\" where they register nothing.

A line is a child on a day, or a child with a column for each day: then the headings are the
days (16-11-2026, 16/11, Mon 16/11), and name, born and origin. Days without a year ask for the
school year, or it is given with --school-year. Two columns of one day are its two marks.

The days may also be numbers, 1 to 31, with or without a weekday. Their month stands above them,
or in the name of the sheet or the file: Absence Aug. 2026, 08-2026. If it does not, or several
do, it is asked for, or given with --month 8-2026; the place that is chosen can be remembered.
Months may stand beside or under each other, and on several sheets: all visible ones are read.";

/// A list of talks.
pub const TALKS: &str = "\
Take in old notes of talks. They come in as signed now, by their authors, and open to the
house; from then on they are never changed. The same list twice is an error.

Headings (Danish | English; * must be there):
  barn | name             as on record here; not for a consultation
  født | born             date of birth, where two have one name
  type* | kind            indskrivning, opstart, udvikling, forældre, trivsel, familievejledning,
                          familiebehandling, opfølgning, status, netværk, henviser, uu, kontaktpædagog,
                          telefon, konsultation
                          (enrolment, start-up, development, parent, wellbeing, family-guidance, family-treatment,
                          follow-up, status, network, referrer, youth-guidance, contact-pedagogue, message,
                          consultation)
  sted | place            the school or profession of a consultation, and only of one
  emne | topic            its topic
  dato* | date
  start                   13.30
  minutter | minutes
  deltagere | participants
                          with commas between: barnet, mor, far, værge, familie, skole, PPR, rådgiver, UU,
                          Familiehuset, henviser (child, mother, father, guardian, ...), initials or names
                          of staff, anybody else as written
  temaer | themes         with commas between; 40 characters each at most
  metoder | methods       likewise
  tekst* | text           the note; in quotation marks it may have line breaks
  forfatter* | author     initials, also of somebody who has left

A talk goes to the case that held a seat on its day, else to the last one put forward by then.";

/// A calendar of somebody's own.
pub const ICS: &str = "\
Take in when a member of staff is busy, from a calendar of their own (RFC 5545, .ics), so that
nobody books them then. All or nothing: every bad event is named with its line and property.

Only the times come in, as \"Busy\": no title unless --titles is given, and never that of a
private event. Recurrences are taken in for every day from --from to --to. Events that are free
or cancelled take no time. A time without a zone is a time in Copenhagen. An event over several
days is busy on each of them.

The same event taken in again replaces itself: what was moved is moved here too, and what was
cancelled goes. An event that has left the file stays, unless --all says that the file is the
whole calendar. Appointments that Trivsel has exported itself are passed over.";

/// A whole house, in.
pub const HOUSE: &str = "\
Take in a whole house written by `trivsel export` as JSON, into a house that has no children
yet. JSON of the formats 1 to {before} is read too, of 1 and 2 where its notes are signed, and so is the
one CSV table that those two wrote; the CSV folders of today are not.

A member of staff with the initials of one here is that one. The others come in without a
key; give them one with `trivsel staff passphrase INITIALS`. The closures of the file
replace those here. See `trivsel export --help` for the format.";

/// A whole house, out.
pub const EXPORT: &str = "\
Write the whole house: everything about the children, notes that are open to some only too if
you lead the house, drafts not. A file is encrypted (age) to a passphrase of its own, unless
--unencrypted is given; what is printed is NOT encrypted. The history is not part of it: it is
chained to the key of this house, and stays in it and in its backups.

The same house always gives the same bytes.

JSON: one object with `format` (trivsel-house), `version` ({version}) and `records`: the lists
{lists}.
settings has one at most. `trivsel import house` reads it into a new house.

CSV: a new folder, named with --out, with a file for each list (cases.csv) and for each list
of parts (cases-moves.csv: first the id of the case, then the number of the part). Encrypted
files are read with `age -d -i key.age cases.csv.age`. It is for
calculations and can't be imported. UTF-8 with a mark, semicolons. The columns are the fields
of the JSON, a field within a field as standing.stay.seat; numbers in a list have a column
each (score.fit.lines.1), texts in a list a line each in one cell. A list without records has
no file, and a column that no record fills is left out. A text that a spreadsheet could take
for a formula (= + - @ tab), or that begins with ', has ' before it; numbers stand as they are.

ICS: the appointments and closing days as a calendar (RFC 5545), for a telephone or another
program: --staff, --from and --to choose which. Children and the people around them have
initials, in titles too, unless --names is given. Times are times in Copenhagen, written in UTC.
An event keeps its UID; an appointment that was removed is in the file as cancelled. Busy times
taken in with `trivsel import ics` are left out.

Dates are 2026-11-25, moments 2026-11-25T08:15:00, times 08:15, identities UUIDs; staff are
named by theirs. Scores, cut-offs and the ends of a scale are in tenths: 65 is 6.5. The days
of a reported week and of a figure are half-days: 8 of 10 are 4 days of 5.";

#[cfg(test)]
mod tests {
    use super::{EXPORT, HOUSE, danish, filled};

    #[test]
    fn the_help_names_the_version_and_every_list() {
        for text in [EXPORT, danish::EXPORT] {
            let text = filled(text);
            assert!(text.contains("`version` (11)"), "{text}");
            for list in ["staff,", "reported_weeks", "settings,", "days."] {
                assert!(text.contains(list), "{list}: {text}");
            }
            assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        }
        for text in [HOUSE, danish::HOUSE].map(filled) {
            assert!(text.contains(" 10 "), "{text}");
        }
        for text in [EXPORT, HOUSE, danish::EXPORT, danish::HOUSE].map(filled) {
            assert!(!text.contains('{'), "{text}");
        }
    }
}
