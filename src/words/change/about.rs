//! The name of the changed record: which document, which goal, which day.

use trivsel_domain::record::{Change, Edit, Record};
use trivsel_domain::value::Coded;

use super::score;
use crate::{Words, dates};

/// The name of the changed record, and the fields it is built from, which a list need not show again.
pub(super) struct About {
    pub(super) name: Option<String>,
    pub(super) fields: &'static [&'static str],
}

fn of<T: Record>(edit: &Edit<T>, fields: &'static [&'static str], name: impl Fn(&T) -> String) -> About {
    About { name: edit.new_state().or(edit.old()).map(name), fields }
}

/// Names the changed record; `None` if there is only one of its type.
pub(super) fn about(words: &Words, change: &Change) -> About {
    let day = |date| dates::day_month_year(words.lang(), date);
    match change {
        Change::Staff(edit) => of(edit, &["name"], |s| s.name.as_str().to_owned()),
        Change::Person(edit) => of(edit, &["name"], |p| p.name.as_str().to_owned()),
        Change::Analysis(edit) => {
            of(edit, &["version"], |a| words.with("sheet-version-short", &[("version", a.version.into())]))
        }
        Change::Goal(edit) => of(edit, &["text"], |g| g.text.as_str().to_owned()),
        Change::Intervention(edit) => {
            of(edit, &["kind"], |i| words.code("intervention", i.kind.code()).to_owned())
        }
        Change::Document(edit) => of(edit, &["kind"], |d| words.code("document", d.kind.code()).to_owned()),
        Change::Timetable(edit) => of(edit, &["from"], |t| day(t.from)),
        Change::Appointment(edit) => of(edit, &["title"], |a| a.title.as_str().to_owned()),
        Change::Talk(edit) => of(edit, &["kind", "date"], |t| {
            format!("{} {}", words.code("talk", t.kind().code()), day(t.date))
        }),
        Change::FollowUp(edit) => of(edit, &["what"], |f| f.what.as_str().to_owned()),
        Change::Measure(edit) => of(edit, &[], |m| score(words, m)),
        Change::Answer(edit) => {
            of(edit, &["obligation"], |a| words.code("obligation", a.obligation.code()).to_owned())
        }
        Change::ReportedWeek(edit) => of(edit, &["monday"], |w| dates::week(words.lang(), w.monday.monday())),
        Change::Consent(edit) => of(edit, &["what"], |c| c.what.as_str().to_owned()),
        Change::Correspondence(edit) => of(edit, &["kind", "what"], |c| {
            format!("{} · {}", words.code("correspondence", c.kind.code()), c.what.as_str())
        }),
        Change::Day(edit) => of(edit, &["date"], |d| day(d.date)),
        Change::ArchiveDecision(edit) => of(edit, &[], |d| d.archive.as_str().to_owned()),
        Change::Programme(_)
        | Change::Closure(_)
        | Change::Child(_)
        | Change::TwoChildren(_)
        | Change::Case(_)
        | Change::Teaching(_)
        | Change::Addendum(_)
        | Change::Misplacement(_)
        | Change::KeyEvent(_)
        | Change::Erasure(_)
        | Change::AccessReview(_)
        | Change::Settings(_) => About { name: None, fields: &[] },
    }
}
