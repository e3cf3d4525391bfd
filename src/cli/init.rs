//! `trivsel init`: founds a house.

use clap::Args;
use secrecy::SecretString;
use trivsel_domain::decide::Reason;
use trivsel_domain::record::{HouseProgramme, Programme, Staff};
use trivsel_domain::value::{Initials, PersonName, ProgrammeCode, SeatNorm, StaffId};
use trivsel_store::{Cost, Founding, House, HouseFolder, RecoveryKey, mint};

use super::failure::Failure;
use super::open_house::{initials, no_place};
use super::output::{say, shown};
use super::session::Session;
use super::{passphrase, recovery};
use trivsel_words::text::clean_line;

#[derive(Debug, Args)]
pub(super) struct Init {
    #[arg(long)]
    name: String,
    #[arg(long)]
    initials: String,
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=99))]
    seats: Option<u16>,
    #[arg(long, value_delimiter = ',', default_values = ["skolefravaer", "trivsel"])]
    programme: Vec<String>,
}

pub(super) fn run(session: &Session, args: &Init) -> Result<(), Failure> {
    let staff = founder(session, &args.name, &args.initials)?;
    let programmes = chosen(session, &args.programme, args.seats)?;
    let passphrase = passphrase::founding(session, &staff)?;
    let (house, recovery) = found(session, staff, programmes, &passphrase)?;
    let path = house.folder().map(|f| shown(f.path())).unwrap_or_default();
    say(&session.words.with("cli-founded", &[("path", path.into())]))?;
    recovery::show(session, &recovery, "cli-recovery-key")
}

pub(super) fn founder(session: &Session, name: &str, text: &str) -> Result<Staff, Failure> {
    Ok(colleague(person_name(session, name)?, initials(session, text)?))
}

/// A new member of staff with nothing but a name and initials.
pub(super) fn colleague(name: PersonName, initials: Initials) -> Staff {
    Staff {
        id: StaffId::from_u128(mint()),
        name,
        initials,
        competencies: Vec::new(),
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}

/// Parses a typed name.
pub(super) fn person_name(session: &Session, name: &str) -> Result<PersonName, Failure> {
    let bad = |_| Failure::Usage(session.words.get("cli-bad-name").to_owned());
    PersonName::new(&clean_line(name)).map_err(bad)
}

/// Looks up programmes by code and sets the requested norm on those that have one.
pub(super) fn chosen(
    session: &Session,
    codes: &[String],
    seats: Option<u16>,
) -> Result<Vec<HouseProgramme>, Failure> {
    let shipped = trivsel_defaults::programmes()?;
    let norm = |programme: &Programme| match (programme.seats(), seats) {
        (SeatNorm::Limited(_), Some(asked)) => SeatNorm::Limited(asked),
        (norm, _) => norm,
    };
    let mut programmes: Vec<HouseProgramme> = Vec::new();
    for code in codes {
        let found = shipped.iter().find(|p| p.code().as_str() == code);
        let Some(programme) = found else { return Err(unknown(session, code)) };
        if !programmes.iter().any(|p| p.code == *programme.code()) {
            programmes.push(HouseProgramme { code: programme.code().clone(), seats: norm(programme) });
        }
    }
    Ok(programmes)
}

/// The failure for an unknown programme code.
pub(super) fn unknown(session: &Session, code: &str) -> Failure {
    match ProgrammeCode::new(code) {
        Ok(code) => Failure::Refused(Reason::NoSuchProgramme(code).into()),
        Err(_) => match trivsel_defaults::programmes() {
            Ok(shipped) => {
                let known: Vec<&str> = shipped.iter().map(|p| p.code().as_str()).collect();
                let args = [("code", code.into()), ("known", known.join(", ").into())];
                Failure::Usage(session.words.with("cli-bad-programme", &args))
            }
            Err(error) => error.into(),
        },
    }
}

/// Founds the house in the session's folder.
pub(super) fn found(
    session: &Session,
    staff: Staff,
    programmes: Vec<HouseProgramme>,
    passphrase: &SecretString,
) -> Result<(House, RecoveryKey), Failure> {
    let path = session.house().ok_or_else(|| no_place(session))?;
    let closures = trivsel_defaults::closures(mint)?;
    let founding = Founding { id: mint(), staff, programmes, closures };
    let folder = HouseFolder::create(path)?;
    let profiles = trivsel_defaults::programmes()?;
    Ok(House::create(&folder, passphrase, Cost::Standard, profiles, &founding, session.clock.moment())?)
}
