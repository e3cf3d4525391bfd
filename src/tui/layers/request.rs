//! The review before an answer to a request for access: how the staff are named, which people around the child are in it,
//! and which restricted notes, each read first. What nobody takes in is left out.

mod draw;

use std::collections::{BTreeMap, BTreeSet};

use trivsel_domain::record::{Person, Talk};
use trivsel_domain::value::{CaseId, ChildId, PersonId, TalkId};
use trivsel_reports::ReportKind;
use trivsel_reports::request::{Reviewed, StaffAs};

pub use self::draw::draw;
use super::Layer;
use crate::child_name::ChildName;
use crate::cursor::{moved, turned};
use crate::effect::Effect;
use crate::keys::Command;
use crate::model::Model;
use crate::sheet::report::{self, Written};

/// What is to be reviewed.
#[derive(Debug)]
pub struct RequestRead {
    pub case: CaseId,
    pub child: ChildId,
    pub name: ChildName,
    /// Everybody around the child.
    pub people: Vec<Person>,
    /// The notes to review, each with whether the user may read it.
    pub notes: Vec<(Talk, bool)>,
}

#[derive(Debug)]
pub struct RequestPage {
    read: RequestRead,
    staff_as: StaffAs,
    /// Who is taken in, and who is not.
    people: BTreeMap<PersonId, bool>,
    /// Which notes are taken in, and which are not.
    notes: BTreeMap<TalkId, bool>,
    /// The notes that were opened here.
    seen: BTreeSet<TalkId>,
    cursor: usize,
}

/// What a row is about.
#[derive(Clone, Copy, Debug)]
enum Row<'a> {
    /// How the staff are named.
    Staff,
    Person(&'a Person),
    /// A note, and whether the user may read it.
    Note(&'a Talk, bool),
}

impl RequestPage {
    fn rows(&self) -> Vec<Row<'_>> {
        let people = self.read.people.iter().map(Row::Person);
        let notes = self.read.notes.iter().map(|(talk, open)| Row::Note(talk, *open));
        std::iter::once(Row::Staff).chain(people).chain(notes).collect()
    }

    fn selected(&self) -> Option<Row<'_>> {
        self.rows().get(self.cursor).copied()
    }

    /// The first row that asks for an answer.
    fn unanswered(&self) -> Option<usize> {
        self.rows().iter().position(|row| match row {
            Row::Staff | Row::Note(_, false) => false,
            Row::Person(person) => !self.people.contains_key(&person.id),
            Row::Note(talk, true) => !self.notes.contains_key(&talk.id),
        })
    }

    fn reviewed(&self) -> Reviewed {
        fn taken<K: Ord + Copy>(answers: &BTreeMap<K, bool>) -> BTreeSet<K> {
            answers.iter().filter(|(_, taken)| **taken).map(|(key, _)| *key).collect()
        }
        Reviewed {
            child: self.read.child,
            staff_as: self.staff_as,
            people: taken(&self.people),
            notes: taken(&self.notes),
        }
    }

    /// Answers for the row under the cursor, and goes on to the next one without an answer.
    fn answer(&mut self, taken: bool) -> Result<(), &'static str> {
        match self.selected() {
            Some(Row::Person(person)) => {
                let id = person.id;
                self.people.insert(id, taken);
            }
            Some(Row::Note(_, false)) if taken => return Err("request-closed"),
            Some(Row::Note(talk, true)) if taken && !self.seen.contains(&talk.id) => {
                return Err("request-read-first");
            }
            Some(Row::Note(talk, true)) => {
                let id = talk.id;
                self.notes.insert(id, taken);
            }
            Some(Row::Note(_, false)) => {}
            Some(Row::Staff) | None => return Err("request-choose"),
        }
        self.cursor = self.unanswered().filter(|next| *next > self.cursor).unwrap_or(self.cursor);
        Ok(())
    }
}

/// Opens the review with what was read.
pub fn take(model: &mut Model, read: RequestRead) {
    model.status = None;
    let mut page = RequestPage {
        read,
        staff_as: StaffAs::Names,
        people: BTreeMap::new(),
        notes: BTreeMap::new(),
        seen: BTreeSet::new(),
        cursor: 0,
    };
    page.cursor = page.unanswered().unwrap_or(0);
    model.layers.push(Layer::Request(Box::new(page)));
}

/// Takes note that a note was opened here.
pub fn opened(model: &mut Model, note: TalkId) {
    if let Some(Layer::Request(page)) = model.layers.last_mut() {
        page.seen.insert(note);
    }
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let Some(Layer::Request(page)) = model.layers.last_mut() else { return None };
    if let Some(row) = moved(command, page.cursor, page.rows().len()) {
        page.cursor = row;
        return Some(Effect::None);
    }
    match command {
        Command::Open => return Some(open(model)),
        Command::TakeIn | Command::LeaveOut => match page.answer(command == Command::TakeIn) {
            Ok(()) => model.status = None,
            Err(why) => model.refuse_with(why),
        },
        Command::WritePaper => write(model),
        Command::Back => {
            model.layers.pop();
            model.status = None;
        }
        _ => return None,
    }
    Some(Effect::None)
}

/// Names the staff otherwise, or opens the note.
fn open(model: &mut Model) -> Effect {
    let Some(Layer::Request(page)) = model.layers.last_mut() else { return Effect::None };
    match page.selected() {
        Some(Row::Staff) => page.staff_as = turned(&StaffAs::ALL, page.staff_as, 1),
        Some(Row::Note(talk, true)) => return Effect::OpenTalk(talk.id),
        Some(Row::Note(_, false)) => model.refuse_with("request-closed"),
        Some(Row::Person(_)) | None => model.refuse_with("request-in-or-out"),
    }
    Effect::None
}

/// Asks where the answer is to be written, once everything is reviewed.
fn write(model: &mut Model) {
    let Some(Layer::Request(page)) = model.layers.last_mut() else { return };
    if let Some(row) = page.unanswered() {
        page.cursor = row;
        model.refuse_with("request-unanswered");
        return;
    }
    let (case, what) = (page.read.case, Written::Access(Box::new(page.reviewed())));
    report::ask_where(model, case, ReportKind::AccessRequest, what);
}
