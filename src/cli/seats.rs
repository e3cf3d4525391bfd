//! `trivsel seats`: shows or sets the norm of each programme.

use clap::Args;
use trivsel_domain::decide::Action;
use trivsel_domain::rules::seats::occupied;
use trivsel_domain::value::{ProgrammeCode, SeatNorm};

use super::failure::Failure;
use super::init::unknown;
use super::open_house::OpenHouse;
use super::output::say;
use super::session::Session;
use trivsel_words::programme::programme;

#[derive(Debug, Args)]
pub(super) struct Seats {
    #[arg(requires = "norm")]
    programme: Option<String>,
    #[arg(value_parser = norm)]
    norm: Option<SeatNorm>,
}

fn norm(text: &str) -> Result<SeatNorm, &'static str> {
    if text == "unlimited" || text == "ubegrænset" {
        return Ok(SeatNorm::Unlimited);
    }
    let number = text.parse().ok().and_then(|n| SeatNorm::limited(n).ok());
    number.ok_or("a number from 1 to 99, or unlimited")
}

pub(super) fn run(session: &Session, args: &Seats) -> Result<(), Failure> {
    let mut open = OpenHouse::open(session)?;
    if let (Some(code), Some(norm)) = (&args.programme, args.norm) {
        let programme = ProgrammeCode::new(code).map_err(|_| unknown(session, code))?;
        open.perform(session, &Action::SetSeats { programme, norm })?;
    }
    show(session, &open)
}

fn show(session: &Session, open: &OpenHouse) -> Result<(), Failure> {
    let cases = open.house.cases()?;
    for (profile, ours) in open.house.programmes()? {
        let held = occupied(&cases, &ours.code, session.clock.today()).len();
        let name = programme(session.lang(), &profile);
        let mut args =
            vec![("name", name.into()), ("code", ours.code.as_str().into()), ("held", held.into())];
        say(&match ours.seats.number() {
            Some(norm) => {
                args.push(("norm", norm.into()));
                session.words.with("cli-seats", &args)
            }
            None => session.words.with("cli-seats-unlimited", &args),
        })?;
    }
    Ok(())
}
