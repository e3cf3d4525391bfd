//! Looks at a case or a note, for the access log: each once while it goes on, and a note beside the log of talks only
//! once it has stood on the screen for a second.

use std::time::{Duration, Instant};

use chrono::{NaiveDateTime, TimeDelta};
use trivsel_domain::decide::Denied;
use trivsel_domain::value::{CaseId, TalkId};
use trivsel_store::{Access, AuditQuery, StoreError};

use super::Performer;
use crate::layers::access_page::AccessRead;
use crate::load::names;
use crate::message::Message;
use crate::model::Model;
use crate::panes::talks;
use crate::update::update;

/// Looks at one case or note within this time are logged once.
const ONE_LOOK: TimeDelta = TimeDelta::minutes(10);
/// How long a note stands on the screen before it counts as looked at.
const STANDS: Duration = Duration::from_secs(1);

/// What was looked at last, and what stands on the screen.
#[derive(Debug, Default)]
pub(super) struct Looks {
    case: Option<(CaseId, NaiveDateTime)>,
    note: Option<(TalkId, NaiveDateTime)>,
    log: Option<(Option<CaseId>, NaiveDateTime)>,
    standing: Option<Standing>,
}

/// A note on the screen that nobody has opened.
#[derive(Clone, Copy, Debug)]
struct Standing {
    note: (TalkId, Option<CaseId>),
    since: Instant,
    /// Whether the access log has it, or can't take it.
    settled: bool,
}

impl Performer {
    /// Logs that a case is looked at, unless the same look goes on.
    pub(super) fn look_at(&mut self, model: &Model, case: CaseId) -> Result<(), StoreError> {
        let now = self.clock.machine();
        if !goes_on(self.looks.case, case, now) {
            self.house.log_access(self.asker(model), &Access::Case(case))?;
            self.looks.case = Some((case, now));
        }
        Ok(())
    }

    /// Logs that a note is looked at, unless the same look goes on.
    pub(super) fn look_at_note(
        &mut self,
        model: &Model,
        id: TalkId,
        case: Option<CaseId>,
    ) -> Result<(), StoreError> {
        let now = self.clock.machine();
        if !goes_on(self.looks.note, id, now) {
            self.house.log_access(self.asker(model), &Access::Talk { id, case })?;
            self.looks.note = Some((id, now));
        }
        Ok(())
    }

    /// Writes why the user looks at something.
    pub(super) fn say_why(&mut self, model: &Model, why: &Access) -> Message {
        match self.house.log_access(self.asker(model), why) {
            Ok(true) => Message::WhySaid,
            // A house that can only be read takes no entry.
            Ok(false) => Message::Failed(StoreError::ReadOnly),
            Err(error) => Message::Failed(error),
        }
    }

    /// Opens restricted notes, each of which the store logs.
    pub(super) fn open_restricted(&mut self, model: &Model, ids: &[TalkId]) -> Message {
        let opened: Result<Vec<_>, _> =
            ids.iter().map(|id| self.house.open_talk(self.asker(model), *id)).collect();
        opened.map_or_else(Message::from, Message::RestrictedOpened)
    }

    /// Reads the access log for the user, which is logged unless the same look goes on.
    pub(super) fn audit(
        &mut self,
        model: &Model,
        query: &AuditQuery,
    ) -> Result<AccessRead, Denied<StoreError>> {
        let (now, asker) = (self.clock.machine(), self.asker(model));
        // A look at the log of one child is another than a look at the whole.
        let case = query.cases.first().copied();
        let audited = if goes_on(self.looks.log, case, now) {
            self.house.audit_again(asker, query)?
        } else {
            let audited = self.house.audit(asker, query)?;
            self.looks.log = Some((case, now));
            audited
        };
        let shown = audited.entries.iter().filter_map(|e| e.access.case());
        let cases: Vec<CaseId> =
            shown.chain(audited.drawn.iter().map(|look| look.case)).chain(query.cases.clone()).collect();
        let names = names(&self.house, &model.roster, cases.into_iter()).map_err(Denied::Failed)?;
        let all = self.house.cases().map_err(Denied::Failed)?;
        let children = all.into_iter().map(|case| (case.id, case.child)).collect();
        Ok(AccessRead { query: query.clone(), audited, names, children })
    }

    /// Sees which note stands on the screen at `now`, after each frame and now and then between them. Logs one that has
    /// stood for a second; moving past it is no look. Answers whether the screen has news.
    pub fn watch(&mut self, model: &mut Model, now: Instant) -> bool {
        let mut news = false;
        if let Some(standing) = self.looks.standing.filter(|s| !s.settled)
            && now.saturating_duration_since(standing.since) >= STANDS
        {
            let (id, case) = standing.note;
            let logged = self.look_at_note(model, id, case);
            // While another program writes, it is tried again.
            let settled = logged != Err(StoreError::Busy);
            self.looks.standing = Some(Standing { settled, ..standing });
            if let (Err(error), true) = (logged, settled) {
                let effect = update(model, Message::Failed(error));
                self.settle(model, effect);
                news = true;
            }
        }
        let shown = talks::shown(model);
        if shown != self.looks.standing.map(|s| s.note) {
            self.looks.standing = shown.map(|note| Standing { note, since: now, settled: false });
        }
        news
    }
}

/// Whether a look at the same goes on. A clock that went back begins another.
fn goes_on<T: Copy + PartialEq>(last: Option<(T, NaiveDateTime)>, at: T, now: NaiveDateTime) -> bool {
    last.is_some_and(|(of, since)| of == at && (TimeDelta::zero()..ONE_LOOK).contains(&(now - since)))
}
