//! `trivsel report`: a document of a case as a file, for Word or to read and print.

pub(super) mod child;
mod request;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use trivsel_domain::record::{DocumentKind, PlanDocument};
use trivsel_domain::rules::house_figures::{Span, SpanKind};
use trivsel_domain::value::CaseId;
use trivsel_reports::request::StaffAs;
use trivsel_reports::{Format, Material, Paper, ReportKind, attendance, letter, teaching};
use trivsel_tui::load::report::material;

use super::failure::Failure;
use super::open_house::{OpenHouse, line};
use super::options::date;
use super::output::{refuse_existing, say, shown, write_logged};
use super::session::Session;

#[derive(Debug, Args)]
pub(super) struct Report {
    #[arg(value_parser = PossibleValuesParser::new(ReportKind::all().map(ReportKind::code)))]
    kind: String,
    child: Option<String>,
    #[arg(long, value_name = "CODE")]
    programme: Option<String>,
    #[arg(long, value_name = "N")]
    version: Option<u32>,
    #[arg(long, value_enum)]
    period: Option<Stretch>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<NaiveDate>,
    #[arg(long, value_enum)]
    staff: Option<Naming>,
    #[arg(long)]
    leave_out_restricted: bool,
    #[arg(long)]
    leave_out_third_parties: bool,
    #[arg(long, value_enum)]
    format: Option<Kind>,
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Docx,
    Html,
}

/// The period of an attendance sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Stretch {
    Month,
    SchoolYear,
}

impl From<Stretch> for SpanKind {
    fn from(stretch: Stretch) -> Self {
        match stretch {
            Stretch::Month => Self::Month,
            Stretch::SchoolYear => Self::SchoolYear,
        }
    }
}

/// How the staff are named in the answer to a request for access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Naming {
    Names,
    Initials,
    Roles,
}

impl From<Naming> for StaffAs {
    fn from(naming: Naming) -> Self {
        match naming {
            Naming::Names => Self::Names,
            Naming::Initials => Self::Initials,
            Naming::Roles => Self::Roles,
        }
    }
}

impl From<Kind> for Format {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Docx => Self::Docx,
            Kind::Html => Self::Html,
        }
    }
}

pub(super) fn run(session: &Session, args: &Report) -> Result<(), Failure> {
    let words = &session.words;
    let usage = |id| Failure::Usage(words.get(id).to_owned());
    // The end of the name says the format, unless an option does.
    let format = args.format.map(Format::from).or_else(|| Format::of(&args.to));
    let format = format.ok_or_else(|| usage("cli-report-format"))?;
    let kind = ReportKind::from_code(&args.kind).ok_or_else(|| usage("cli-report-kind"))?;
    let why = args.why.as_deref().map(|text| line(session, text)).transpose()?;
    refuse_existing(words, &args.to, args.force)?;
    let mut open = OpenHouse::open(session)?;
    let cases = child::cases(session, &open.house, args.child.as_deref(), args.programme.as_deref())?;
    let (paper, cases) = match kind {
        ReportKind::AccessRequest => request::paper(session, &mut open, &cases, args)?,
        kind => of_one_case(session, &open, &cases, kind, args)?,
    };
    let file = trivsel_reports::write(&paper, format).map_err(|error| Failure::Other(error.into()))?;
    let asker = open.asker(session);
    let log = || Ok(open.house.log_export(asker, &cases, kind.code(), why.as_ref()).map(drop)?);
    write_logged(words, &args.to, &file, args.force, log)?;
    let path = shown(&args.to);
    say(&words.with("report-written-to", &[("what", kind.name(words).into()), ("path", path.into())]))
}

/// The report of the first case that has what is asked for.
fn of_one_case(
    session: &Session,
    open: &OpenHouse,
    cases: &[CaseId],
    kind: ReportKind,
    args: &Report,
) -> Result<(Paper, Vec<CaseId>), Failure> {
    let mut missing = Failure::said(session.words.get("cli-report-no-child"));
    for (n, case) in cases.iter().enumerate() {
        let read = material(&open.house, open.staff.id, *case, session.clock.today())?;
        let Some(material) = read else { continue };
        match paper(session, &material, kind, args) {
            Ok(paper) => return Ok((paper, vec![*case])),
            Err(failure) if n == 0 => missing = failure,
            Err(_) => {}
        }
    }
    Err(missing)
}

/// A report of one case.
fn paper(session: &Session, material: &Material, kind: ReportKind, args: &Report) -> Result<Paper, Failure> {
    let words = &session.words;
    match kind {
        ReportKind::Document(kind) => {
            let document = document(session, material, kind, args.version)?;
            Ok(letter::paper(words, material, document))
        }
        ReportKind::TeachingPlan => teaching::paper(words, material, args.version).ok_or_else(|| {
            let what = ReportKind::TeachingPlan.name(words);
            missing(session, what, args.version)
        }),
        ReportKind::AttendanceSheet => {
            let period = args.period.map_or(SpanKind::SchoolYear, SpanKind::from);
            let span = Span::around(period, args.on.unwrap_or(material.today));
            attendance::paper(words, material, span)
                .ok_or_else(|| Failure::said(words.get("cli-report-not-enrolled")))
        }
        // It is of a child, and made from every record of the house.
        ReportKind::AccessRequest => Err(Failure::Usage(words.get("cli-report-kind").to_owned())),
    }
}

/// The version asked for; without one the latest signed, or the draft if none is.
fn document<'a>(
    session: &Session,
    material: &'a Material,
    kind: DocumentKind,
    version: Option<u32>,
) -> Result<&'a PlanDocument, Failure> {
    let versions = || material.dossier.documents.iter().filter(move |d| d.kind == kind);
    let found = match version {
        Some(version) => versions().find(|d| d.version == version),
        None => versions()
            .filter(|d| d.signed.is_some())
            .max_by_key(|d| d.version)
            .or_else(|| versions().max_by_key(|d| d.version)),
    };
    found.ok_or_else(|| missing(session, ReportKind::Document(kind).name(&session.words), version))
}

/// The failure for a version that is not there, or for a document of which there is none.
fn missing(session: &Session, what: &str, version: Option<u32>) -> Failure {
    Failure::said(match version {
        Some(version) => {
            let args = [("what", what.into()), ("version", version.into())];
            session.words.with("cli-report-no-version", &args)
        }
        None => session.words.with("cli-report-not-written", &[("what", what.into())]),
    })
}
