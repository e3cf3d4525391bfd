//! Why a command did not do what was asked, and how that is said.

use std::process::ExitCode;

use trivsel_domain::{Denied, Refusal};
use trivsel_store::StoreError;

use super::output;
use trivsel_words::Words;
use trivsel_words::refusal::reasons;
use trivsel_words::store_error::store_error;

/// Why a command failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// The house on the disk refuses or fails.
    Store(StoreError),
    /// The rules refuse.
    Refused(Refusal),
    /// What was said is wrong, a sentence each.
    Said(Vec<String>),
    /// Something is missing on the command line.
    Usage(String),
    /// The program's own data, or the terminal, failed.
    Other(anyhow::Error),
    /// Nobody reads the output any more.
    NobodyReads,
}

impl Failure {
    /// One sentence.
    pub fn said(sentence: impl Into<String>) -> Self {
        Self::Said(vec![sentence.into()])
    }

    /// Says why, and answers with the code to exit with.
    pub fn report(&self, words: &Words) -> ExitCode {
        let sentences = match self {
            Self::NobodyReads => return ExitCode::SUCCESS,
            Self::Store(error) => vec![store_error(words, error)],
            Self::Refused(refusal) => reasons(words, &[], refusal),
            Self::Said(sentences) => sentences.clone(),
            Self::Usage(sentence) => vec![sentence.clone()],
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
