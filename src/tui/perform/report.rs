//! Writing a document to a file outside the house, which is logged.

use std::env;
use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use trivsel_domain::value::Coded;
use trivsel_reports::{Format, letter};
use trivsel_store::{Access, StoreError, write_private};
use trivsel_words::store_error::io_kind;

use super::Performer;
use crate::load::report::material;
use crate::message::Message;
use crate::model::Model;
use crate::sheet::report::{NotWritten, Writing};

impl Performer {
    /// Writes a document to a new file that only the user can read. The log has it before the file is there.
    pub(super) fn write_report(&mut self, model: &Model, writing: &Writing) -> Message {
        match self.write(model, writing) {
            Ok(done) => Message::Written(Box::new(writing.clone()), done),
            Err(error) => Message::Failed(error),
        }
    }

    fn write(&mut self, model: &Model, writing: &Writing) -> Result<Result<String, NotWritten>, StoreError> {
        let path = expanded(&writing.to);
        let material = material(&self.house, model.me.id, writing.case, model.today())?;
        let document =
            material.as_ref().and_then(|m| m.dossier.documents.iter().find(|d| d.id == writing.document));
        let (Some(material), Some(document), Some(format)) = (&material, document, Format::of(&path)) else {
            return Ok(Err(NotWritten::Document));
        };
        let paper = letter::paper(&model.words, material, document);
        let Ok(file) = trivsel_reports::write(&paper, format) else { return Ok(Err(NotWritten::Document)) };
        let what = document.kind.code().to_owned();
        self.house.log_access(self.asker(model), &Access::Export { case: Some(writing.case), what })?;
        let written = write_private(&path, &file, false);
        let not = |error: Error| match error.kind() {
            ErrorKind::AlreadyExists => NotWritten::Exists,
            kind => NotWritten::File(io_kind(&model.words, kind)),
        };
        Ok(written.map(|()| path.display().to_string()).map_err(not))
    }
}

/// The path with the user's own folder in the place of `~`.
fn expanded(typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), env::var_os("HOME")) {
        (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => PathBuf::from(typed),
    }
}
