//! The courses that ended: attendance before and after, where they led, whether it lasted.

use trivsel_domain::record::Outcome;
use trivsel_domain::rules::baseline::Point;
use trivsel_domain::rules::house_figures::suppression::{Cell, Suppressed, Totals};
use trivsel_domain::rules::house_figures::{CourseEnd, Lasting, ProgrammeFigures};
use trivsel_domain::rules::reported::Attendance;
use trivsel_domain::value::Coded;

use super::attendance::register_code;
use super::{HouseTable, Page, Value, count};
use crate::numbers::percent_to_a_tenth;

/// What is hidden of the courses that ended. The tables that count them share it, so that none tells what another hides.
pub(super) struct Hiding {
    counts: Vec<Vec<u32>>,
    table: Suppressed,
    anonymous: bool,
}

impl Hiding {
    pub(super) fn of(page: &Page<'_>, figures: &ProgrammeFigures) -> Self {
        let number = |outcome: Outcome, lasting: Lasting| {
            let fits = |e: &&CourseEnd| e.outcome == outcome && e.lasting == lasting;
            u32::try_from(figures.ends.iter().filter(fits).count()).unwrap_or(u32::MAX)
        };
        let row = |outcome: &Outcome| Lasting::ALL.iter().map(|l| number(*outcome, *l)).collect();
        let counts: Vec<Vec<u32>> = Outcome::ALL.iter().map(row).collect();
        let cells: Vec<Vec<Cell>> =
            counts.iter().map(|row| row.iter().copied().map(Cell::children).collect()).collect();
        Self { counts, table: Suppressed::new(&cells, Totals::ALL), anonymous: page.view.anonymous }
    }

    /// Whether the number of all courses that ended is hidden.
    pub(super) fn all(&self) -> bool {
        self.anonymous && self.table.hides_all()
    }

    /// Whether a part of them is hidden: it is small, or the rest is, or so is the whole.
    fn part(&self, part: u32, whole: u32) -> bool {
        let cells = [Cell::children(part), Cell::children(whole.saturating_sub(part))];
        self.anonymous && (self.table.hides_all() || Suppressed::row(&cells, whole).hides(0, 0))
    }
}

/// Where the children went, by whether it lasted for six months.
pub(super) fn outcomes(page: &Page<'_>, figures: &ProgrammeFigures, ends: &Hiding) -> HouseTable {
    let mut grid = page.grid(&["outcome", "lasted", "broke", "unknown", "too-early", "courses"]);
    let hide = |hidden: bool, n: u32| Value::unless(ends.anonymous && hidden, Value::Whole(n));
    for (r, (outcome, counts)) in Outcome::ALL.iter().zip(&ends.counts).enumerate() {
        let cells = counts.iter().enumerate().map(|(c, n)| hide(ends.table.hides(r, c), *n)).collect();
        let all = hide(ends.table.hides_row(r), counts.iter().sum());
        grid.push([vec![page.outcome(*outcome)], cells, vec![all]].concat());
    }
    let column = |c: usize| -> u32 { ends.counts.iter().filter_map(|row| row.get(c)).sum() };
    let totals: Vec<Value> =
        (0..Lasting::ALL.len()).map(|c| hide(ends.table.hides_column(c), column(c))).collect();
    let all = hide(ends.all(), count(&figures.ends));
    let told = |value: Option<&Value>| value.map_or_else(|| "–".to_owned(), |v| v.told(page.words));
    let args = [
        ("count", told(Some(&all)).into()),
        ("lasted", told(totals.first()).into()),
        ("broke", told(totals.get(1)).into()),
    ];
    let headline = page.words.with("house-outcomes", &args);
    grid.push([vec![page.row("total")], totals, vec![all]].concat());
    let mut basis = page.grid(&["child", "closed", "outcome", "place", "lasting", "referred-again"]);
    for end in &figures.ends {
        let cells = vec![
            page.child(end.case),
            Value::Date(end.on),
            page.outcome(end.outcome),
            Value::maybe(end.place.as_ref(), |place| Value::Text(place.as_str().to_owned())),
            page.row(end.lasting.code()),
            Value::maybe(end.again, Value::Date),
        ];
        basis.push_case(end.case, cells);
    }
    page.table("outcomes", headline, grid, basis)
}

/// The mean of some shares, each of one course.
fn mean(shares: &[f64]) -> Option<f64> {
    (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / f64::from(count(shares)))
}

/// Attendance before, at the start, at the end and after, each register apart.
pub(super) fn before_and_after(page: &Page<'_>, figures: &ProgrammeFigures, ends: &Hiding) -> HouseTable {
    let all = count(&figures.ends);
    let mut grid = page.grid(&["point", "source", "courses", "mean-attendance"]);
    let mut push = |name: Value, source: Value, shares: &[f64]| {
        let hidden = ends.part(count(shares), all);
        let number = Value::unless(hidden, Value::Whole(count(shares)));
        let share = Value::unless(hidden, Value::maybe(mean(shares), Value::Share));
        grid.push(vec![name, source, number, share.clone()]);
        share
    };
    for point in [Point::Before, Point::Start, Point::End, Point::After] {
        for source in ["own", "reported", "imported"] {
            let of = |end: &CourseEnd| {
                let mut there = end.at(point).filter(|a| register_code(a) == source);
                there.find_map(Attendance::share)
            };
            let shares: Vec<f64> = figures.ends.iter().filter_map(of).collect();
            if !shares.is_empty() {
                push(page.point(point), page.row(source), &shares);
            }
        }
    }
    let shares = |(before, end): (&Attendance, &Attendance)| Some((before.share()?, end.share()?));
    let pairs: Vec<(f64, f64)> =
        figures.ends.iter().filter_map(|e| e.before_and_end().and_then(shares)).collect();
    let (befores, lasts): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let before = push(page.row("both-before"), Value::Nothing, &befores);
    let last = push(page.row("both-end"), Value::Nothing, &lasts);
    let higher = u32::try_from(pairs.iter().filter(|(b, e)| e > b).count()).unwrap_or(u32::MAX);
    let hidden = ends.part(count(&pairs), all) || ends.part(higher, count(&pairs));
    let number = Value::unless(hidden, Value::Whole(higher));
    grid.push(vec![page.row("higher"), Value::Nothing, number, Value::Nothing]);
    let headline = match (&before, &last) {
        (Value::Share(before), Value::Share(last)) => {
            let lang = page.words.lang();
            let args = [
                ("before", percent_to_a_tenth(lang, *before).into()),
                ("end", percent_to_a_tenth(lang, *last).into()),
                ("count", pairs.len().into()),
            ];
            page.words.with("house-before-after", &args)
        }
        (Value::Hidden, _) => page.words.get("house-hidden").to_owned(),
        _ => "–".to_owned(),
    };
    let mut basis = page.grid(&["child", "point", "attendance", "source", "from", "to"]);
    for end in &figures.ends {
        for one in &end.measured {
            let (from, to) = match &one.attendance {
                Attendance::Own(f) => (f.from, f.to),
                Attendance::Reported(f) => (f.from, f.to),
                Attendance::Imported(f) => (f.from, f.to),
            };
            let cells = vec![
                page.child(end.case),
                page.point(one.at),
                Value::maybe(one.attendance.share(), Value::Share),
                page.row(register_code(&one.attendance)),
                Value::Date(from),
                Value::Date(to),
            ];
            basis.push_case(end.case, cells);
        }
    }
    page.table("before-after", headline, grid, basis)
}
