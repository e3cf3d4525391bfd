//! Words usage errors from clap as one sentence in the user's language.

use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use trivsel_words::text::printable;
use trivsel_words::{Arg, Lang, Words};

/// The sentence for a usage error, without the full stop; `None` if clap's own help is better.
pub(super) fn sentence(words: &Words, error: &Error) -> Option<String> {
    let one = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    };
    let clean = |text: String| -> Arg<'_> { printable(&text).into_owned().into() };
    let arg = || one(ContextKind::InvalidArg);
    let value = || one(ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let name = arg()?;
            let Some(value) = value().filter(|v| !v.is_empty()) else {
                return Some(words.with("usage-no-value", &[("arg", clean(name))]));
            };
            let expected = one(ContextKind::ValidValue).or_else(|| expected(words, &name));
            let mut args = vec![("arg", clean(name)), ("value", clean(value))];
            match expected {
                Some(expected) => {
                    args.push(("expected", clean(expected)));
                    words.with("usage-bad-value-expected", &args)
                }
                None => words.with("usage-bad-value", &args),
            }
        }
        ErrorKind::UnknownArgument => words.with("usage-unknown", &[("arg", clean(arg()?))]),
        ErrorKind::InvalidSubcommand => {
            words.with("usage-unknown-command", &[("arg", clean(one(ContextKind::InvalidSubcommand)?))])
        }
        ErrorKind::MissingRequiredArgument => words.with("usage-missing", &[("arg", clean(arg()?))]),
        ErrorKind::ArgumentConflict => {
            let args = [("arg", clean(arg()?)), ("other", clean(one(ContextKind::PriorArg)?))];
            words.with("usage-not-both", &args)
        }
        _ => return None,
    })
}

/// What the value of an argument should have been.
fn expected(words: &Words, arg: &str) -> Option<String> {
    let id = match arg.split([' ', '=']).next()? {
        "--from" | "--to" => "usage-expected-day",
        "--today" => "usage-expected-date",
        "--seal" => "usage-expected-seal",
        "--seats" => "usage-expected-seats",
        "[NORM]" => "usage-expected-norm",
        "--month" => "usage-expected-month",
        "--keep" => "usage-expected-keep",
        "--competency" => return Some(competencies(words)),
        _ => return None,
    };
    Some(words.get(id).to_owned())
}

/// The words of the language that `--competency` accepts.
fn competencies(words: &Words) -> String {
    use trivsel_domain::record::Competency;
    use trivsel_domain::value::Coded;
    Competency::ALL.iter().map(|c| words.code("competency", c.code())).collect::<Vec<_>>().join(", ")
}

/// Finds the language in a command line that could not be parsed.
pub(super) fn lang(args: impl Iterator<Item = OsString>) -> Option<Lang> {
    let args: Vec<OsString> = args.collect();
    let said = args.iter().enumerate().find_map(|(at, arg)| match arg.to_str()?.strip_prefix("--lang")? {
        "" => args.get(at + 1)?.to_str().map(str::to_owned),
        rest => rest.strip_prefix('=').map(str::to_owned),
    });
    let said = said.or_else(|| std::env::var("TRIVSEL_LANG").ok())?;
    Lang::ALL.iter().copied().find(|l| l.code().eq_ignore_ascii_case(&said))
}
