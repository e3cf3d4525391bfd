//! `trivsel import ics`: imports when a member of staff is busy, from a calendar of their own.

use clap::Args;
use trivsel_domain::decide::{Action, BusyTimes};
use trivsel_domain::record::Change;
use trivsel_domain::value::{Line, SchoolYear};
use trivsel_interchange::{Wanted, read_busy};
use trivsel_store::mint;
use trivsel_words::dates;

use super::super::failure::Failure;
use super::super::open_house::{OpenHouse, initials, member};
use super::super::options::Period;
use super::super::output::say;
use super::super::session::Session;
use super::{Source, read, refused};

#[derive(Debug, Args)]
pub(in crate::cli) struct Busy {
    #[command(flatten)]
    source: Source,
    #[arg(long, value_name = "INITIALS")]
    staff: Option<String>,
    #[command(flatten)]
    period: Period,
    #[arg(long)]
    titles: bool,
    #[arg(long)]
    all: bool,
}

pub(super) fn run(session: &Session, args: &Busy) -> Result<(), Failure> {
    let words = &session.words;
    let year = SchoolYear::of(session.clock.today());
    let (from, to) = args.period.or((year.first_day(), year.last_day()), words)?;
    let bytes = read(session, &args.source.file)?;
    let who = args.staff.as_deref().map(|who| initials(session, who)).transpose()?;
    let mut open = OpenHouse::open(session)?;
    let staff = match who {
        Some(who) => member(&open.house.staff()?, &who)?,
        None => open.staff.id,
    };
    let busy = Line::new(words.get("cli-busy")).map_err(anyhow::Error::from)?;
    let calendar = read_busy(&bytes, &Wanted { from, to, busy: &busy, titles: args.titles }, &mut mint);
    if !calendar.problems.is_empty() {
        return Err(refused(session, &open, &calendar.problems)?);
    }
    let (outside, free) = (calendar.outside, calendar.free);
    let action = Action::TakeInBusy(BusyTimes { staff, from, to, events: calendar.events, all: args.all });
    let changes = if args.source.dry_run {
        let asker = open.asker(session);
        open.house.check(asker, &action)?.changes
    } else {
        open.perform(session, &action)?.changes
    };
    let day = |date| dates::day_month_year(session.lang(), date);
    let count = |old: bool, new: bool| {
        let fits = |change: &&Change| {
            matches!(change, Change::Appointment(edit)
            if edit.old().is_some() == old && edit.new_state().is_some() == new)
        };
        changes.iter().filter(fits).count()
    };
    say(&words.with(
        if args.source.dry_run { "cli-would-import-busy" } else { "cli-imported-busy" },
        &[
            ("from", day(from).into()),
            ("to", day(to).into()),
            ("new", count(false, true).into()),
            ("changed", count(true, true).into()),
            ("gone", count(true, false).into()),
        ],
    ))?;
    for (id, count) in [("cli-busy-outside", outside), ("cli-busy-free", free)] {
        if count > 0 {
            say(&words.with(id, &[("count", count.into())]))?;
        }
    }
    Ok(())
}
