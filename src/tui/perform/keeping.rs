//! Performing what is done with the house itself: backups and erasures, which take long, and what is read before them.

use trivsel_domain::decide::{Action, Denied, only_leaders};
use trivsel_domain::rules::generations::Generations;
use trivsel_domain::value::{ChildId, Line};
use trivsel_store::{Access, StoreError};

use super::Performer;
use super::report::expanded;
use crate::keeping::{Done, Task};
use crate::message::Message;
use crate::model::Model;

impl Performer {
    /// Does a task, or says why not.
    pub(super) fn keep_house(&mut self, model: &Model, task: &Task) -> Message {
        let done = match task {
            Task::AskBackUp => Ok(Done::Place(self.house.last_backup())),
            Task::BackUp(to) => self.back_up(model, to).map_err(Denied::Failed),
            Task::AskErase(child) => self.erasable(model, *child),
            Task::AskArchive => self.decisions(model),
        };
        kept(done)
    }

    /// Backs up to a folder, which is logged before the first try.
    fn back_up(&mut self, model: &Model, to: &str) -> Result<Done, StoreError> {
        if !self.backup_logged {
            let export = Access::Export { case: None, what: "backup".to_owned() };
            self.house.log_access(self.asker(model), &export)?;
            self.backup_logged = true;
        }
        let done = self.house.back_up(&expanded(to), self.clock.machine(), Generations::USUAL);
        match done {
            Err(StoreError::Busy) => Err(StoreError::Busy),
            done => Ok(Done::BackedUp(to.to_owned(), done.map(Box::new))),
        }
    }

    fn erasable(&mut self, model: &Model, child: ChildId) -> Result<Done, Denied<StoreError>> {
        self.house.may_erase(self.asker(model), &[child])?;
        let erasing = self.house.would_erase(&[child]).map_err(Denied::Failed)?;
        let child = self.house.child(child).map_err(Denied::Failed)?;
        let child = child.ok_or(trivsel_domain::decide::Reason::NoSuchChild)?;
        Ok(Done::Erasable { child: child.id, name: child.name.as_str().to_owned(), erasing })
    }

    fn decisions(&self, model: &Model) -> Result<Done, Denied<StoreError>> {
        only_leaders(&self.house.staff().map_err(Denied::Failed)?, model.me.id, model.today())?;
        Ok(Done::Decisions(self.house.archive_decisions().map_err(Denied::Failed)?))
    }

    /// Erases children.
    pub(super) fn erase(&mut self, model: &Model, children: &[ChildId], reason: &Line) -> Message {
        let erased = self.house.erase(self.asker(model), children, reason);
        kept(erased.map(|erasing| Done::Erased(erasing, self.house.known_backups())))
    }

    /// Asks everybody to close the house. Returns until when they have time; nothing if that can't be put on record.
    pub(super) fn ask_to_close(&mut self, model: &Model) -> Option<chrono::NaiveDateTime> {
        let until = self.house.ask_to_close(self.asker(model)).ok()?;
        // It is no request to this screen.
        self.key_event = self.house.last_key_event().ok().flatten().map(|event| event.id);
        Some(until)
    }
}

/// Whether an action erases, which is no change like others.
pub(super) fn erased(action: &Action) -> Option<(&[ChildId], &Line)> {
    match action {
        Action::Erase { children, reason, .. } => Some((children, reason)),
        _ => None,
    }
}

fn kept(done: Result<Done, Denied<StoreError>>) -> Message {
    done.map_or_else(Message::from, |done| Message::Kept(Box::new(done)))
}
