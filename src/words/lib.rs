//! All text the program shows, in Danish and English: messages from Fluent files, formatted dates and numbers,
//! parsers for typed dates and times, and text cleaned for display.
//!
//! To add a message, choose an id with at least one `-`, add it to the same file under `data/words/da/` and
//! `data/words/en/`, and use it in the source. A test reports a message that is missing or unused.

pub mod access;
pub mod arg;
pub mod backup;
pub mod beside;
pub mod change;
pub mod correspondence;
pub mod dates;
pub mod figure;
mod files;
pub mod gate;
pub mod heat;
pub mod house_tables;
pub mod keeping;
pub mod key_event;
pub mod mark;
pub mod merging;
pub mod moment;
pub mod names;
pub mod numbers;
pub mod obligations;
pub mod plan;
pub mod prefill;
pub mod problems;
pub mod programme;
pub mod refusal;
pub mod reported;
pub mod retained;
pub mod score;
pub mod series;
pub mod steps;
pub mod store_error;
pub mod talk;
pub mod text;
pub mod today;
pub mod typed_birth;
pub mod typed_class;
pub mod typed_date;
pub mod typed_minutes;
pub mod typed_people;
pub mod typed_score;
pub mod typed_time;

pub use arg::Arg;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use trivsel_domain::value::ProgrammeCode;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

/// The longest composed id that is looked up without allocating, in bytes.
const ID_ROOM: usize = 96;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Danish, the default.
    #[default]
    Da,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Da, Lang::En];

    /// The language of a stable code, `da` or `en`; anything else is `None`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The stable code, as in settings and `--lang`: `da` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::Da => "da",
            Lang::En => "en",
        }
    }

    fn id(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

/// The messages of one language. Built once at start and shared between threads.
pub struct Words {
    lang: Lang,
    /// Messages without arguments, resolved once because a frame asks for about two hundred of them.
    fixed: FxHashMap<Box<str>, Box<str>>,
    bundle: FluentBundle<FluentResource>,
    /// Placeholders for unknown ids. Each is leaked once so that `get` can return a `&str`.
    missing: Mutex<HashMap<String, &'static str>>,
}

impl Words {
    /// The program's own messages.
    #[must_use]
    pub fn new(lang: Lang) -> Words {
        Words::from_sources(lang, files::of(lang).iter().map(|(_, text)| *text))
    }

    /// Messages from the given Fluent texts instead of the program's own, for tests.
    ///
    /// A text that can't be parsed or an id defined twice panics in debug builds. Release builds keep what could be
    /// read.
    pub fn from_sources<'t>(lang: Lang, sources: impl IntoIterator<Item = &'t str>) -> Words {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.id()]);
        // Isolation marks are invisible characters that terminals draw as boxes.
        bundle.set_use_isolating(false);
        let mut ids = Vec::new();
        for source in sources {
            ids.extend(message_ids(source).map(str::to_owned));
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, errors)| {
                debug_assert!(false, "{}: a words file does not parse: {errors:?}", lang.code());
                partial
            });
            if let Err(errors) = bundle.add_resource(resource) {
                debug_assert!(false, "{}: words defined twice: {errors:?}", lang.code());
            }
        }
        let fixed = ids
            .into_iter()
            .filter_map(|id| {
                let text = resolve(&bundle, &id, None).ok()?;
                Some((id.into_boxed_str(), text.into_boxed_str()))
            })
            .collect();
        Words { lang, fixed, bundle, missing: Mutex::default() }
    }

    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `id`, which takes no arguments. Costs one hash lookup.
    ///
    /// An unknown id, or one that takes arguments, panics in debug builds and returns `⟨id⟩` in release builds.
    #[must_use]
    pub fn get(&self, id: &str) -> &str {
        match self.fixed.get(id) {
            Some(text) => text,
            None => self.stand_in(id),
        }
    }

    /// The message `{prefix}-{code}` of a coded value: `stage` and `start_up` give `stage-start-up`.
    ///
    /// Underscores in the code become hyphens, so stored codes can be passed unchanged. Does not allocate for ids
    /// of up to 96 bytes. An unknown id is handled as in [`Words::get`].
    #[must_use]
    pub fn code(&self, prefix: &str, code: &str) -> &str {
        let mut room = [0u8; ID_ROOM];
        let len = prefix.len() + 1 + code.len();
        let Some(id) = room.get_mut(..len) else { return self.get(&long_id(prefix, code)) };
        id[..prefix.len()].copy_from_slice(prefix.as_bytes());
        id[prefix.len()] = b'-';
        id[prefix.len() + 1..].copy_from_slice(code.as_bytes());
        for byte in &mut *id {
            if *byte == b'_' {
                *byte = b'-';
            }
        }
        match str::from_utf8(id) {
            Ok(id) => self.get(id),
            Err(_) => self.get(&long_id(prefix, code)),
        }
    }

    /// The message `{prefix}-{code}-in-{programme}` where a programme has words of its own, else `{prefix}-{code}`.
    #[must_use]
    pub fn code_in(&self, prefix: &str, code: &str, programme: Option<&ProgrammeCode>) -> &str {
        let own = programme.map(|p| format!("{}-in-{}", long_id(prefix, code), p.as_str()));
        own.and_then(|id| self.fixed.get(id.as_str()).map(AsRef::as_ref))
            .unwrap_or_else(|| self.code(prefix, code))
    }

    /// The message `id` with its arguments filled in, for example `&[("name", name.into()), ("count", 3.into())]`.
    ///
    /// Whole numbers choose the plural form. Format decimals, dates and times first and pass them as text. An
    /// unknown id or a missing argument panics in debug builds.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            filled.set(*name, arg.value());
        }
        match resolve(&self.bundle, id, Some(&filled)) {
            Ok(text) => text,
            Err(Unresolved::Unknown) => self.stand_in(id).to_owned(),
            Err(Unresolved::Incomplete(text)) => {
                debug_assert!(
                    false,
                    "{}: the message {id} asks for an argument it was not given",
                    self.lang.code()
                );
                text
            }
        }
    }

    /// A number of counted things, "1 barn" or "2 børn", from the message `count-{noun}`.
    #[must_use]
    pub fn count(&self, noun: &str, number: usize) -> String {
        self.with(&long_id("count", noun), &[("count", number.into())])
    }

    /// The placeholder for an unknown id. It is never the raw id, which could be mistaken for a word.
    fn stand_in(&self, id: &str) -> &str {
        debug_assert!(false, "{}: no message {id} without arguments", self.lang.code());
        let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        missing.entry(id.to_owned()).or_insert_with(|| Box::leak(format!("⟨{id}⟩").into_boxed_str()))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("lang", &self.lang)
            .field("fixed", &self.fixed.len())
            .finish_non_exhaustive()
    }
}

/// The Fluent files of a language as (name, text), in reading order.
#[must_use]
pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    files::of(lang)
}

/// A message of one line of a file as each language has it: a name in a record stays in the language it was written in.
///
/// A message of several lines is not found.
pub fn in_every_language(room: &str, id: &str) -> impl Iterator<Item = &'static str> {
    let named = |lang: Lang| {
        let file = format!("{}/{room}.ftl", lang.code());
        sources(lang).iter().find(|(name, _)| *name == file).map(|(_, text)| *text)
    };
    let texts: Vec<&'static str> = Lang::ALL.into_iter().filter_map(named).collect();
    texts.into_iter().flat_map(str::lines).filter_map(move |line| line.strip_prefix(id)?.strip_prefix(" = "))
}

/// The ids a Fluent text defines. In Fluent syntax only a message starts a line with a letter.
pub fn message_ids(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (id, _) = line.split_once('=')?;
        line.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| id.trim_end())
    })
}

enum Unresolved {
    Unknown,
    Incomplete(String),
}

fn resolve(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    args: Option<&FluentArgs<'_>>,
) -> Result<String, Unresolved> {
    let message = bundle.get_message(id).ok_or(Unresolved::Unknown)?;
    let pattern = message.value().ok_or(Unresolved::Unknown)?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
    if errors.is_empty() { Ok(text) } else { Err(Unresolved::Incomplete(text)) }
}

fn long_id(prefix: &str, code: &str) -> String {
    format!("{prefix}-{code}").replace('_', "-")
}
