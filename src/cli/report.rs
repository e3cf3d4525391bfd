//! `trivsel report`: a document of a case as a file, for Word or to read and print.

pub(super) mod child;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use trivsel_domain::record::{DocumentKind, PlanDocument};
use trivsel_reports::{Format, Material, Paper, ReportKind, letter};
use trivsel_store::Access;
use trivsel_tui::load::report::material;

use super::failure::Failure;
use super::open_house::OpenHouse;
use super::output::{say, shown, write_private};
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
    format: Option<Kind>,
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Docx,
    Html,
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
    let mut open = OpenHouse::open(session)?;
    let case = child::case(session, &open.house, args.child.as_deref(), args.programme.as_deref())?;
    let today = session.clock.today();
    let material = material(&open.house, open.staff.id, case, today)?
        .ok_or_else(|| Failure::said(words.get("cli-report-no-child")))?;
    let paper = paper(session, &material, kind, args)?;
    let file = trivsel_reports::write(&paper, format).map_err(|error| Failure::Other(error.into()))?;
    // Logged before the file is there.
    let asker = open.asker(session);
    open.house.log_access(asker, &Access::Export { case: Some(case), what: kind.code().to_owned() })?;
    write_private(words, &args.to, &file, args.force)?;
    let name = material.dossier.child.name.as_str();
    let args = [("what", kind.name(words).into()), ("child", name.into()), ("path", shown(&args.to).into())];
    say(&words.with("report-written-to", &args))
}

fn paper(session: &Session, material: &Material, kind: ReportKind, args: &Report) -> Result<Paper, Failure> {
    match kind {
        ReportKind::Document(kind) => {
            let document = document(session, material, kind, args.version)?;
            Ok(letter::paper(&session.words, material, document))
        }
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
    found.ok_or_else(|| {
        let words = &session.words;
        let what = ReportKind::Document(kind).name(words);
        Failure::said(match version {
            Some(version) => {
                words.with("cli-report-no-version", &[("what", what.into()), ("version", version.into())])
            }
            None => words.with("cli-report-not-written", &[("what", what.into())]),
        })
    })
}
