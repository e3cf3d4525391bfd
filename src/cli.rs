//! The command line, with the same rules and refusals as the screen.
//!
//! Exit code 0 means done, 1 refused or failed, 2 wrong usage. Errors go to standard error, one sentence each. A
//! passphrase is never an argument.

mod archive;
mod audit;
mod backup;
mod check;
mod demo;
mod erase;
mod export;
mod failure;
mod help;
mod import;
mod init;
mod keys;
mod open_house;
mod options;
mod output;
mod passphrase;
mod recovery;
mod report;
mod restore;
mod screen;
mod seats;
mod session;
mod shield;
mod staff;
mod stats;
mod strength;
mod today;
mod usage;
mod welcome;

use std::process::ExitCode;

use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};

use failure::Failure;
use options::Options;
use session::Session;

use trivsel_words::Words;
use trivsel_words::text::printable;

#[derive(Debug, Parser)]
#[command(name = "trivsel", version, disable_version_flag = true)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Init),
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    #[command(subcommand)]
    Import(import::Import),
    Export(export::Export),
    Check(check::Check),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Erase(erase::Erase),
    Archive(archive::Archive),
    Seats(seats::Seats),
    Today(today::Today),
    Stats(stats::Stats),
    Report(report::Report),
    Audit(audit::Audit),
    Keys,
    Demo,
}

#[must_use]
pub fn main() -> ExitCode {
    shield::freed_memory();
    shield::process();
    shield::long_files();
    let words = Words::new(session::lang(usage::lang(std::env::args_os())));
    quiet_panics(words.get("panic-sentence").to_owned());
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version
        .help(words.get("help-version").to_owned())
        .help_heading(words.get("help-options").to_owned())
        .display_order(help::LAST + 1);
    let command = help::in_language(&words, Cli::command(), help::ROOT);
    let cli = match command.arg(version).try_get_matches().and_then(|m| Cli::from_arg_matches(&m)) {
        Ok(cli) => cli,
        Err(error) => return wrong_usage(&words, &error),
    };
    let session = Session::new(cli.options);
    match run(&session, cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let code = failure.report(&session.words);
            backup::name_newest(&session, &failure);
            code
        }
    }
}

fn run(session: &Session, command: Option<Command>) -> Result<(), Failure> {
    match command {
        None => welcome::run(session),
        Some(Command::Init(args)) => init::run(session, &args),
        Some(Command::Staff(args)) => staff::run(session, &args),
        Some(Command::Import(args)) => import::run(session, &args),
        Some(Command::Export(args)) => export::run(session, &args),
        Some(Command::Check(args)) => check::run(session, &args),
        Some(Command::Backup(args)) => backup::run(session, &args),
        Some(Command::Restore(args)) => restore::run(session, &args),
        Some(Command::Erase(args)) => erase::run(session, &args),
        Some(Command::Archive(args)) => archive::run(session, &args),
        Some(Command::Seats(args)) => seats::run(session, &args),
        Some(Command::Today(args)) => today::run(session, &args),
        Some(Command::Stats(args)) => stats::run(session, &args),
        Some(Command::Report(args)) => report::run(session, &args),
        Some(Command::Audit(args)) => audit::run(session, &args),
        Some(Command::Keys) => keys::run(session),
        Some(Command::Demo) => demo::run(session),
    }
}

/// Replaces the panic message, which may quote a name or a note, with a fixed sentence and the location.
fn quiet_panics(sentence: String) {
    std::panic::set_hook(Box::new(move |info| {
        let place = info.location().map(|l| format!(" ({}:{})", l.file(), l.line())).unwrap_or_default();
        output::complain(&format!("{sentence}{place}"));
    }));
}

/// Prints help and version to standard output, and usage errors to standard error with exit code 2.
fn wrong_usage(words: &Words, error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    let text = printable(&text);
    if error.use_stderr() {
        match usage::sentence(words, error) {
            Some(sentence) => output::complain(&output::ended(&sentence)),
            None => output::complain(text.trim_end()),
        }
        ExitCode::from(2)
    } else {
        match output::print(&text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }
}
