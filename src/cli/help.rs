//! The help of every command in the user's language: its words from the Fluent files, its formats from `interchange`.

use clap::{Arg, ArgAction, Command};
use trivsel_interchange::help;
use trivsel_words::{Lang, Words};

/// Gives a command and those below it their words. `path` is their names, joined with `_`.
pub(super) fn in_language(words: &Words, command: Command, path: &str) -> Command {
    let inside = |name: &str| if path == ROOT { name.to_owned() } else { format!("{path}_{name}") };
    let about = words.code("command", &path.replace('-', "_")).to_owned();
    let long = match format(words.lang(), path) {
        Some(format) => help::filled(format),
        None if path == ROOT => format!("{about}\n\n{}", words.get("help-first")),
        None => about.clone(),
    };
    let mut help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    help = help.help(words.get("help-help").to_owned());
    // The options of every command stand after its own.
    let mut order = if path == ROOT { GLOBAL } else { 0 };
    let mut command = command
        .about(about)
        .long_about(long)
        .mut_args(|arg| {
            order += 1;
            explained(words, arg, &inside("")).display_order(order)
        })
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help.help_heading(words.get("help-options").to_owned()).display_order(LAST))
        .subcommand_help_heading(words.get("help-commands").to_owned())
        .subcommand_value_name(words.get("help-command").to_owned())
        .help_template(format!(
            "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
            words.get("help-usage")
        ));
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        let below = inside(&name);
        command = command.mut_subcommand(name, |c| in_language(words, c, &below));
    }
    command
}

/// The place of the first option that every command has.
const GLOBAL: usize = 100;
/// The place of `--help`, and after it `--version`.
pub(super) const LAST: usize = 200;
/// The path of `trivsel` itself.
pub(super) const ROOT: &str = "trivsel";

/// The help of one option: its words, then the values that it takes. Clap would say the latter in English.
fn explained(words: &Words, arg: Arg, inside: &str) -> Arg {
    let heading = words.get(if arg.is_positional() { "help-arguments" } else { "help-options" }).to_owned();
    let mut text = words.code("arg", &format!("{}{}", inside.replace('-', "_"), arg.get_id())).to_owned();
    let arg = arg.help_heading(heading);
    if !arg.get_action().takes_values() {
        return arg.help(text);
    }
    let values: Vec<String> = arg.get_possible_values().iter().map(|v| v.get_name().to_owned()).collect();
    let defaults: Vec<_> = arg.get_default_values().iter().map(|v| v.to_string_lossy()).collect();
    for (id, list) in [("help-values", values.join(", ")), ("help-default", defaults.join(", "))] {
        if !list.is_empty() {
            text += &format!(" [{}]", words.with(id, &[("list", list.into())]));
        }
    }
    arg.help(text).hide_possible_values(true).hide_default_value(true).hide_env(true)
}

/// The description of the files that a command reads or writes.
fn format(lang: Lang, path: &str) -> Option<&'static str> {
    let (english, danish) = match path {
        "import" => (help::IMPORT, help::danish::IMPORT),
        "import_cases" => (help::CASES, help::danish::CASES),
        "import_attendance" => (help::ATTENDANCE, help::danish::ATTENDANCE),
        "import_talks" => (help::TALKS, help::danish::TALKS),
        "import_ics" => (help::ICS, help::danish::ICS),
        "import_house" => (help::HOUSE, help::danish::HOUSE),
        "export" => (help::EXPORT, help::danish::EXPORT),
        _ => return None,
    };
    Some(match lang {
        Lang::Da => danish,
        Lang::En => english,
    })
}
