//! The attendance sheet (fremmødeark) of one child: a period in both counts, which are never mixed, month by month and
//! day by day.

use chrono::NaiveDate;
use trivsel_domain::record::Limits;
use trivsel_domain::rules::counted::{CountedDay, counted_days};
use trivsel_domain::rules::figures::Figures;
use trivsel_domain::rules::house_figures::{CaseFacts, ChildFigures, Span, SpanKind, of_child};
use trivsel_domain::rules::obligations::Ledger;
use trivsel_domain::rules::quarter::QuarterMeter;
use trivsel_domain::rules::register::plan_on;
use trivsel_domain::rules::reported::{Attendance, ReportedFigures};
use trivsel_domain::rules::statutory::practice_days;
use trivsel_domain::value::{Coded, Halves, MarkKind, Statutory};
use trivsel_words::house_tables::period;
use trivsel_words::numbers::{half_days, hours, percent};
use trivsel_words::{Words, dates, mark, reported};

use crate::annex;
use crate::material::Material;
use crate::paper::{Block, Paper, Table};

/// The kinds of mark, in the order in which they are listed.
const KINDS: [MarkKind; 7] = [
    MarkKind::Present,
    MarkKind::Late,
    MarkKind::Partial,
    MarkKind::Sick,
    MarkKind::Leave,
    MarkKind::Unlawful,
    MarkKind::Elsewhere,
];

/// The sheet of a period up to today; `None` if the child was not enrolled on any of its days.
#[must_use]
pub fn paper(words: &Words, material: &Material, span: Span) -> Option<Paper> {
    let through = span.to.min(material.today);
    let facts = facts(material)?;
    let child = of_child(&facts, &material.calendar, span.from, through)?;
    let mut paper = material.paper(words, words.get("report-attendance-sheet"), child.to);
    let mut told = period(words, span);
    if through < span.to {
        let day = dates::day_month_year(words.lang(), through);
        told = format!("{told}, {}", words.with("house-so-far", &[("day", day.into())]));
    }
    paper.about.push((words.get("report-period").to_owned(), told));
    let sheet = Sheet { words, material, facts: &facts };
    match &child.attendance {
        Attendance::Own(own) => sheet.own(&mut paper, &child, own, span),
        Attendance::Reported(weeks) => sheet.reported(&mut paper, weeks),
        Attendance::Imported(_) => {}
    }
    Some(paper)
}

/// What the case is counted from; `None` if the house does not run its programme.
fn facts(material: &Material) -> Option<CaseFacts<'_>> {
    let ledger = Ledger {
        timetables: material.timetables.clone(),
        absence_limits: material.lists.absence_limits.clone(),
        ..Ledger::new(&material.dossier.case, &material.dossier.child, material.programme.as_ref()?)
    };
    let (days, reported) = (material.days.clone(), material.dossier.reported.clone());
    Some(CaseFacts { ledger, days, reported, referred_again: Vec::new() })
}

struct Sheet<'a> {
    words: &'a Words,
    material: &'a Material,
    facts: &'a CaseFacts<'a>,
}

impl Sheet<'_> {
    /// The house's own register.
    fn own(&self, paper: &mut Paper, child: &ChildFigures, own: &Figures, span: Span) {
        let words = self.words;
        paper.heading(1, words.get("figure-attendance"));
        paper.table(self.pedagogical(own));
        paper.note(words.get("counted-how-own"));
        paper.heading(1, words.get("figure-statutory-absence"));
        paper.table(self.statutory(child));
        paper.note(words.get("counted-how-statutory"));
        let practice = self.practice(child);
        if practice > Halves::NONE {
            let days = half_days(words.lang(), practice);
            paper.note(words.with("counted-how-practice", &[("days", days.into())]));
        }
        paper.heading(2, words.get("report-quarters"));
        paper.table(self.quarters(&child.meters));
        let months = self.months(child);
        if months.rows.len() > 1 {
            paper.heading(1, words.get("report-months"));
            paper.table(months);
            let chart = annex::attendance(words, self.material, child.from, child.to);
            paper.blocks.extend(chart.map(|chart| Block::Chart(Box::new(chart))));
        }
        let is_month = span.kind == Some(SpanKind::Month);
        paper.heading(1, words.get(if is_month { "report-days" } else { "report-days-absent" }));
        let days = self.days(child, is_month);
        if days.rows.is_empty() {
            paper.text(words.get("counted-nothing"));
        }
        paper.table(days);
    }

    /// A figure and its value.
    fn values(&self) -> Table {
        Table::new([(self.words.get("report-figure"), false), (self.words.get("report-value"), true)])
    }

    fn days_of(&self, halves: u32) -> String {
        let days = half_days(self.words.lang(), Halves::<()>::new(halves));
        self.words.with("report-days-count", &[("days", days.into())])
    }

    fn pedagogical(&self, own: &Figures) -> Table {
        let (words, lang) = (self.words, self.words.lang());
        let mut table = self.values();
        let mut push = |id: &str, value: String| table.push([words.get(id).to_owned(), value]);
        push("report-planned", self.days_of(own.planned.get()));
        push("report-registered", self.days_of(own.registered().get()));
        push("report-blank", self.days_of(own.unregistered.get()));
        let args = [
            ("attended", half_days(lang, own.attended()).into()),
            ("registered", half_days(lang, own.registered()).into()),
        ];
        let attended = words.with("figure-value-attendance", &args);
        let share = own.share().map_or_else(|| "–".to_owned(), |share| percent(lang, share));
        push("report-share", format!("{attended} ({share})"));
        if let Some(share) = own.share_of_minutes() {
            let args = [
                ("attended", hours(lang, own.minutes_attended).into()),
                ("planned", hours(lang, own.minutes_planned).into()),
            ];
            push(
                "report-hours",
                format!("{} ({})", words.with("counted-hours", &args), percent(lang, share)),
            );
        }
        for kind in KINDS.into_iter().filter(|kind| own.marked.of(*kind) > Halves::NONE) {
            table.push([words.code("mark", kind.code()).to_owned(), self.days_of(own.marked.of(kind).get())]);
        }
        table
    }

    fn statutory(&self, child: &ChildFigures) -> Table {
        let (words, lang) = (self.words, self.words.lang());
        let mut table = self.values();
        let school_days = usize::try_from(child.school_days).unwrap_or(usize::MAX);
        table.push([words.get("report-school-days").to_owned(), words.count("school-day", school_days)]);
        let causes = [
            ("house-row-sick", child.absence.sick),
            ("house-row-leave", child.absence.leave),
            ("house-row-unlawful", child.absence.unlawful),
        ];
        for (id, halves) in causes {
            table.push([words.get(id).to_owned(), self.days_of(halves.get())]);
        }
        let share = child.absent_share().map_or_else(|| "–".to_owned(), |share| percent(lang, share));
        let all = self.days_of(child.absence.total().get());
        table.push([words.get("house-row-total").to_owned(), format!("{all} ({share})")]);
        table
    }

    /// The days in practice by agreement, which count as attended and are shown apart.
    fn practice(&self, child: &ChildFigures) -> Halves<Statutory> {
        let ledger = &self.facts.ledger;
        let Some(enrolment) = ledger.case.enrolment() else { return Halves::NONE };
        let school_days: Vec<NaiveDate> = self.material.calendar.school_days(child.from, child.to).collect();
        let by_rule = school_days.iter().filter_map(|date| {
            let rule = ledger.programme.absence().on(*date, &ledger.absence_limits)?;
            let plan = |date| self.plan(date);
            let day = |date| self.day(date);
            let one = [*date];
            let halves =
                practice_days(&rule, ledger.child, enrolment, plan, &one, day).map(|(_, halves)| halves);
            Some(halves.sum::<Halves<Statutory>>())
        });
        by_rule.sum()
    }

    fn plan(&self, date: NaiveDate) -> &trivsel_domain::record::DayPlan {
        let ledger = &self.facts.ledger;
        plan_on(ledger.case, Some(ledger.programme), &ledger.timetables, date)
    }

    fn day(&self, date: NaiveDate) -> Option<&trivsel_domain::record::Day> {
        let days = &self.material.days;
        days.binary_search_by_key(&date, |day| day.date).ok().and_then(|at| days.get(at))
    }

    /// The meter of each quarter, up to the last day counted, with its limits.
    fn quarters(&self, meters: &[QuarterMeter]) -> Table {
        let (words, lang) = (self.words, self.words.lang());
        let mut table = Table::new([
            (words.get("house-head-quarter"), false),
            (words.get("house-head-counted"), false),
            (words.get("house-head-days"), true),
            (words.get("house-head-school-days"), true),
            (words.get("house-head-first-from"), true),
            (words.get("house-head-second-from"), true),
            (words.get("house-head-meter"), false),
        ]);
        for meter in meters {
            let (first, second) = meter.thresholds();
            let counts = match meter.limits {
                Limits::Percent { .. } => words.get("house-row-unlawful").to_owned(),
                Limits::Days { .. } => {
                    format!("{}, {}", words.get("house-row-sick"), words.get("house-row-unlawful"))
                }
            };
            table.push([
                trivsel_words::house_tables::quarter(words, meter.quarter.first_day()),
                counts,
                half_days(lang, meter.counted()),
                meter.school_days.to_string(),
                half_days(lang, first),
                half_days(lang, second),
                words.code("house-row", meter.level().code()).to_owned(),
            ]);
        }
        table
    }

    /// Each month: attendance in the pedagogical count, then absence in the statutory one.
    fn months(&self, child: &ChildFigures) -> Table {
        let (words, lang) = (self.words, self.words.lang());
        let heads =
            ["report-month", "report-planned", "report-registered", "report-attended", "report-share"];
        let statutory =
            ["house-head-school-days", "house-head-sick", "house-head-leave", "house-head-unlawful"];
        let mut table = Table::default();
        for id in heads.iter().chain(&statutory) {
            table.heads.push(words.get(id).to_owned());
            table.figures.push(*id != "report-month");
        }
        let mut month = Span::around(SpanKind::Month, child.from);
        while month.from <= child.to {
            let (from, to) = (month.from.max(child.from), month.to.min(child.to));
            let figures = of_child(self.facts, &self.material.calendar, from, to);
            if let Some((figures, own)) = figures.and_then(|f| Some((f.clone(), f.attendance.own()?))) {
                table.push([
                    dates::month_short_year(lang, month.from),
                    half_days(lang, own.planned),
                    half_days(lang, own.registered()),
                    half_days(lang, own.attended()),
                    own.share().map_or_else(|| "–".to_owned(), |share| percent(lang, share)),
                    figures.school_days.to_string(),
                    half_days(lang, figures.absence.sick),
                    half_days(lang, figures.absence.leave),
                    half_days(lang, figures.absence.unlawful),
                ]);
            }
            month = month.after();
        }
        table
    }

    /// Every day of a month; of a longer period those with absence and those not registered.
    fn days(&self, child: &ChildFigures, every: bool) -> Table {
        let (words, lang) = (self.words, self.words.lang());
        let mut table = Table::new([
            (words.get("report-day"), false),
            (words.get("report-marks"), false),
            (words.get("report-attended"), true),
            (words.get("report-registered"), true),
        ]);
        let ledger = &self.facts.ledger;
        let Some(enrolment) = ledger.case.enrolment() else { return table };
        let (plan, day) = (|date| self.plan(date), |date| self.day(date));
        let calendar = &self.material.calendar;
        let all = counted_days(ledger.child, enrolment, plan, calendar, day, child.from, child.to);
        let listed = |day: &&CountedDay| {
            every || day.absent() > Halves::NONE || day.figures.unregistered > Halves::NONE
        };
        for day in all.iter().filter(listed) {
            table.push([
                dates::day_short_year(lang, day.date()),
                mark::marks(words, &day.marks),
                half_days(lang, day.figures.attended()),
                half_days(lang, day.registered()),
            ]);
        }
        table
    }

    /// What the child's own school, the parents or the child told.
    fn reported(&self, paper: &mut Paper, figures: &ReportedFigures) {
        let words = self.words;
        paper.heading(1, words.get("figure-reported"));
        paper.text(
            reported::figures(words, figures).unwrap_or_else(|| words.get("own-school-nothing").to_owned()),
        );
        paper.note(words.get("counted-how-reported"));
        let mut table =
            Table::new([(words.get("report-week"), false), (words.get("report-days-reported"), false)]);
        let within = |date: NaiveDate| (figures.from..=figures.to).contains(&date);
        for week in self.material.dossier.reported.iter().filter(|w| within(w.monday.thursday())) {
            table.push([annex::week(words, week.monday.monday()), reported::told(words, week)]);
        }
        paper.table(table);
    }
}
