//! The reasons a command fails, and how they are printed.

use std::io::ErrorKind;
use std::process::ExitCode;

use trivsel_domain::decide::{Denied, Refusal};
use trivsel_store::StoreError;

use super::output;
use trivsel_words::Words;
use trivsel_words::refusal::reasons;
use trivsel_words::store_error::{io_kind, store_error};

#[derive(Debug)]
pub(super) enum Failure {
    /// The store refused or failed.
    Store(StoreError),
    /// The rules refused.
    Refused(Refusal),
    /// The input is wrong; one sentence for each error.
    Said(Vec<String>),
    /// An option or argument is missing.
    Usage(String),
    /// The program's own data or the terminal failed.
    Other(anyhow::Error),
    /// Standard output takes no more.
    NotPrinted(ErrorKind),
    /// The reader of standard output is gone.
    NobodyReads,
}

impl Failure {
    /// A failure of one sentence.
    pub fn said(sentence: impl Into<String>) -> Self {
        Self::Said(vec![sentence.into()])
    }

    /// Prints the reason and returns the exit code.
    pub fn report(&self, words: &Words) -> ExitCode {
        let sentences = match self {
            Self::NobodyReads => return ExitCode::SUCCESS,
            Self::Store(error) => vec![store_error(words, error)],
            Self::Refused(refusal) => reasons(words, &[], refusal),
            Self::Said(sentences) => sentences.clone(),
            Self::Usage(sentence) => vec![sentence.clone()],
            Self::NotPrinted(kind) => {
                vec![words.with("cli-not-printed", &[("kind", io_kind(words, *kind).into())])]
            }
            Self::Other(error) => vec![format!("{error:#}")],
        };
        for sentence in sentences {
            output::complain(&output::ended(&sentence));
        }
        ExitCode::from(if matches!(self, Self::Usage(_)) { 2 } else { 1 })
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Denied<StoreError>> for Failure {
    fn from(denied: Denied<StoreError>) -> Self {
        match denied {
            Denied::Refused(refusal) => Self::Refused(refusal),
            Denied::Failed(error) => Self::Store(error),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Other(error)
    }
}
