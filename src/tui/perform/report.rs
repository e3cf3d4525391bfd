//! Writing a report of a case to a file outside the house, which is logged.

use std::env;
use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use trivsel_domain::value::CaseId;
use trivsel_reports::{Format, Material, Paper, ReportKind, attendance, letter, teaching};
use trivsel_store::{StoreError, write_private_after};
use trivsel_words::Words;
use trivsel_words::store_error::not_written;

use super::Performer;
use crate::load::report::{answer, material};
use crate::message::Message;
use crate::model::Model;
use crate::sheet::report::{NotWritten, Writing, Written};

impl Performer {
    /// Writes a report to a new file that only the user can read. The log has it before the file is there, and has
    /// nothing of one that can't be written.
    pub(super) fn write_report(&mut self, model: &Model, writing: &Writing) -> Message {
        match self.write(model, writing) {
            Ok(done) => Message::Written(Box::new(writing.clone()), done),
            Err(error) => Message::Failed(error),
        }
    }

    fn write(&mut self, model: &Model, writing: &Writing) -> Result<Result<String, NotWritten>, StoreError> {
        let path = expanded(&writing.to);
        let (kind, paper, cases) = match self.made(model, writing)? {
            Ok(made) => made,
            Err(why) => return Ok(Err(why)),
        };
        let file = Format::of(&path).and_then(|format| trivsel_reports::write(&paper, format).ok());
        let Some(file) = file else { return Ok(Err(NotWritten::Gone)) };
        let asker = self.asker(model);
        let log = || self.house.log_export(asker, &cases, kind.code(), None).map(drop);
        let written = write_private_after(&path, &file, false, log)?;
        let not = |error: Error| match error.kind() {
            ErrorKind::AlreadyExists => NotWritten::Exists,
            kind => NotWritten::File(not_written(&model.words, kind)),
        };
        Ok(written.map(|()| path.display().to_string()).map_err(not))
    }

    /// What is written, as a paper, and the cases that it is about.
    fn made(&self, model: &Model, writing: &Writing) -> Result<Result<Made, NotWritten>, StoreError> {
        let (words, today) = (&model.words, model.today());
        if let Written::Access(reviewed) = &writing.what {
            let answer = answer(words, &self.house, &self.house.records()?, reviewed, today)?;
            let answer = answer.map(|(paper, cases)| (ReportKind::AccessRequest, paper, cases));
            return Ok(answer.ok_or(NotWritten::Gone));
        }
        let Some(material) = material(&self.house, model.me.id, writing.case, today)? else {
            return Ok(Err(NotWritten::Gone));
        };
        let paper = paper(words, &material, &writing.what);
        Ok(paper.map(|(kind, paper)| (kind, paper, vec![writing.case])))
    }
}

type Made = (ReportKind, Paper, Vec<CaseId>);

/// What is written of one case, as a paper.
fn paper(words: &Words, material: &Material, what: &Written) -> Result<(ReportKind, Paper), NotWritten> {
    match what {
        Written::Document(id) => {
            let document = material.dossier.documents.iter().find(|d| d.id == *id);
            let document = document.ok_or(NotWritten::Gone)?;
            Ok((ReportKind::Document(document.kind), letter::paper(words, material, document)))
        }
        Written::Teaching => {
            let paper = teaching::paper(words, material, None).ok_or(NotWritten::Gone)?;
            Ok((ReportKind::TeachingPlan, paper))
        }
        Written::Attendance(span) => {
            let paper = attendance::paper(words, material, *span).ok_or(NotWritten::NotEnrolled)?;
            Ok((ReportKind::AttendanceSheet, paper))
        }
        // It is of a child, and made from every record of the house.
        Written::Access(_) => Err(NotWritten::Gone),
    }
}

/// The path with the user's own folder in the place of `~`.
pub(super) fn expanded(typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), env::var_os("HOME")) {
        (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => PathBuf::from(typed),
    }
}
