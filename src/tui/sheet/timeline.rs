//! The time line: everything that happened, newest first: talks, marks, scores, goals, documents, steps.

mod sort;

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};
use trivsel_domain::record::{
    Appointment, Case, Consent, Correction, Correspondence, Day, FollowUp, Goal, JointAnalysis, LevelChange,
    Measure, Move, PlanDocument,
};
use trivsel_domain::value::{Coded, Half, MarkKind};
use trivsel_store::Noted;

pub use self::sort::Sort;
use super::{Sheet, SheetRow, Target, moves};
use crate::forms::case::{ConsentForm, CorrespondenceForm, FieldsForm, GoalForm};
use crate::model::Model;
use crate::panes::talks;
use crate::widgets::cells::Cells;
use trivsel_domain::value::Moment;
use trivsel_words::correspondence as in_words;
use trivsel_words::text::clean_line;
use trivsel_words::{dates, moment, obligations, score, talk as told};

/// The record of an event, as an index into the sheet's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Talk(usize),
    FollowUp(usize),
    /// An appointment that was not held.
    NotHeld(usize),
    Day(usize),
    Measure(usize),
    GoalSet(usize),
    GoalProgress(usize, usize),
    GoalEnd(usize),
    Analysis(usize),
    Document(usize),
    Consent(usize),
    Withdrawn(usize),
    Letter(usize),
    Move(usize),
    Level(usize),
    Correction(usize),
    Referral,
}

/// One event. Its words are made only when it is drawn, since a case can have years of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    on: NaiveDate,
    /// When it was recorded, if that is known. Sorts the events of one day.
    at: Option<NaiveDateTime>,
    what: What,
}

impl Event {
    fn new(on: NaiveDate, what: What) -> Self {
        Self { on, at: None, what }
    }

    /// Its day.
    #[must_use]
    pub fn on(&self) -> NaiveDate {
        self.on
    }

    fn written(self, at: Option<Moment>) -> Self {
        Self { at: at.map(Moment::at), ..self }
    }
}

/// An event in words.
struct Told {
    what: String,
    text: String,
    target: Target,
}

/// The events that belong to a selection, newest first.
#[must_use]
pub fn events(sheet: &Sheet, sort: Sort) -> Vec<Event> {
    gather(sheet, |of| sort.takes(of), sort == Sort::Marks)
}

/// The stages, levels and goals of the case from one day to another, newest first.
pub(super) fn milestones(sheet: &Sheet, (from, to): (NaiveDate, NaiveDate)) -> Vec<Event> {
    let mut events = gather(sheet, |of| matches!(of, Sort::Moves | Sort::Goals), false);
    events.retain(|e| (from..=to).contains(&e.on) && !matches!(e.what, What::Correction(_)));
    events
}

fn gather(sheet: &Sheet, takes: impl Fn(Sort) -> bool, every_mark: bool) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut add = |of: Sort, found: &mut dyn Iterator<Item = Event>| {
        if takes(of) {
            events.extend(found);
        }
    };
    let dossier = &sheet.dossier;
    let signed = |t: &Noted| match t {
        Noted::Open { talk, .. } => talk.signed_at,
        Noted::Sealed(_) => None,
    };
    // The talks are sorted newest first, every other list oldest first.
    let talks = sheet.talks.iter().enumerate();
    add(Sort::Talks, &mut talks.map(|(n, t)| Event::new(t.key().date, What::Talk(n)).written(signed(t))));
    add(
        Sort::Talks,
        &mut each(&sheet.follow_ups, |n, f| {
            let ended = f.closing.as_ref().map(|c| c.at);
            Event::new(ended.map_or(f.due, Moment::date), What::FollowUp(n)).written(ended)
        }),
    );
    let missed = dossier.appointments.iter().enumerate().rev().filter(|(_, a)| !a.takes_place());
    add(Sort::Talks, &mut missed.map(|(n, a)| Event::new(a.date, What::NotHeld(n))));
    let shown = |day: &Day| every_mark || !is_ordinary(day);
    let days = sheet.days.iter().enumerate().filter(|(_, d)| shown(d));
    add(Sort::Marks, &mut days.map(|(n, d)| Event::new(d.date, What::Day(n))));
    add(Sort::Scores, &mut each(&sheet.measures, |n, m| Event::new(m.date, What::Measure(n))));
    for (n, goal) in dossier.goals.iter().enumerate() {
        let set = Event::new(goal.set_on, What::GoalSet(n));
        let far = each(&goal.progress, move |at, p| Event::new(p.date, What::GoalProgress(n, at)));
        let ended = goal.ended.map(|e| Event::new(e.on, What::GoalEnd(n)));
        add(Sort::Goals, &mut ended.into_iter().chain(far).chain(std::iter::once(set)));
    }
    add(Sort::Papers, &mut each(&dossier.analyses, |n, a| Event::new(a.date, What::Analysis(n))));
    add(
        Sort::Papers,
        &mut each(&dossier.documents, |n, d| {
            let signed = d.signed.map(|s| s.at);
            Event::new(signed.map_or(d.written_on, Moment::date), What::Document(n)).written(signed)
        }),
    );
    add(Sort::Papers, &mut each(&dossier.consents, |n, c| Event::new(c.from, What::Consent(n))));
    let withdrawn = dossier.consents.iter().enumerate().rev().filter_map(|(n, c)| Some((n, c.withdrawn?)));
    add(Sort::Papers, &mut withdrawn.map(|(n, on)| Event::new(on, What::Withdrawn(n))));
    add(Sort::Papers, &mut each(&dossier.correspondence, |n, c| Event::new(c.date, What::Letter(n))));
    let case = &dossier.case;
    add(Sort::Moves, &mut each(&case.moves, |n, m| Event::new(m.on, What::Move(n)).written(m.at)));
    add(
        Sort::Moves,
        &mut each(&case.corrections, |n, c| Event::new(c.at.date(), What::Correction(n)).written(Some(c.at))),
    );
    add(Sort::Moves, &mut each(&case.levels, |n, l| Event::new(l.on, What::Level(n))));
    add(Sort::Moves, &mut std::iter::once(Event::new(case.referral.on, What::Referral)));
    events.sort_by_key(|e| std::cmp::Reverse((e.on, e.at)));
    events
}

/// The events of a list that is sorted oldest first, from its end.
fn each<'a, T>(list: &'a [T], event: impl Fn(usize, &T) -> Event + 'a) -> impl Iterator<Item = Event> + 'a {
    list.iter().enumerate().rev().map(move |(n, one)| event(n, one))
}

/// Whether a day needs no mention: the child was present or not expected, and there is no remark.
fn is_ordinary(day: &Day) -> bool {
    let ordinary = |half| {
        let kind = day.mark(half).map(trivsel_domain::value::Mark::kind);
        matches!(kind, None | Some(MarkKind::Present | MarkKind::Elsewhere | MarkKind::NotExpected))
    };
    ordinary(Half::First) && ordinary(Half::Second) && day.remark.is_none()
}

/// The rows in a window of the view.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize, window: Range<usize>) -> Vec<SheetRow> {
    rows_of(sheet, model, width, &sheet.events, window)
}

/// The rows in a window of some events.
pub(super) fn rows_of(
    sheet: &Sheet,
    model: &Model,
    width: usize,
    events: &[Event],
    window: Range<usize>,
) -> Vec<SheetRow> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    if events.is_empty() {
        return vec![SheetRow::plain(words.get("sheet-timeline-empty"), theme.dim)];
    }
    // A wide screen shows both marks of a day whole: "for sent 9.00 / til stede".
    let what = if width < 100 { 20 } else { 28 };
    let room = width.saturating_sub(1 + 13 + 1 + what + 1);
    let before = window.start.checked_sub(1).and_then(|n| events.get(n)).map(Event::on);
    let mut last = before;
    let shown = events.get(window.start..window.end.min(events.len())).unwrap_or_default();
    shown
        .iter()
        .map(|event| {
            // Only the first event of a day shows the date.
            let day =
                if last == Some(event.on) { String::new() } else { dates::day_month_year(lang, event.on) };
            last = Some(event.on);
            let told = told_of(sheet, model, event.what);
            let cells = Cells::new()
                .gap(1)
                .left(&day, 12, theme.dim)
                .gap(1)
                .left(&told.what, what, theme.text)
                .gap(1)
                .left(&told.text, room, theme.dim);
            SheetRow::new(cells, told.target)
        })
        .collect()
}

fn told_of(sheet: &Sheet, model: &Model, what: What) -> Told {
    let dossier = &sheet.dossier;
    let told = match what {
        What::Talk(n) => sheet.talks.get(n).map(|t| talk(sheet, model, t)),
        What::FollowUp(n) => sheet.follow_ups.get(n).map(|f| follow_up(model, f)),
        What::NotHeld(n) => dossier.appointments.get(n).map(|a| not_held(model, a)),
        What::Day(n) => sheet.days.get(n).map(|d| day(model, d)),
        What::Measure(n) => sheet.measures.get(n).map(|m| measure(model, m)),
        What::GoalSet(n) => dossier.goals.get(n).map(|g| goal(model.words.get("timeline-goal-set"), g, "")),
        What::GoalProgress(n, at) => dossier.goals.get(n).map(|g| {
            let far = g.progress.get(at).map(|p| format!("{}/10 · ", p.value.get()));
            goal(model.words.get("timeline-goal-progress"), g, &far.unwrap_or_default())
        }),
        What::GoalEnd(n) => dossier.goals.get(n).map(|g| {
            let how = g.ended.map_or("", |e| model.words.code("goal-end", e.how.code()));
            goal(how, g, "")
        }),
        What::Analysis(n) => dossier.analyses.get(n).map(|a| analysis(model, a)),
        What::Document(n) => dossier.documents.get(n).map(|d| document(model, d)),
        What::Consent(n) => dossier.consents.get(n).map(|c| consent(sheet, model, "timeline-consent", c)),
        What::Withdrawn(n) => dossier.consents.get(n).map(|c| consent(sheet, model, "timeline-withdrawn", c)),
        What::Letter(n) => dossier.correspondence.get(n).map(|c| letter(sheet, model, c)),
        What::Move(n) => dossier.case.moves.get(n).map(|m| moved(sheet, model, m)),
        What::Level(n) => dossier.case.levels.get(n).map(|l| level(model, l)),
        What::Correction(n) => dossier.case.corrections.get(n).map(|c| correction(model, &dossier.case, c)),
        What::Referral => Some(referral(sheet, model)),
    };
    told.unwrap_or(Told { what: String::new(), text: String::new(), target: Target::Nothing })
}

/// A talk; a follow-up meeting with its judgement, which is a decision and not restricted.
fn talk(sheet: &Sheet, model: &Model, noted: &Noted) -> Told {
    let words = &model.words;
    let text = match noted {
        Noted::Open { talk, .. } => clean_line(talk.text.as_str().lines().next().unwrap_or_default()),
        Noted::Sealed(sealed) => words.get(talks::mark(sealed)).to_owned(),
    };
    let (id, by) = (noted.key().id, model.roster.initials(Some(noted.author())).to_owned());
    let judged = sheet.dossier.talks.iter().find(|t| t.id == id).and_then(|t| t.judgement);
    let judgement = judged.map(|j| obligations::judgement(words, j).to_owned());
    Told {
        what: words.code("talk", noted.kind().code()).to_owned(),
        text: [Some(by), judgement, Some(text)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        target: Target::Talk(id),
    }
}

fn follow_up(model: &Model, one: &FollowUp) -> Told {
    let words = &model.words;
    let who = told::doer(&model.roster.staff, &one.who);
    let ended = one.closing.as_ref().map(|c| format!(" · {}", words.code("ended", c.how.code())));
    Told {
        what: words.get("sheet-follow-up").to_owned(),
        text: format!("{who} · {}{}", one.what.as_str(), ended.unwrap_or_default()),
        target: Target::Talk(one.talk),
    }
}

/// An appointment that was not held, and why.
fn not_held(model: &Model, one: &Appointment) -> Told {
    let why = one.not_held.map_or("", |why| model.words.code("not-held", why.code()));
    Told {
        what: model.words.get("timeline-not-held").to_owned(),
        text: format!("{why} · {}", one.title.as_str()),
        target: Target::Nothing,
    }
}

fn day(model: &Model, day: &Day) -> Told {
    let marks = [Half::First, Half::Second].into_iter().filter_map(|half| day.mark(half));
    let mut names: Vec<String> = marks.map(|m| trivsel_words::mark::mark(&model.words, m)).collect();
    names.dedup();
    let what = names.join(" / ");
    let (title, text) = (dates::day_month_year(model.words.lang(), day.date), remark(day, model));
    let more = if text.is_empty() { model.words.get("timeline-no-remark").to_owned() } else { text.clone() };
    let target = Target::Text { title, lines: vec![what.clone(), more] };
    Told { what, text, target }
}

fn measure(model: &Model, measure: &Measure) -> Told {
    let words = &model.words;
    let what = score::name(&measure.score);
    let text = format!("{} · {}", score::number(words, measure), words.code("role", measure.rater.code()));
    Told { what, text, target: Target::Scores(Some(measure.strand())) }
}

fn goal(what: &str, goal: &Goal, far: &str) -> Told {
    Told {
        what: what.to_owned(),
        text: format!("{far}{}", goal.text.as_str()),
        target: Target::form(GoalForm(Some(goal.id))),
    }
}

fn analysis(model: &Model, analysis: &JointAnalysis) -> Told {
    let words = &model.words;
    let version = words.with("sheet-version-short", &[("version", analysis.version.into())]);
    Told {
        what: words.code("sheet", "analysis").to_owned(),
        text: format!("{version} · {}", model.roster.initials(Some(analysis.author))),
        target: super::analysis::version_of(model, analysis),
    }
}

fn document(model: &Model, document: &PlanDocument) -> Told {
    let words = &model.words;
    let signed = document.signed.map(|s| {
        let by = model.roster.initials(Some(s.by));
        let day = moment::day(words, s.at);
        words.with("document-signed", &[("by", by.into()), ("day", day.into())])
    });
    let version = words.with("sheet-version-short", &[("version", document.version.into())]);
    let state = signed.unwrap_or_else(|| words.get("document-unsigned").to_owned());
    Told {
        what: words.code("document", document.kind.code()).to_owned(),
        text: format!("{version} · {state}"),
        target: Target::Paper(document.id),
    }
}

fn consent(sheet: &Sheet, model: &Model, what: &str, consent: &Consent) -> Told {
    Told {
        what: model.words.get(what).to_owned(),
        text: in_words::consent(&model.words, &sheet.dossier.people, consent),
        target: Target::form(ConsentForm::Of(consent.id)),
    }
}

/// What came in or went out: "ind: Sagsakt".
fn letter(sheet: &Sheet, model: &Model, letter: &Correspondence) -> Told {
    let words = &model.words;
    let way = words.code("way", letter.way.in_or_out().code());
    Told {
        what: format!("{way}: {}", words.code("correspondence", letter.kind.code())),
        text: super::post::in_short(sheet, model, letter),
        target: Target::form(CorrespondenceForm::Of(letter.id)),
    }
}

fn moved(sheet: &Sheet, model: &Model, step: &Move) -> Told {
    let target = moves::whole(model, &sheet.dossier.case, step);
    Told { what: moves::onto(model, step), text: moves::told(model, &sheet.dossier.case, step), target }
}

/// The referral that the case begins with, and its reason.
fn referral(sheet: &Sheet, model: &Model) -> Told {
    let case = &sheet.dossier.case;
    let referral = &case.referral;
    Told {
        what: model.words.code_in("sheet", "referred", Some(&case.programme)).to_owned(),
        text: referral.note.as_ref().map(|n| n.as_str().to_owned()).unwrap_or_default(),
        target: moves::referral(model, case).unwrap_or(Target::form(FieldsForm)),
    }
}

fn correction(model: &Model, case: &Case, one: &Correction) -> Told {
    Told {
        what: model.words.code("corrected", one.what.code()).to_owned(),
        text: format!("{} · {}", moves::corrected(model, case, one), one.reason.as_str()),
        target: moves::correction(model, case, one),
    }
}

fn level(model: &Model, change: &LevelChange) -> Told {
    let level = usize::from(change.level.get());
    Told {
        what: model.words.with("sheet-level", &[("level", level.into())]),
        text: change.reason.as_ref().map_or_else(String::new, |r| r.as_str().to_owned()),
        target: moves::level(model, change),
    }
}

fn remark(day: &Day, model: &Model) -> String {
    let remark = day.remark.as_ref().map(|r| r.as_str().to_owned());
    let mood = day.mood.map(|m| format!("{} {}", model.words.get("detail-mood"), m.get()));
    [remark, mood].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
