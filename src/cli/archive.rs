//! `trivsel archive`: records a decision of an archive that cases may be erased, and shows those on record.

use chrono::NaiveDate;
use clap::Args;
use trivsel_domain::decide::Action;
use trivsel_domain::record::{ArchiveDecision, Edit};
use trivsel_domain::value::ArchiveDecisionId;
use trivsel_store::mint;
use trivsel_words::keeping::archive_decision;

use super::failure::Failure;
use super::open_house::{OpenHouse, line};
use super::options::date;
use super::output::say;
use super::session::Session;

#[derive(Debug, Args)]
pub(super) struct Archive {
    #[arg(long, value_name = "NAME", requires_all = ["what", "on", "ended_until"])]
    archive: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "archive")]
    what: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date, requires = "archive")]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = date, requires = "archive")]
    ended_until: Option<NaiveDate>,
}

pub(super) fn run(session: &Session, args: &Archive) -> Result<(), Failure> {
    let mut open = OpenHouse::open(session)?;
    if let (Some(archive), Some(what), Some(on), Some(ended_until)) =
        (&args.archive, &args.what, args.on, args.ended_until)
    {
        let decision = ArchiveDecision {
            id: ArchiveDecisionId::from_u128(mint()),
            archive: line(session, archive)?,
            what: line(session, what)?,
            on,
            ended_until,
            by: open.staff.id,
        };
        open.perform(session, &Action::Save(vec![Edit::create(decision).into()]))?;
    }
    let staff = open.house.staff()?;
    for decision in open.house.archive_decisions()? {
        say(&archive_decision(&session.words, &staff, &decision))?;
    }
    Ok(())
}
