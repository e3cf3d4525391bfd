//! Measures two sides in turns, so that both meet the same load, and reports how they compare.

use std::time::{Duration, Instant};

/// The time a piece of work takes.
pub fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The times of one side.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// The time that this percentage of the rounds stays within.
    fn within(&self, hundredths: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        sorted.get(sorted.len() * hundredths / 100).copied().unwrap_or_default()
    }
}

/// The compared value: the fastest tenth, because other load on the machine only adds time.
const QUIET: usize = 10;
/// The value printed beside it.
const MEDIAN: usize = 50;

/// Measures both sides in turns for this many rounds, after a tenth as many warm-up rounds.
pub fn in_turn(
    rounds: usize,
    mut ours: impl FnMut() -> Duration,
    mut bare: impl FnMut() -> Duration,
) -> (Times, Times) {
    let (mut a, mut b) = (Times::default(), Times::default());
    for round in 0..rounds + rounds / 10 + 1 {
        // The order alternates, so that neither side always runs second.
        let (x, y) = if round % 2 == 0 {
            let x = ours();
            (x, bare())
        } else {
            let y = bare();
            (ours(), y)
        };
        if round > rounds / 10 {
            a.0.push(x);
            b.0.push(y);
        }
    }
    (a, b)
}

/// Prints the results and remembers whether a bound was broken.
pub struct Report {
    only: Vec<String>,
    pub broken: bool,
}

impl Report {
    /// Reports only measurements whose name starts with one of these; all if empty.
    pub fn new(only: Vec<String>) -> Self {
        Self { only, broken: false }
    }

    /// Prints the column headings.
    pub fn head() {
        println!(
            "{:<34} {:>10} {:>10} {:>6} {:>8} {:>8}",
            "", "ours", "bound's", "ratio", "(median)", "at most"
        );
    }

    /// Whether this measurement was requested.
    pub fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|o| name.starts_with(o.as_str()))
    }

    /// Prints a measurement with an absolute bound.
    pub fn within(&mut self, name: &str, ours: &Times, most: Duration) {
        let (quiet, median) = (ours.within(QUIET), ours.within(MEDIAN));
        let kept = quiet <= most;
        self.broken |= !kept;
        let verdict = if kept { "OK" } else { "OVER" };
        let ratio = |time: Duration| time.as_secs_f64() / most.as_secs_f64();
        let (ours, most) = (micros(quiet), micros(most));
        println!(
            "{name:<34} {ours:>10} {most:>10} {:>6.2} {:>8.2} {:>8.1}  {verdict}",
            ratio(quiet),
            ratio(median),
            1.0
        );
    }

    /// Prints a measurement with a relative bound.
    pub fn line(&mut self, name: &str, (ours, bare): &(Times, Times), most: f64) {
        let ratio = |n| ours.within(n).as_secs_f64() / bare.within(n).as_secs_f64();
        let (quiet, median) = (ratio(QUIET), ratio(MEDIAN));
        let kept = quiet <= most;
        self.broken |= !kept;
        let verdict = if kept { "OK" } else { "OVER" };
        let (ours, bare) = (micros(ours.within(QUIET)), micros(bare.within(QUIET)));
        println!("{name:<34} {ours:>10} {bare:>10} {quiet:>6.2} {median:>8.2} {most:>8.1}  {verdict}");
    }
}

fn micros(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}
