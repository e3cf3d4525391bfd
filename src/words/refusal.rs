//! The words for refusals: what is wrong, where, and what to do.
//!
//! Each is a whole sentence without the full stop, so it can stand alone, in a list or beside a field.

use chrono::NaiveDate;
use trivsel_domain::decide::{ClosureReason, Column, NoSchool, Reason, Refusal, RowReason, SeriesFault};
use trivsel_domain::record::{Contradiction, Staff};
use trivsel_domain::rules::same_child::Recognised;
use trivsel_domain::value::{Coded, Initials, StaffId, Tag};

use super::retained::retained;
use super::typed_class::written;
use super::{Words, correspondence, dates, merging, numbers, steps};

/// Words every reason of a refusal, in order.
#[must_use]
pub fn reasons(words: &Words, staff: &[Staff], refusal: &Refusal) -> Vec<String> {
    refusal.reasons().iter().map(|r| reason(words, staff, r)).collect()
}

/// Words one reason. `staff` gives the names of colleagues.
#[must_use]
pub fn reason(words: &Words, staff: &[Staff], reason: &Reason) -> String {
    let lang = words.lang();
    let day = |date| dates::day_month_year(lang, date);
    match reason {
        Reason::NotOnStaff => words.get("refusal-not-on-staff").to_owned(),
        Reason::HasLeft { on } => words.with("refusal-has-left", &[("date", day(*on).into())]),
        Reason::NoSuchCase => words.get("refusal-no-such-case").to_owned(),
        Reason::NoSuchStaff => words.get("refusal-no-such-staff").to_owned(),
        Reason::NoSuchProgramme(code) => {
            words.with("refusal-no-such-programme", &[("programme", code.as_str().into())])
        }
        Reason::NotEnrolled { date } => words.with("refusal-not-enrolled", &[("date", day(*date).into())]),
        Reason::NoSchoolDay { date, why } => capital(&no_school_day(words, *date, *why)),
        Reason::NotAhead { date } => words.with("refusal-not-ahead", &[("date", day(*date).into())]),
        Reason::NotBehind { date } => words.with("refusal-not-behind", &[("date", day(*date).into())]),
        Reason::EmptySpan { from, to } => {
            words.with("refusal-empty-span", &[("from", day(*from).into()), ("to", day(*to).into())])
        }
        Reason::OneMarkADay => words.get("refusal-one-mark-a-day").to_owned(),
        Reason::OutsidePlan { planned } => {
            let hours = dates::time_range(lang, planned.from().into(), planned.to().into());
            words.with("refusal-outside-plan", &[("hours", hours.into())])
        }
        Reason::Overtaken { by, at, .. } => {
            let who = who(words, staff, *by);
            match at {
                Some(at) => words.with(
                    "refusal-overtaken-at",
                    &[("who", who.into()), ("time", dates::time(lang, at.time()).into())],
                ),
                None => words.with("refusal-overtaken", &[("who", who.into())]),
            }
        }
        Reason::NothingToUndo => words.get("refusal-nothing-to-undo").to_owned(),
        Reason::NothingToRedo => words.get("refusal-nothing-to-redo").to_owned(),
        Reason::InitialsTaken(initials) => {
            words.with("refusal-initials-taken", &[("initials", initials.as_str().into())])
        }
        Reason::AlreadyLeft { on } => words.with("refusal-already-left", &[("date", day(*on).into())]),
        Reason::LastStaff => words.get("refusal-last-staff").to_owned(),
        Reason::OnlyLeaders(leaders) => {
            let leaders: Vec<&str> = leaders.iter().map(Initials::as_str).collect();
            words.with("refusal-only-leaders", &[("leaders", leaders.join(", ").into())])
        }
        Reason::LastLeader => words.get("refusal-last-leader").to_owned(),
        Reason::KeyOfAnother(of) => words.with("refusal-key-of-another", &[("of", of.as_str().into())]),
        Reason::StillContact { child, class } => {
            let class = class.as_ref().map(|c| written(c.grade(), c.letter()));
            let child = [Some(child.as_str().to_owned()), class].into_iter().flatten().collect::<Vec<_>>();
            words.with("refusal-still-contact", &[("child", child.join(" ").into())])
        }
        Reason::SeatsHeld { highest, occupied, asked } => {
            // If seats are free, saying that cases must end first would make the reader end the wrong case.
            let mut args = vec![("highest", (*highest).into())];
            if occupied <= asked {
                return words.with("refusal-seat-number-held", &args);
            }
            args.extend([("occupied", (*occupied).into()), ("asked", (*asked).into())]);
            words.with("refusal-seats-held", &args)
        }
        Reason::TalkAhead { date } => words.with("refusal-talk-ahead", &[("date", day(*date).into())]),
        Reason::NoSuchTalk => words.get("refusal-no-such-talk").to_owned(),
        Reason::OnWrongChild => words.get("refusal-on-wrong-child").to_owned(),
        Reason::NotOpenToYou => words.get("refusal-not-open-to-you").to_owned(),
        Reason::NoteOfAnother { author } => {
            words.with("refusal-note-of-another", &[("who", who(words, staff, Some(*author)).into())])
        }
        Reason::OneNoteAChild => words.get("refusal-one-note-a-child").to_owned(),
        Reason::NoteOfNoChild => words.get("refusal-note-of-no-child").to_owned(),
        Reason::RightChildAlready => words.get("refusal-right-child-already").to_owned(),
        Reason::MisplacedAlready { by, at } => words.with(
            "refusal-misplaced-already",
            &[("who", who(words, staff, Some(*by)).into()), ("date", day(at.date()).into())],
        ),
        Reason::StaffGone { initials, on } => words
            .with("refusal-staff-gone", &[("initials", initials.as_str().into()), ("date", day(*on).into())]),
        Reason::DueBefore { due, date } => {
            words.with("refusal-due-before", &[("due", day(*due).into()), ("date", day(*date).into())])
        }
        Reason::ScoreWithoutCase => words.get("refusal-score-without-case").to_owned(),
        Reason::ScoreTwice => words.get("refusal-score-twice").to_owned(),
        Reason::Series(fault) => series_fault(words, fault),
        Reason::NoSuchFollowUp => words.get("refusal-no-such-follow-up").to_owned(),
        Reason::FollowUpEnded { by, at } => words.with(
            "refusal-follow-up-ended",
            &[("who", who(words, staff, Some(*by)).into()), ("date", day(at.date()).into())],
        ),
        about_case @ (Reason::Unmet(_)
        | Reason::NoSuchStep { .. }
        | Reason::NoReason(_)
        | Reason::DateAhead { .. }
        | Reason::DateBefore { .. }
        | Reason::DateAfter { .. }
        | Reason::NothingToAnnul
        | Reason::StepOfAnother { .. }
        | Reason::StepOlder { .. }
        | Reason::RestsOnStep(_)
        | Reason::SeatTakenSince { .. }
        | Reason::ContactGone { .. }
        | Reason::DaysBefore { .. }
        | Reason::CaseOver(_)
        | Reason::OpenAlready { .. }
        | Reason::NoSuchChild
        | Reason::ChildKnown(_)
        | Reason::OtherBirthday { .. }
        | Reason::RoleDoesNotFit(_)
        | Reason::PersonNamed
        | Reason::SameContact
        | Reason::NotByEditing
        | Reason::Signed { .. }
        | Reason::UnsignedVersion(_)
        | Reason::VersionOrder { .. }
        | Reason::GateClosed(_)
        | Reason::NothingWritten
        | Reason::NoRecommendation
        | Reason::NoSuchRecord
        | Reason::NoSuchLevel(_)
        | Reason::LevelAlready(_)
        | Reason::LevelNeedsTalk { .. }
        | Reason::NoJudgement
        | Reason::NoSuchJudgement(_)
        | Reason::AnsweredOtherwise(_)
        | Reason::InOwnRegister(_)
        | Reason::AnsweredAlready { .. }) => steps::reason(words, staff, about_case).unwrap_or_default(),
        Reason::Closure(ClosureReason::Days { most }) => {
            words.with("refusal-closure-days", &[("most", (*most).into())])
        }
        Reason::Closure(ClosureReason::Marked { days, first }) => {
            let first = dates::day_short_year(lang, *first);
            words.with("refusal-closure-marked", &[("days", (*days).into()), ("first", first.into())])
        }
        Reason::Retained(why) => retained(words, why),
        Reason::NoSuchLook => words.get("refusal-no-such-look").to_owned(),
        Reason::OwnLook => words.get("refusal-own-look").to_owned(),
        Reason::Merge(fault) => merging::fault(words, staff, fault),
        Reason::Sharing(fault) => correspondence::fault(words, *fault),
        Reason::HouseNotEmpty => words.get("refusal-house-not-empty").to_owned(),
        Reason::Contradiction(what) => contradiction(words, *what).to_owned(),
        Reason::InRow { line, column, why } => {
            let what = row_reason(words, staff, *column, why);
            let place = words.with("list-place-line", &[("line", (*line).into())]);
            let mut args = vec![("place", place.into()), ("what", what.into())];
            if *column == Column::Row {
                return words.with("list-on-line", &args);
            }
            args.push(("column", words.code("column", column.code()).into()));
            words.with("list-in-cell", &args)
        }
    }
}

fn no_school_day(words: &Words, date: NaiveDate, why: NoSchool) -> String {
    let day = dates::day_short_year(words.lang(), date);
    words.with("refusal-no-school-day", &[("date", day.into()), ("why", no_school(words, why).into())])
}

/// Explains why a day takes no marks: "weekend", "Sommerferie".
#[must_use]
pub fn no_school(words: &Words, why: NoSchool) -> &str {
    match why {
        NoSchool::Weekend => words.get("refusal-weekend"),
        NoSchool::Holiday(holiday) => words.code("holiday", holiday.code()),
        NoSchool::Closed(kind) => words.code("closure", kind.code()),
    }
}

/// Explains how records contradict each other.
#[must_use]
pub fn contradiction(words: &Words, what: Contradiction) -> &str {
    match what {
        Contradiction::Twice => words.get("contradiction-twice"),
        Contradiction::Dangling => words.get("contradiction-dangling"),
        Contradiction::SeatOutsideNorm => words.get("contradiction-seat-outside-norm"),
        Contradiction::SeatTwice => words.get("contradiction-seat-twice"),
        Contradiction::OpenTwice => words.get("contradiction-open-twice"),
        Contradiction::CoursesOverlap => words.get("contradiction-courses-overlap"),
        Contradiction::Backward => words.get("contradiction-backward"),
        Contradiction::VersionTwice => words.get("contradiction-version-twice"),
    }
}

fn series_fault(words: &Words, fault: &SeriesFault) -> String {
    let lang = words.lang();
    let named = |id: &str, series: &Tag| words.with(id, &[("series", series.as_str().into())]);
    match fault {
        SeriesFault::Unknown(series) => named("refusal-no-such-series", series),
        SeriesFault::InUse(series) => named("refusal-series-in-use", series),
        SeriesFault::Kept(series) => named("refusal-series-kept", series),
        SeriesFault::Retired(series) => named("refusal-series-retired", series),
        SeriesFault::Twice(series) => named("refusal-series-twice", series),
        SeriesFault::Outside { series, low, high } => words.with(
            "refusal-outside-series",
            &[
                ("series", series.as_str().into()),
                ("low", numbers::tenths(lang, *low).into()),
                ("high", numbers::tenths(lang, *high).into()),
            ],
        ),
        SeriesFault::Lines { series, lines } => words
            .with("refusal-series-lines", &[("series", series.as_str().into()), ("lines", (*lines).into())]),
    }
}

/// Explains why a row of a list can't be imported. The text follows the line and column, so it starts in lower
/// case.
#[must_use]
pub fn row_reason(words: &Words, staff: &[Staff], column: Column, why: &RowReason) -> String {
    let lang = words.lang();
    match why {
        RowReason::Missing => words.get("row-missing").to_owned(),
        RowReason::Unknown => match column {
            Column::Child => words.get("row-unknown-child"),
            Column::Primary | Column::Secondary | Column::Author | Column::Participants => {
                words.get("row-unknown-staff")
            }
            Column::Programme => words.get("row-unknown-programme"),
            _ => words.get("row-unknown"),
        }
        .to_owned(),
        RowReason::Ambiguous => words.get("row-ambiguous").to_owned(),
        RowReason::Repeats { line } => {
            let id = match column {
                Column::Child => "row-repeats-child",
                Column::Text => "row-repeats-talk",
                _ => "row-repeats-day",
            };
            words.with(id, &[("line", (*line).into())])
        }
        RowReason::OnRecord if column == Column::Child => words.get("row-on-record-child").to_owned(),
        RowReason::OnRecord if column == Column::Text => words.get("row-on-record-talk").to_owned(),
        RowReason::OnRecord => words.get("row-on-record").to_owned(),
        RowReason::MayBe(line, Recognised { name, born, likeness }) => {
            let args = [
                ("name", name.as_str().into()),
                ("born", dates::birth(words, *born).into()),
                ("likeness", words.code("likeness", likeness.code()).into()),
                ("line", (*line).into()),
            ];
            words.with("row-may-be", &args)
        }
        RowReason::NotFound => words.get("row-not-found").to_owned(),
        RowReason::NoSeat { norm, on } => words.with(
            "row-no-seat",
            &[("date", dates::day_month_year(lang, *on).into()), ("norm", (*norm).into())],
        ),
        RowReason::StageNeeds(stage) => {
            words.with("row-stage-needs", &[("stage", words.code("stage", stage.code()).into())])
        }
        RowReason::OutOfOrder if column == Column::Origin => words.get("row-own-register").to_owned(),
        RowReason::OutOfOrder => words.get("row-out-of-order").to_owned(),
        RowReason::TwoCourses { from } => {
            words.with("row-two-courses", &[("date", dates::day_month_year(lang, *from).into())])
        }
        RowReason::ContactLeft { on } => {
            words.with("row-contact-left", &[("date", dates::day_month_year(lang, *on).into())])
        }
        RowReason::NoMark(why) => match why.as_ref() {
            // A date keeps the capitals of its language.
            Reason::NoSchoolDay { date, why } => no_school_day(words, *date, *why),
            why => small(&reason(words, staff, why)),
        },
    }
}

pub(super) fn who(words: &Words, staff: &[Staff], by: Option<StaffId>) -> String {
    let known = by.and_then(|id| staff.iter().find(|s| s.id == id));
    known.map_or_else(|| words.get("refusal-somebody").to_owned(), |s| s.name.as_str().to_owned())
}

pub(super) fn capital(text: &str) -> String {
    first_letter(text, |c| c.to_uppercase().collect())
}

fn small(text: &str) -> String {
    first_letter(text, |c| c.to_lowercase().collect())
}

fn first_letter(text: &str, turn: fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| turn(first) + letters.as_str())
}
