//! Three processes compete for the last seat: one gets it, the others are told who did.
//!
//! The processes are this test binary, started again for one of its tests.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use chrono::{Days, NaiveDate};
use trivsel_domain::decide::{Action, Denied, Reason};
use trivsel_domain::record::{Outcome, Priority, Standing};
use trivsel_domain::rules::steps::{Missing, StepOrder, StepTo};
use trivsel_domain::value::{CaseId, Line, StaffId, Stage};
use trivsel_store::{Asker, House, HouseFolder};

use crate::store::Place;
use crate::store::fixed_key;
use crate::store::service::{case, case_id, fill, founding, person, profiles, reopen, seated_cases, today};

/// The number of competing processes.
const FIGHTERS: u64 = 3;
/// The environment variable with the path of the house.
const WHERE: &str = "TRIVSEL_TEST_LAST_SEAT";
/// The prefix of a competitor's answers, which tells them from the output of the test runner.
const ANSWER: &str = "seat: ";

/// Every round is a day of its own; on the next day the winner has left and the seat is free again.
fn day(round: u64) -> NaiveDate {
    today() + Days::new(round)
}

fn asker(fighter: u64, round: u64) -> Asker {
    Asker::new(staff(fighter), day(round).and_hms_opt(9, 0, 0).expect("a time"))
}

fn staff(fighter: u64) -> StaffId {
    StaffId::from_u128(1 + u128::from(fighter))
}

fn step(case: CaseId, from: Stage, to: StepTo, on: NaiveDate, reason: Option<Line>) -> Action {
    Action::Step(Box::new(StepOrder { case, from, to, on, waive: vec![], reason }))
}

/// Runs as a competitor when started by the test below; otherwise does nothing.
#[test]
fn a_fighter() {
    let Some(place) = std::env::var_os(WHERE) else { return };
    let folder = HouseFolder::open(PathBuf::from(place)).expect("a folder");
    let mut house = reopen(&folder);
    for line in std::io::stdin().lines() {
        let numbers: Vec<u64> =
            line.expect("a line").split(' ').map(|n| n.parse().expect("a number")).collect();
        let (fighter, round, n) = (numbers[0], numbers[1], numbers[2]);
        let admit = step(case_id(n.into()), Stage::Waiting, StepTo::Admitted, day(round), None);
        let answer = match house.perform(asker(fighter, round), &admit) {
            Ok(_) => "mine".to_owned(),
            Err(Denied::Refused(refusal)) => told(refusal.reasons()),
            Err(Denied::Failed(error)) => format!("failed {error:?}"),
        };
        println!("\n{ANSWER}{answer}");
    }
}

/// The person named by the only reason.
fn told(reasons: &[Reason]) -> String {
    if let [Reason::Unmet(unmet)] = reasons
        && let [Missing::Seat { norm: 16, taken: Some(taken) }] = &unmet.missing[..]
    {
        return format!("theirs {} {}", taken.by.as_u128(), taken.case.as_u128());
    }
    format!("refused {reasons:?}")
}

struct Fighter {
    process: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Fighter {
    fn start(folder: &HouseFolder) -> Self {
        let mut process = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "store::last_seat::a_fighter", "--nocapture", "--test-threads=1"])
            .env_clear()
            .env(WHERE, folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let asks = process.stdin.take().expect("its input");
        let answers = BufReader::new(process.stdout.take().expect("its output"));
        Self { process, asks, answers }
    }

    fn answer(&mut self) -> String {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.answers.read_line(&mut line).expect("a line") > 0, "the process has ended");
            if let Some(answer) = line.trim_end().strip_prefix(ANSWER) {
                return answer.to_owned();
            }
        }
    }
}

/// A house with fifteen taken seats and three waiting children per round.
fn house_of_fifteen(place: &Place, rounds: u64) -> HouseFolder {
    let folder = HouseFolder::create_throwaway(&place.path).expect("a folder");
    let at = founding_day();
    let mut house = House::found(&folder, &fixed_key(7), profiles(), &founding(), at).expect("a house");
    let mut cases = seated_cases(15);
    let waiting = Standing::Waiting { priority: Priority::Normal, last_contact: Some(today()) };
    cases.extend((16..16 + rounds + FIGHTERS).map(|n| case(n.into(), waiting.clone())));
    fill(&mut house, cases, |records| records.staff.push(person(3, "Åse Ærø", "Å")));
    folder
}

fn founding_day() -> chrono::NaiveDateTime {
    crate::store::service::founded()
}

#[test]
fn three_processes_fight_for_the_last_seat() {
    fight(20);
}

#[test]
#[ignore = "long: 200 rounds"]
fn three_processes_fight_for_the_last_seat_two_hundred_times() {
    fight(200);
}

fn fight(rounds: u64) {
    let place = Place::new();
    let folder = house_of_fifteen(&place, rounds);
    let mut house = reopen(&folder);
    let mut fighters: Vec<Fighter> = (0..FIGHTERS).map(|_| Fighter::start(&folder)).collect();
    let mut children: Vec<u64> = (16..16 + FIGHTERS).collect();
    let mut won = [0; FIGHTERS as usize];
    for round in 0..rounds {
        for (who, (fighter, child)) in (0..).zip(fighters.iter_mut().zip(&children)) {
            writeln!(fighter.asks, "{who} {round} {child}").expect("asked");
        }
        let answers: Vec<String> = fighters.iter_mut().map(Fighter::answer).collect();
        let winners: Vec<usize> = (0..answers.len()).filter(|n| answers[*n] == "mine").collect();
        let [winner] = winners[..] else { panic!("round {round}: {answers:?}") };
        let got = case_id(children[winner].into());
        let theirs = format!("theirs {} {}", staff(winner as u64).as_u128(), got.as_u128());
        let lost = answers.iter().enumerate().filter(|(n, _)| *n != winner);
        assert!(lost.clone().all(|(_, answer)| *answer == theirs), "round {round}: {answers:?}");
        assert_eq!(house.cases_on(day(round)).expect("cases").len(), 16, "round {round}");
        let moved = StepTo::Closed { outcome: Outcome::Moved, place: None };
        let reason = Line::new("Flyttet igen").ok();
        let free = step(got, Stage::Admitted, moved, day(round + 1), reason);
        house.perform(asker(0, round), &free).expect("free again");
        won[winner] += 1;
        children[winner] = 16 + FIGHTERS + round;
    }
    for Fighter { mut process, asks, .. } in fighters {
        drop(asks);
        assert!(process.wait().expect("an end").success());
    }
    assert_eq!(won.iter().sum::<u64>(), rounds);
    house.verify().expect("sound");
}
