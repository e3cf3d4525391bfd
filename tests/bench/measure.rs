//! Measuring two things in turn, so that both meet the same machine, and saying how they compare.

use std::time::{Duration, Instant};

/// Takes the time of a piece of work.
pub fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The times of one side.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// The time that so many hundredths of the rounds keep within.
    fn within(&self, hundredths: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort();
        sorted.get(sorted.len() * hundredths / 100).copied().unwrap_or_default()
    }
}

/// What is compared: the quickest tenth, since what others do on the same machine only ever adds to a time.
const QUIET: usize = 10;
/// What is said beside it.
const MEDIAN: usize = 50;

/// Both sides in turn, so many rounds, after a tenth as many that do not count.
pub fn in_turn(
    rounds: usize,
    mut ours: impl FnMut() -> Duration,
    mut bare: impl FnMut() -> Duration,
) -> (Times, Times) {
    let (mut a, mut b) = (Times::default(), Times::default());
    for round in 0..rounds + rounds / 10 + 1 {
        // Who goes first changes, so that neither always finds the other's leavings.
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

/// What is printed, and whether any bound was broken.
pub struct Report {
    only: Vec<String>,
    /// Whether a bound was broken.
    pub broken: bool,
}

impl Report {
    /// Of those whose name begins with one of these, or of all.
    pub fn new(only: Vec<String>) -> Self {
        Self { only, broken: false }
    }

    /// What the columns are.
    pub fn head() {
        println!(
            "{:<34} {:>10} {:>10} {:>6} {:>8} {:>8}",
            "", "ours", "bound's", "ratio", "(median)", "at most"
        );
    }

    /// Whether a name is asked for.
    pub fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|o| name.starts_with(o.as_str()))
    }

    /// Prints a line of a time that has a bound of its own.
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

    /// Prints a line.
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
