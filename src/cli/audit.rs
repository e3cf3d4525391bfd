//! `trivsel audit`: who looked at what, a sample of the looks that nothing explains, and what a leader found of them.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{AccessReview, Staff, Verdict};
use trivsel_domain::rules::audit::Look;
use trivsel_domain::rules::house_figures::{Span, SpanKind};
use trivsel_domain::value::{AccessReviewId, CaseId, Coded, Line, PersonName};
use trivsel_store::{AuditQuery, Audited, LoggedAccess, mint};
use trivsel_words::text::{Folded, fit};
use trivsel_words::{Words, access, dates, talk};

use super::failure::Failure;
use super::open_house::{self, OpenHouse};
use super::options::Period;
use super::output::{complain, ended, print, say, say_text};
use super::report::child::child;
use super::session::Session;
use trivsel_tui::child_name::Namesakes;
use trivsel_tui::load::{names, report};
use trivsel_tui::view::{Names, Roster};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Audit {
    #[command(subcommand)]
    review: Option<Reviewing>,
    #[arg(long, value_name = "NAME")]
    child: Option<String>,
    #[arg(long, value_name = "INITIALS")]
    staff: Option<String>,
    #[command(flatten)]
    days: Period,
    #[arg(long, value_name = "YYYY-MM", value_parser = month, conflicts_with_all = ["from", "to"])]
    month: Option<NaiveDate>,
    #[arg(long, value_name = "N", requires = "month")]
    sample: Option<usize>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Reviewing {
    Review(Review),
}

#[derive(Debug, Args)]
struct Review {
    #[arg(value_name = "NUMBER")]
    number: i64,
    #[arg(long, value_enum)]
    verdict: Found,
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Found {
    WorkRelated,
    Asked,
    NotWorkRelated,
}

impl From<Found> for Verdict {
    fn from(found: Found) -> Self {
        match found {
            Found::WorkRelated => Self::WorkRelated,
            Found::Asked => Self::Asked,
            Found::NotWorkRelated => Self::NotWorkRelated,
        }
    }
}

/// Parses a month as its first day.
fn month(text: &str) -> Result<NaiveDate, &'static str> {
    format!("{text}-01").parse().map_err(|_| "a month such as 2026-10")
}

pub(super) fn run(session: &Session, args: &Audit) -> Result<(), Failure> {
    let mut open = OpenHouse::open(session)?;
    if let Some(Reviewing::Review(review)) = &args.review {
        return reviewed(session, &mut open, review);
    }
    let (from, to) = days(session, args)?;
    let staff = open.house.staff()?;
    let by = args.staff.as_deref().map(|text| {
        let initials = open_house::initials(session, text)?;
        open_house::member(&staff, &initials)
    });
    let (cases, renamed) = match &args.child {
        Some(name) => cases_of(session, &open, name)?,
        None => Default::default(),
    };
    let query = AuditQuery { cases, by: by.transpose()?, from, to, sample: args.sample };
    let asker = open.asker(session);
    let audited = open.house.audit(asker, &query)?;
    renamed.iter().for_each(|line| complain(line));
    let shown = audited.entries.iter().filter_map(|entry| entry.access.case());
    let cases: Vec<CaseId> = shown.chain(audited.drawn.iter().map(|look| look.case)).collect();
    let namesakes = Namesakes::new(&open.house.namesakes()?, session.clock.today());
    let roster = Roster { namesakes, ..Roster::default() };
    let names = names(&open.house, &roster, cases.into_iter())?;
    let page = Page { words: &session.words, staff: &staff, names: &names, audited: &audited };
    if args.json {
        let rows = page.rows();
        let text = serde_json::to_string_pretty(&rows).map_err(anyhow::Error::from)?;
        return print(&format!("{text}\n"));
    }
    match args.sample {
        None => audited.entries.iter().rev().try_for_each(|entry| say(&page.entry(entry))),
        Some(_) => {
            audited.drawn.iter().try_for_each(|look| say(&page.look(look)))?;
            let counts = [
                ("drawn", audited.drawn.len().into()),
                ("without", audited.without_part.into()),
                ("looks", audited.looks.into()),
            ];
            say_text(&session.words.with("audit-drawn", &counts))
        }
    }
}

/// The days that are asked for: a month, or from one day to another; by default this month.
fn days(session: &Session, args: &Audit) -> Result<(NaiveDate, NaiveDate), Failure> {
    // The log has the machine's days, whatever is taken for today.
    let today = session.clock.machine().date();
    let month = |day| Span::around(SpanKind::Month, day);
    match args.month.map(month) {
        Some(month) => Ok((month.from, month.to)),
        None => args.days.or((month(today).from, today), &session.words),
    }
}

/// The cases of the children with a name, which each may have had before, and what those are called now that have another.
/// Otherwise initials or a part of a name are enough, as in the other commands.
fn cases_of(session: &Session, open: &OpenHouse, name: &str) -> Result<(Vec<CaseId>, Vec<String>), Failure> {
    let wanted = Folded::new(name);
    let is_it = |name: &PersonName| Folded::new(name.as_str()) == wanted;
    let mut children = open.house.children_named(is_it)?;
    let (mut found, mut renamed) = (Vec::new(), Vec::new());
    if children.is_empty() {
        children.push(child(session, &open.house, &open.house.children()?, name)?.clone());
    } else {
        let namesakes = Namesakes::new(&open.house.namesakes()?, session.clock.today());
        for child in children.iter().filter(|child| !is_it(&child.name)) {
            let args = [("name", name.into()), ("now", namesakes.name(child).to_string().into())];
            renamed.push(ended(&session.words.with("audit-now-named", &args)));
        }
    }
    for child in children {
        found.extend(open.house.cases_of(child.id)?.into_iter().map(|case| case.id));
    }
    // Without a case the whole log would be read.
    if found.is_empty() {
        return Err(Failure::said(session.words.get("cli-report-no-child")));
    }
    Ok((found, renamed))
}

/// Records what was found of a look.
fn reviewed(session: &Session, open: &mut OpenHouse, review: &Review) -> Result<(), Failure> {
    let too_long = |_| Failure::Usage(session.words.get("case-form-long").to_owned());
    let note = review.why.as_deref().map(Line::new).transpose().map_err(too_long)?;
    let id = AccessReviewId::from_u128(mint());
    let action = Action::Review { id, look: review.number, verdict: review.verdict.into(), note };
    open.perform(session, &action)?;
    let found = session.words.code("verdict", Verdict::from(review.verdict).code());
    say(&session.words.with("audit-reviewed", &[("number", review.number.into()), ("found", found.into())]))
}

/// What the lines are written with.
struct Page<'a> {
    words: &'a Words,
    staff: &'a [Staff],
    names: &'a Names,
    audited: &'a Audited,
}

/// One look, for a script. Codes are stable.
#[derive(Serialize)]
struct Row<'a> {
    number: i64,
    at: String,
    staff: &'a str,
    what: &'static str,
    case: Option<String>,
    child: Option<String>,
    told: Option<String>,
    /// How many looks the day has, in a sample.
    count: Option<u32>,
    /// What the reader wrote about why, in a sample.
    reasons: Vec<&'a str>,
    verdict: Option<&'static str>,
    why: Option<&'a str>,
    reviewer: Option<&'a str>,
}

impl<'a> Page<'a> {
    /// The number, the time, who, what, of which child, and what a review found.
    fn entry(&self, entry: &LoggedAccess) -> String {
        let lang = self.words.lang();
        let at = format!(
            "{} {}",
            dates::day_month_year(lang, entry.at.date()),
            dates::time(lang, entry.at.time())
        );
        let child = self.child(entry.access.case());
        let what = report::told(self.words, &entry.access);
        self.line(entry.number, &at, entry.by, &[child, Some(what)])
    }

    fn look(&self, look: &Look) -> String {
        let day = dates::day_month_year(self.words.lang(), look.on);
        let count = self.words.with("audit-looks", &[("count", look.count.into())]);
        let reasons = self.audited.reasons_of(look.number);
        let why = reasons.map(|why| self.words.with("audit-why", &[("text", why.into())]));
        let rest: Vec<_> =
            [self.child(Some(look.case)), Some(count)].into_iter().chain(why.map(Some)).collect();
        self.line(look.number, &day, look.by, &rest)
    }

    fn line(
        &self,
        number: i64,
        at: &str,
        by: trivsel_domain::value::StaffId,
        rest: &[Option<String>],
    ) -> String {
        let review = self.audited.review(number).map(|r| access::review(self.words, self.staff, r));
        let rest: Vec<&str> = rest.iter().chain([&review]).flatten().map(String::as_str).collect();
        let by = talk::initials(self.staff, by);
        format!("{} {} {} {}", fit(&number.to_string(), 7), fit(at, 20), fit(by, 5), rest.join(" · "))
    }

    fn child(&self, case: Option<CaseId>) -> Option<String> {
        self.names.get(&case?).map(ToString::to_string)
    }

    fn rows(&self) -> Vec<Row<'a>> {
        let initials = |who| talk::initials(self.staff, who);
        let row = |number: i64, at: String, by, what, case: Option<CaseId>| {
            let review: Option<&AccessReview> = self.audited.review(number);
            Row {
                number,
                at,
                staff: initials(by),
                what,
                case: case.map(|case| case.to_string()),
                child: self.child(case),
                told: None,
                count: None,
                reasons: self.audited.reasons_of(number).collect(),
                verdict: review.map(|r| r.verdict.code()),
                why: review.and_then(|r| r.note.as_ref()).map(Line::as_str),
                reviewer: review.map(|r| initials(r.by)),
            }
        };
        let entry = |e: &LoggedAccess| Row {
            told: Some(report::told(self.words, &e.access)),
            ..row(e.number, e.at.to_string(), e.by, e.access.code(), e.access.case())
        };
        let look = |l: &Look| Row {
            count: Some(l.count),
            ..row(l.number, l.on.to_string(), l.by, "look", Some(l.case))
        };
        self.audited.entries.iter().rev().map(entry).chain(self.audited.drawn.iter().map(look)).collect()
    }
}
