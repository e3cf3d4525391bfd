//! How dear a mark is beside a bare commit, and the questions of the screens with thirty years on record. Measured
//! when asked for (`--run-ignored only`), since a busy machine is no fault of the program.

use std::time::{Duration, Instant};

use trivsel_domain::{Action, CaseId, Day, Mark, StaffId, Standing};
use trivsel_store::{House, HouseFolder, TalkQuery};

use crate::store::service::{
    SOREN, at, case, case_id, closed, date, fill, founded, founding, mark_today, profiles, reopen, seated,
    soren, talk, today,
};
use crate::store::{Place, bare_house, fixed_key, raw};

const ROUNDS: u32 = 400;

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Sixteen seated now and 484 closed before them, 200 days and 200 talks each.
fn thirty_years(place: &Place) -> HouseFolder {
    let folder = HouseFolder::create_throwaway(&place.path).expect("a folder");
    let mut house =
        House::found(&folder, &fixed_key(7), profiles(), &founding(), founded()).expect("a house");
    let mut cases = Vec::new();
    for n in 1..=500_u16 {
        let mut case =
            case(u128::from(n), if n <= 16 { seated(n) } else { closed(n % 16 + 1, "2000-01-01") });
        if let Standing::Closed { stay, closing } = &mut case.standing {
            stay.from =
                date("1995-08-12").checked_add_days(chrono::Days::new(u64::from(n - 17) / 16 * 360)).unwrap();
            closing.on = stay.from.checked_add_days(chrono::Days::new(350)).unwrap();
        }
        cases.push(case);
    }
    let long = "Lang samtale om hjem, skole og søvn. ".repeat(30);
    fill(&mut house, cases.clone(), |records| {
        for (n, case) in (1_u128..).zip(&cases) {
            let from = case.stay().unwrap().from;
            for (i, day) in from.iter_days().take(200).enumerate() {
                let i = i as u128;
                records.days.push(Day { first: Some(Mark::Present), ..Day::blank(case.id, day) });
                let mut talk = talk(n * 1000 + i, Some(n), &day.to_string(), true);
                talk.text = trivsel_domain::LongText::new(&long).unwrap();
                records.talks.push(talk);
            }
        }
    });
    folder
}

/// Medians of a bare commit of one row and of a mark, taken in turn; the rows in a house of their own, so that
/// neither empties the other's cache.
fn bare_and_mark(folder: &HouseFolder) -> (Duration, Duration) {
    let mut house = reopen(folder);
    let beside = Place::new();
    let conn = raw(&bare_house(&beside));
    conn.execute_batch(
        "PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS bare (n INTEGER PRIMARY KEY, t TEXT)",
    )
    .unwrap();
    let mut insert = conn.prepare("INSERT INTO bare (t) VALUES ('én række')").unwrap();
    let (mut bare, mut marks) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let start = Instant::now();
        insert.execute([]).unwrap();
        bare.push(start.elapsed());
        // Another mark than there is, every time.
        let kind = if round / 16 % 2 == 0 { Mark::Sick } else { Mark::Leave };
        let start = Instant::now();
        let receipt = mark_today(&mut house, at(SOREN, round % 60), 1 + u128::from(round % 16), kind);
        marks.push(start.elapsed());
        assert!(receipt.step.is_some());
    }
    (median(bare), median(marks))
}

fn timed<T>(what: &str, work: impl Fn() -> T) -> Duration {
    let once = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    let time = median((0..20).map(|_| once()).collect());
    println!("{what}: {time:?}");
    time
}

#[test]
#[ignore = "measures"]
fn a_mark_costs_less_than_two_bare_commits_and_screens_stay_quick() {
    let place = Place::new();
    let started = Instant::now();
    let folder = thirty_years(&place);
    println!(
        "filled in {:?}, {} MB",
        started.elapsed(),
        std::fs::metadata(folder.database()).unwrap().len() >> 20
    );
    let (bare, mark) = bare_and_mark(&folder);
    let ratio = mark.as_secs_f64() / bare.as_secs_f64();
    println!("bare commit {bare:?}, mark {mark:?}, ratio {ratio:.2}");
    let mut house = reopen(&folder);
    let open: Vec<CaseId> = house.open_cases().unwrap().iter().map(|c| c.id).collect();
    assert_eq!(open.len(), 16);
    let query = TalkQuery { case: Some(case_id(1)), reader: SOREN, limit: 50 };
    let screens = [
        timed("open", || reopen(&folder)),
        timed("cases on today", || house.cases_on(today()).unwrap()),
        timed("cases on a day in 2010", || house.cases_on(date("2010-03-01")).unwrap()),
        timed("open cases", || house.open_cases().unwrap()),
        timed("a quarter's days of the open cases", || {
            house.days(&open, date("2026-08-01"), today()).unwrap()
        }),
        timed("fifty talks of a case", || house.talks(&query).unwrap()),
        timed("fifty talks of all", || house.talks(&TalkQuery { case: None, ..query }).unwrap()),
        timed("last talks", || house.last_talks(&open).unwrap()),
        timed("history of a day", || house.history_of_day(case_id(1), today()).unwrap()),
    ];
    let start = Instant::now();
    // A colleague who never did anything: the whole history is searched.
    house.perform(at(StaffId::from_u128(99), 1), &Action::Undo).expect_err("nothing to undo");
    println!("nothing to undo: {:?}", start.elapsed());
    let start = Instant::now();
    house.perform(soren(), &Action::Undo).unwrap();
    println!("undo: {:?}", start.elapsed());
    let start = Instant::now();
    house.verify().unwrap();
    println!("verify: {:?}", start.elapsed());
    assert!(ratio < 2.0, "{ratio}");
    assert!(screens.iter().all(|t| *t < Duration::from_millis(20)), "{screens:?}");
}
