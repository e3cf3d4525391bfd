//! The words for the steps of a case: requirements, what is missing and where to enter it, and refusals about a
//! case.

use trivsel_domain::decide::{Reason, Why};
use trivsel_domain::record::{DocumentKind, InterventionKind, Move, Staff};
use trivsel_domain::rules::steps::{Evidence, Missing, Party, Place, Rest, Unmet};
use trivsel_domain::value::{Coded, ProgrammeCode, Requirement, Role, StaffId};

use trivsel_domain::rules::steps::NotCalledFor;

use super::refusal::{capital, who};
use super::talk::initials;
use super::{Words, dates, gate, obligations};

/// The name of a requirement in a checklist of a programme.
#[must_use]
pub fn requirement<'w>(words: &'w Words, requirement: Requirement, programme: &ProgrammeCode) -> &'w str {
    words.code_in("requirement", requirement.code(), Some(programme))
}

#[must_use]
pub fn document(words: &Words, kind: DocumentKind) -> &str {
    words.code("document", kind.code())
}

/// The name of a kind of intervention, in lower case.
#[must_use]
pub fn intervention(words: &Words, kind: InterventionKind) -> &str {
    words.code("intervention", kind.code())
}

/// Words an unmet requirement: everything missing, and where to enter it.
#[must_use]
pub fn unmet(words: &Words, staff: &[Staff], unmet: &Unmet) -> String {
    let missing: Vec<String> = unmet.missing.iter().map(|m| missing_text(words, staff, m)).collect();
    let id = if unmet.hard { "step-unmet-hard" } else { "step-unmet" };
    let args = [
        ("requirement", requirement(words, unmet.requirement, &unmet.programme).into()),
        ("missing", missing.join(", ").into()),
        ("place", place(words, unmet.place).into()),
    ];
    words.with(id, &args)
}

/// Words a waiver in the list of steps: what was waived, and the reason.
#[must_use]
pub fn waiver(words: &Words, waived: Requirement, programme: &ProgrammeCode, reason: &str) -> String {
    let name = requirement(words, waived, programme);
    words.with("step-waived", &[("requirement", name.into()), ("reason", reason.into())])
}

/// The reason of a step, if it has one. An import has a fixed word for it.
#[must_use]
pub fn why(words: &Words, step: &Move) -> Option<String> {
    if step.is_imported() {
        return Some(words.get("move-imported").to_owned());
    }
    step.reason.as_ref().map(|r| r.as_str().to_owned())
}

/// Says where something is entered, as an instruction.
#[must_use]
pub fn place(words: &Words, place: Place) -> String {
    match place {
        Place::Case => words.get("place-case"),
        Place::Child => words.get("place-child"),
        Place::People => words.get("place-people"),
        Place::Talk(kind) => {
            return words.with("place-talk", &[("kind", words.code("talk", kind.code()).into())]);
        }
        Place::Analysis => words.get("place-analysis"),
        Place::Goals => words.get("place-goals"),
        Place::Interventions => words.get("place-interventions"),
        Place::Level => words.get("place-level"),
        Place::Teaching => words.get("place-teaching"),
        Place::Document(kind) => {
            return words.with("place-document", &[("kind", document(words, kind).into())]);
        }
        Place::Calendar => words.get("place-calendar"),
        Place::Seats => words.get("place-seats"),
        Place::SeatsOfWaiting => words.get("place-seats-waiting"),
        Place::Step => words.get("place-step"),
    }
    .to_owned()
}

/// Words one missing item for a list, starting in lower case.
#[must_use]
pub fn missing_text(words: &Words, staff: &[Staff], missing: &Missing) -> String {
    let day = |date| dates::day_month_year(words.lang(), date);
    let named = |id: StaffId| who(words, staff, Some(id));
    match missing {
        Missing::Date => words.get("missing-date"),
        Missing::School => words.get("missing-school"),
        Missing::Person(role) => {
            return words.with("missing-person", &[("role", words.code("role", role.code()).into())]);
        }
        Missing::Parent => words.get("missing-parent"),
        Missing::Class => words.get("missing-class"),
        Missing::Birthday => words.get("missing-birthday"),
        Missing::OutsideRange => words.get("missing-outside-range"),
        Missing::Seat { norm, taken: None } => {
            return words.with("missing-seat", &[("norm", (*norm).into())]);
        }
        Missing::Seat { norm, taken: Some(taken) } => {
            let args = [("norm", (*norm).into()), ("who", named(taken.by).into())];
            return words.with("missing-seat-taken", &args);
        }
        Missing::Contact => words.get("missing-contact"),
        Missing::ContactLeft { who, on } => {
            let args = [("who", named(*who).into()), ("date", day(*on).into())];
            return words.with("missing-contact-left", &args);
        }
        Missing::Talk(_) => words.get("missing-talk"),
        Missing::Party { date, party } => {
            let id = match party {
                Party::Child => "missing-party-child",
                Party::Parent => "missing-party-parent",
                Party::Contact => "missing-party-contact",
            };
            return words.with(id, &[("date", day(*date).into())]);
        }
        Missing::Text => words.get("missing-text"),
        Missing::System(system) => words.code("missing-system", system.code()),
        Missing::Goal(kind) => words.code("missing-goal", kind.code()),
        Missing::Booking { past: None } => words.get("missing-booking"),
        Missing::Booking { past: Some(past) } => {
            return words.with("missing-booking-past", &[("date", day(*past).into())]);
        }
        Missing::Teaching => words.get("missing-teaching"),
        Missing::Document(_) => words.get("missing-document"),
        Missing::Signature(_) => words.get("missing-signature"),
        Missing::Destination => words.get("missing-destination"),
        Missing::Receiving => words.get("missing-receiving"),
        Missing::DatedTask => words.get("missing-dated-task"),
        Missing::Level => words.get("missing-level"),
        Missing::Intervention(kinds) => {
            let or = format!(" {} ", words.get("missing-or"));
            let kinds: Vec<&str> = kinds.iter().map(|k| intervention(words, *k)).collect();
            return words.with("missing-intervention", &[("kinds", kinds.join(&or).into())]);
        }
    }
    .to_owned()
}

/// Words a reason about steps, levels or the contents of a case; `None` for any other reason.
pub(super) fn reason(words: &Words, staff: &[Staff], reason: &Reason) -> Option<String> {
    let day = |date| dates::day_month_year(words.lang(), date);
    Some(match reason {
        Reason::Unmet(missing) => unmet(words, staff, missing),
        Reason::NoSuchStep { from, to } => words.with(
            "refusal-no-such-step",
            &[
                ("from", words.code("stage", from.code()).into()),
                ("to", words.code("stage", to.code()).into()),
            ],
        ),
        Reason::NoReason(why) => match why {
            Why::Waiver => words.get("refusal-no-reason-waiver"),
            Why::Back => words.get("refusal-no-reason-back"),
            Why::Early => words.get("refusal-no-reason-early"),
            Why::Declining => words.get("refusal-no-reason-declining"),
            Why::Level => words.get("refusal-no-reason-level"),
        }
        .to_owned(),
        Reason::DateAhead { date } => words.with("refusal-date-ahead", &[("date", day(*date).into())]),
        Reason::NothingToAnnul => words.get("refusal-nothing-to-annul").to_owned(),
        Reason::StepOfAnother { by } => {
            words.with("refusal-step-of-another", &[("who", who(words, staff, *by).into())])
        }
        Reason::StepOlder { at: None } => words.get("refusal-step-undated").to_owned(),
        Reason::StepOlder { at: Some(at) } => {
            words.with("refusal-step-older", &[("date", day(at.date()).into())])
        }
        Reason::RestsOnStep(rest) => rests(words, staff, rest),
        Reason::SeatTakenSince { seat, child, from, by } => words.with(
            "refusal-seat-taken-since",
            &[
                ("seat", usize::from(seat.get()).into()),
                ("child", child.as_str().into()),
                ("date", day(*from).into()),
                ("who", who(words, staff, *by).into()),
            ],
        ),
        Reason::ContactGone { initials, on } => words.with(
            "refusal-contact-gone",
            &[("initials", initials.as_str().into()), ("date", day(*on).into())],
        ),
        Reason::DaysBefore { days, first } => {
            words.with("refusal-days-before", &[("days", (*days).into()), ("first", day(*first).into())])
        }
        Reason::DateAfter { date, last } => {
            words.with("refusal-date-after", &[("date", day(*date).into()), ("last", day(*last).into())])
        }
        Reason::DateBefore { date, first } => {
            words.with("refusal-date-before", &[("date", day(*date).into()), ("first", day(*first).into())])
        }
        Reason::InOwnRegister(from) => words.with("refusal-in-own-register", &[("date", day(*from).into())]),
        Reason::CaseOver(stage) => {
            words.with("refusal-case-over", &[("stage", words.code("stage", stage.code()).into())])
        }
        Reason::OpenAlready { stage, .. } => {
            words.with("refusal-open-already", &[("stage", words.code("stage", stage.code()).into())])
        }
        Reason::NoSuchChild => words.get("refusal-no-such-child").to_owned(),
        Reason::ChildKnown(_) => words.get("refusal-child-known").to_owned(),
        Reason::OtherBirthday { says } => {
            words.with("refusal-other-birthday", &[("date", day(*says).into())])
        }
        Reason::RoleDoesNotFit(Role::Child) => words.get("refusal-role-child").to_owned(),
        Reason::RoleDoesNotFit(role) => {
            let role = capital(words.code("role", role.code()));
            words.with("refusal-role-custody", &[("role", role.into())])
        }
        Reason::PersonNamed => words.get("refusal-person-named").to_owned(),
        Reason::SameContact => words.get("refusal-same-contact").to_owned(),
        Reason::NotByEditing => words.get("refusal-not-by-editing").to_owned(),
        Reason::Signed { by, at } => words.with(
            "refusal-document-signed",
            &[("who", who(words, staff, Some(*by)).into()), ("date", day(at.date()).into())],
        ),
        Reason::UnsignedVersion(kind) => {
            words.with("refusal-unsigned-version", &[("kind", document(words, *kind).into())])
        }
        Reason::VersionOrder { latest } => {
            words.with("refusal-version-order", &[("latest", (*latest).into())])
        }
        Reason::GateClosed(closed) => {
            let legs = [gate::attendance(words, closed), gate::wellbeing(words, closed)].join(" · ");
            words.with("refusal-gate-closed", &[("evidence", legs.into())])
        }
        Reason::NothingWritten => words.get("refusal-nothing-written").to_owned(),
        Reason::NoRecommendation => words.get("refusal-no-recommendation").to_owned(),
        Reason::NoSuchRecord => words.get("refusal-no-such-record").to_owned(),
        Reason::NoSuchLevel(level) => words.with("refusal-no-such-level", &[("level", level.get().into())]),
        Reason::LevelAlready(level) => words.with("refusal-level-already", &[("level", level.get().into())]),
        Reason::LevelNeedsTalk { since: None } => words.get("refusal-level-needs-dialogue").to_owned(),
        Reason::LevelNeedsTalk { since: Some(since) } => {
            words.with("refusal-level-needs-meeting", &[("date", day(*since).into())])
        }
        Reason::NoJudgement => words.get("refusal-no-judgement").to_owned(),
        Reason::NoSuchJudgement(judgement) => {
            let judgement = obligations::judgement(words, *judgement);
            words.with("refusal-no-such-judgement", &[("judgement", judgement.into())])
        }
        Reason::AnsweredOtherwise(kind) => {
            let kind = obligations::kind(words, *kind);
            words.with("refusal-answered-otherwise", &[("obligation", kind.into())])
        }
        Reason::AnsweredAlready { by, on } => {
            let by = who(words, staff, Some(*by));
            words.with("refusal-answered-already", &[("who", by.into()), ("date", day(*on).into())])
        }
        _ => return None,
    })
}

/// Words a record that rests on a step.
fn rests(words: &Words, staff: &[Staff], rest: &Rest) -> String {
    let day = |date| dates::day_month_year(words.lang(), date);
    let named = |id| who(words, staff, Some(id));
    match rest {
        Rest::Days { days, first } => {
            words.with("refusal-rests-days", &[("days", (*days).into()), ("first", day(*first).into())])
        }
        Rest::Talk { kind, date, by } => words.with(
            "refusal-rests-talk",
            &[
                ("who", named(*by).into()),
                ("kind", words.code("talk", kind.code()).into()),
                ("date", day(*date).into()),
            ],
        ),
        Rest::Document { kind, by } => words.with(
            "refusal-rests-document",
            &[("who", named(*by).into()), ("kind", document(words, *kind).into())],
        ),
        Rest::Case { referred } => words.with("refusal-rests-case", &[("date", day(*referred).into())]),
    }
}

/// Words the evidence for a requirement in a few words.
#[must_use]
pub fn evidence(words: &Words, staff: &[Staff], evidence: &Evidence) -> String {
    let lang = words.lang();
    let day = |date| dates::day_month_year(lang, date);
    let numbered = |id: &str, n: usize| words.with(id, &[("count", n.into())]);
    match evidence {
        Evidence::Date(date) | Evidence::Teaching(date) => day(*date),
        Evidence::Text(line) => line.as_str().to_owned(),
        Evidence::Written => words.get("evidence-written").to_owned(),
        Evidence::Person(_) => words.get("evidence-person").to_owned(),
        Evidence::Staff(id) => initials(staff, *id).to_owned(),
        Evidence::WithinRange => words.get("evidence-within-range").to_owned(),
        Evidence::Seat(seat) => words.with("evidence-seat", &[("seat", usize::from(seat.get()).into())]),
        Evidence::Talk { date, .. } => words.with("evidence-held", &[("day", day(*date).into())]),
        Evidence::Booked { date, .. } => words.with("evidence-booked", &[("day", day(*date).into())]),
        Evidence::Analysis { version } | Evidence::Document { version } => {
            words.with("evidence-version", &[("version", (*version).into())])
        }
        Evidence::Goals(count) => numbered("evidence-goals", *count),
        Evidence::Interventions(count) => numbered("evidence-interventions", *count),
        Evidence::Level(level) => words.with("evidence-level", &[("level", usize::from(level.get()).into())]),
        Evidence::NotCalledFor(NotCalledFor::BelowGrade(grade)) => {
            words.with("evidence-below-grade", &[("grade", usize::from(*grade).into())])
        }
        Evidence::NotCalledFor(NotCalledFor::NoTeaching) => words.get("evidence-no-teaching").to_owned(),
    }
}
