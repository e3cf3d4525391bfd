//! Everything that happened in one column, newest first: talks, marks, scores, goals, documents, moves.

use chrono::NaiveDate;
use trivsel_domain::{Coded, Day, Half, MarkKind};
use trivsel_store::Noted;

use super::{Sheet, SheetRow, Target, View, next};
use crate::tui::forms::case::CaseForm;
use crate::tui::model::Model;
use crate::tui::widgets::cells::Cells;
use crate::words::numbers::tenths;
use crate::words::text::clean_line;
use crate::words::{dates, talk as told};

/// What the time line shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Everything; of the register what is out of the ordinary.
    #[default]
    All,
    /// Talks and what was agreed in them.
    Talks,
    /// Every mark.
    Marks,
    /// Scores.
    Scores,
    /// Goals and how far they came.
    Goals,
    /// The analysis and documents.
    Papers,
    /// Stages and levels.
    Moves,
}

impl Sort {
    const ALL: [Self; 7] =
        [Self::All, Self::Talks, Self::Marks, Self::Scores, Self::Goals, Self::Papers, Self::Moves];

    /// Its stable code, for words.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Talks => "talks",
            Self::Marks => "marks",
            Self::Scores => "scores",
            Self::Goals => "goals",
            Self::Papers => "papers",
            Self::Moves => "moves",
        }
    }

    /// The next one, around the end.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|s| *s == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    fn takes(self, other: Self) -> bool {
        self == Self::All || self == other
    }
}

/// One thing that happened.
struct Event {
    on: NaiveDate,
    sort: Sort,
    what: String,
    text: String,
    target: Target,
}

/// The rows, newest first.
pub(super) fn rows(sheet: &Sheet, model: &Model, width: usize) -> Vec<SheetRow> {
    let (words, theme, lang) = (&model.words, &model.theme, model.words.lang());
    let mut events: Vec<Event> = Vec::new();
    talks(sheet, model, &mut events);
    marks(sheet, model, &mut events);
    scores(sheet, model, &mut events);
    goals(sheet, model, &mut events);
    papers(sheet, model, &mut events);
    moves(sheet, model, &mut events);
    events.retain(|e| sheet.sort.takes(e.sort));
    events.sort_by_key(|e| std::cmp::Reverse(e.on));
    if events.is_empty() {
        return vec![SheetRow::plain(words.get("sheet-timeline-empty"), theme.dim)];
    }
    let room = width.saturating_sub(1 + 13 + 22);
    let mut last = None;
    events
        .into_iter()
        .map(|event| {
            // A day is written once.
            let day =
                if last == Some(event.on) { String::new() } else { dates::day_month_year(lang, event.on) };
            last = Some(event.on);
            let cells = Cells::new()
                .gap(1)
                .left(&day, 12, theme.dim)
                .gap(1)
                .left(&event.what, 20, theme.text)
                .gap(1)
                .left(&event.text, room, theme.dim);
            SheetRow::new(cells, event.target)
        })
        .collect()
}

fn talks(sheet: &Sheet, model: &Model, events: &mut Vec<Event>) {
    let words = &model.words;
    for noted in &sheet.talks {
        let text = match noted {
            Noted::Open { talk, .. } => clean_line(talk.text.as_str().lines().next().unwrap_or_default()),
            Noted::Sealed(_) => words.get("talks-restricted-mark").to_owned(),
        };
        events.push(Event {
            on: noted.key().date,
            sort: Sort::Talks,
            what: words.code("talk", noted.kind().code()).to_owned(),
            text: format!("{} · {text}", model.roster.initials(Some(noted.author()))),
            target: Target::Talk(noted.key().id),
        });
    }
    for one in &sheet.follow_ups {
        let who = told::doer(&model.roster.staff, &one.who);
        let ended = one.closing.as_ref().map(|c| format!(" · {}", words.code("ended", c.how.code())));
        events.push(Event {
            on: one.closing.as_ref().map_or(one.due, |c| c.at.date()),
            sort: Sort::Talks,
            what: words.get("sheet-follow-up").to_owned(),
            text: format!("{who} · {}{}", one.what.as_str(), ended.unwrap_or_default()),
            target: Target::Talk(one.talk),
        });
    }
}

/// Every mark where marks are asked for, else those out of the ordinary.
fn marks(sheet: &Sheet, model: &Model, events: &mut Vec<Event>) {
    let words = &model.words;
    let all = sheet.sort == Sort::Marks;
    for day in &sheet.days {
        let shown = |half: Half| day.mark(half).map(trivsel_domain::Mark::kind);
        let (first, second) = (shown(Half::First), shown(Half::Second));
        let ordinary = |kind: Option<MarkKind>| {
            matches!(kind, None | Some(MarkKind::Present | MarkKind::Elsewhere | MarkKind::NotExpected))
        };
        if !all && ordinary(first) && ordinary(second) && day.remark.is_none() {
            continue;
        }
        let mut names: Vec<&str> =
            [first, second].into_iter().flatten().map(|k| words.code("mark", k.code())).collect();
        names.dedup();
        events.push(Event {
            on: day.date,
            sort: Sort::Marks,
            what: names.join(" / "),
            text: remark(day, model),
            target: Target::Nothing,
        });
    }
}

fn remark(day: &Day, model: &Model) -> String {
    let remark = day.remark.as_ref().map(|r| r.as_str().to_owned());
    let mood = day.mood.map(|m| format!("{} {}", model.words.get("detail-mood"), m.get()));
    [remark, mood].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn scores(sheet: &Sheet, model: &Model, events: &mut Vec<Event>) {
    let (words, lang) = (&model.words, model.words.lang());
    for measure in &sheet.measures {
        let name = match &measure.score {
            trivsel_domain::Score::Fit { instrument, .. } => instrument.code().to_uppercase(),
            trivsel_domain::Score::Own { series, .. } => series.as_str().to_owned(),
        };
        events.push(Event {
            on: measure.date,
            sort: Sort::Scores,
            what: name,
            text: format!("{} · {}", tenths(lang, measure.value()), words.code("role", measure.rater.code())),
            target: Target::Scores,
        });
    }
}

fn goals(sheet: &Sheet, model: &Model, events: &mut Vec<Event>) {
    let words = &model.words;
    for goal in &sheet.dossier.goals {
        let mut add = |on, what: &str, text: String| {
            let target = Target::Form(CaseForm::Goal(Some(goal.id)));
            events.push(Event { on, sort: Sort::Goals, what: what.to_owned(), text, target });
        };
        add(goal.set_on, words.get("timeline-goal-set"), goal.text.as_str().to_owned());
        for progress in &goal.progress {
            let text = format!("{}/10 · {}", progress.value.get(), goal.text.as_str());
            add(progress.date, words.get("timeline-goal-progress"), text);
        }
        if let Some(ended) = goal.ended {
            add(ended.on, words.code("goal-end", ended.how.code()), goal.text.as_str().to_owned());
        }
    }
}

fn papers(sheet: &Sheet, model: &Model, events: &mut Vec<Event>) {
    let words = &model.words;
    for analysis in &sheet.dossier.analyses {
        let text = words.with("sheet-version-short", &[("version", analysis.version.into())]);
        events.push(Event {
            on: analysis.date,
            sort: Sort::Papers,
            what: words.code("sheet", "analysis").to_owned(),
            text: format!("{text} · {}", model.roster.initials(Some(analysis.author))),
            target: Target::View(View::Analysis),
        });
    }
    for document in &sheet.dossier.documents {
        let signed = document.signed.map(|s| {
            let by = model.roster.initials(Some(s.by));
            let day = dates::day_month_year(words.lang(), s.at.date());
            words.with("document-signed", &[("by", by.into()), ("day", day.into())])
        });
        let version = words.with("sheet-version-short", &[("version", document.version.into())]);
        let state = signed.unwrap_or_else(|| words.get("document-unsigned").to_owned());
        events.push(Event {
            on: document.signed.map_or(document.written_on, |s| s.at.date()),
            sort: Sort::Papers,
            what: words.code("document", document.kind.code()).to_owned(),
            text: format!("{version} · {state}"),
            target: Target::View(View::Papers),
        });
    }
}

fn moves(sheet: &Sheet, model: &Model, events: &mut Vec<Event>) {
    let words = &model.words;
    let case = &sheet.dossier.case;
    for step in &case.moves {
        let reason = step.reason.as_ref().map(|r| r.as_str().to_owned());
        let waived: Vec<&str> =
            step.waived.iter().map(|r| crate::words::steps::requirement(words, *r)).collect();
        let waived = (!waived.is_empty())
            .then(|| words.with("timeline-waived", &[("what", waived.join(", ").into())]));
        events.push(Event {
            on: step.on,
            sort: Sort::Moves,
            what: format!("→ {}", words.code("stage", step.to.code())),
            text: [reason, waived].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            target: moved(sheet, &step.waived),
        });
    }
    for change in &case.levels {
        let level = usize::from(change.level.get());
        events.push(Event {
            on: change.on,
            sort: Sort::Moves,
            what: words.with("sheet-level", &[("level", level.into())]),
            text: change.reason.as_ref().map_or_else(String::new, |r| r.as_str().to_owned()),
            target: Target::Talk(change.talk),
        });
    }
}

/// A step with a waiver leads to where the first of what was waived is entered: it may be there by now.
fn moved(sheet: &Sheet, waived: &[trivsel_domain::Requirement]) -> Target {
    let stage = sheet.dossier.case.stage();
    waived.first().map_or(Target::Nothing, |r| next::place(sheet, r.place(), stage))
}
