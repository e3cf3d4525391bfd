//! The steps and levels of a case: one line each on the time line, and the full text for Enter.

use trivsel_domain::record::{Case, Corrected, Correction, LevelChange, Move};
use trivsel_domain::value::Coded;

use super::Target;
use crate::model::Model;
use trivsel_domain::value::Moment;
use trivsel_words::{dates, moment, steps};

/// The full reason for the referral.
pub(super) fn referral(model: &Model, case: &Case) -> Option<Target> {
    let referral = &case.referral;
    let note = referral.note.as_ref()?;
    let day = dates::day_month_year(model.words.lang(), referral.on);
    let title = format!("{} · {day}", model.words.code_in("sheet", "referred", Some(&case.programme)));
    Some(Target::Text { title, lines: vec![note.as_str().to_owned()] })
}

/// The stage that a step moved to.
pub(super) fn onto(model: &Model, step: &Move) -> String {
    format!("→ {}", model.words.code("stage", step.to.code()))
}

/// The reason and the waived requirements in one line.
pub(super) fn told(model: &Model, case: &Case, step: &Move) -> String {
    let names: Vec<&str> =
        step.waived.iter().map(|r| steps::requirement(&model.words, *r, &case.programme)).collect();
    let waived = (!names.is_empty())
        .then(|| model.words.with("timeline-waived", &[("what", names.join(", ").into())]));
    [steps::why(&model.words, step), waived].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The full text of a step: author, time, reason, and where each waived requirement can be entered later.
pub(super) fn whole(model: &Model, case: &Case, step: &Move) -> Target {
    let (words, lang) = (&model.words, model.words.lang());
    let day = dates::day_month_year(lang, step.on);
    let mut lines: Vec<String> = step.at.map(|at| written(model, step.by, at)).into_iter().collect();
    lines.extend(steps::why(words, step));
    for waived in &step.waived {
        let name = steps::requirement(words, *waived, &case.programme);
        let place = case.is_open().then(|| format!(" · {}", steps::place(words, waived.place())));
        let args = [("what", name.into())];
        lines.push(format!("{}{}", words.with("timeline-waived", &args), place.unwrap_or_default()));
    }
    if lines.is_empty() {
        lines.push(words.get("timeline-nothing-more").to_owned());
    }
    Target::Text { title: format!("{} · {day}", onto(model, step)), lines }
}

/// The full text of a level: the reason and who chose it.
pub(super) fn level(model: &Model, change: &LevelChange) -> Target {
    let Some(reason) = &change.reason else { return Target::Talk(change.talk) };
    let day = dates::day_month_year(model.words.lang(), change.on);
    let level = usize::from(change.level.get());
    let title = format!("{} · {day}", model.words.with("sheet-level", &[("level", level.into())]));
    let by = model.roster.initials(Some(change.by));
    Target::Text { title, lines: vec![format!("{by}: {}", reason.as_str())] }
}

/// The annulled step, or the old and the new date, in one line.
pub(super) fn corrected(model: &Model, case: &Case, one: &Correction) -> String {
    let day = |date| dates::day_month_year(model.words.lang(), date);
    match &one.what {
        Corrected::Step { step } => format!("{} {}", onto(model, step), day(step.on)),
        Corrected::Date { of, was, is } => {
            let date = model.words.code_in("case-date", of.code(), Some(&case.programme));
            format!("{date} {} → {}", day(*was), day(*is))
        }
    }
}

/// The full text of a correction: the reason and who made it, and of a step who took it.
pub(super) fn correction(model: &Model, case: &Case, one: &Correction) -> Target {
    let title =
        format!("{} · {}", model.words.code("corrected", one.what.code()), corrected(model, case, one));
    let mut lines = vec![written(model, Some(one.by), one.at), one.reason.as_str().to_owned()];
    if let Corrected::Step { step } = &one.what {
        let at = step.at.map(|at| written(model, step.by, at));
        lines.extend([Some(String::new()), Some(onto(model, step)), at].into_iter().flatten());
        lines.extend(Some(told(model, case, step)).filter(|text| !text.is_empty()));
    }
    Target::Text { title, lines }
}

fn written(model: &Model, by: Option<trivsel_domain::value::StaffId>, at: Moment) -> String {
    let lang = model.words.lang();
    let (day, time) = (dates::day_month_year(lang, at.date()), dates::time(lang, at.time()));
    let args = [("by", model.roster.initials(by).into()), ("day", day.into()), ("time", time.into())];
    format!("{}{}", model.words.with("timeline-written", &args), moment::aside(&model.words, at))
}
