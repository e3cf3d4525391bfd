//! What the leader of a house does with the house itself: a backup, the decision of an archive, an erasure. What is
//! needed for them is read first, and the screen says what came of them.

use trivsel_domain::record::ArchiveDecision;
use trivsel_domain::value::ChildId;
use trivsel_store::{BackedUp, Erasing, KnownBackup, StoreError};
use trivsel_words::keeping;
use trivsel_words::store_error::store_error;

use crate::effect::Effect;
use crate::forms::archive::ArchiveForm;
use crate::forms::erase::EraseForm;
use crate::layers::prompt::{Prompt, Purpose};
use crate::layers::{self, Layer};
use crate::load::Query;
use crate::model::{Model, Status, Tone};
use crate::update;

/// What is to be done with the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Ask where the backup is to be.
    AskBackUp,
    /// Back up to a folder, as it was typed.
    BackUp(String),
    /// Ask whether a child is to be erased, if the rules allow it.
    AskErase(ChildId),
    /// Ask for the decision of an archive.
    AskArchive,
}

/// What came of it.
#[derive(Debug)]
pub enum Done {
    /// The last backup, if there is one.
    Place(Option<KnownBackup>),
    /// A backup to a folder, as it was typed.
    BackedUp(String, Result<Box<BackedUp>, StoreError>),
    /// A child may be erased.
    Erasable { child: ChildId, name: String, erasing: Erasing },
    /// A child was erased; these backups still hold it.
    Erased(Erasing, Vec<KnownBackup>),
    /// The decisions of archives on record.
    Decisions(Vec<ArchiveDecision>),
}

/// Shows what came of a task.
pub fn take(model: &mut Model, done: Done) -> Effect {
    match done {
        Done::Place(last) => {
            let place = last.as_ref().and_then(|known| known.path.parent());
            let place = place.map_or_else(String::new, |place| place.display().to_string());
            ask_where(model, |prompt| prompt.filled(&place));
            Effect::None
        }
        Done::BackedUp(_, Ok(backed_up)) => {
            let lines = keeping::backed_up(&model.words, &backed_up);
            model.status = Some(Status { lines, tone: Tone::Done });
            update::refresh(model)
        }
        Done::BackedUp(to, Err(error)) => {
            ask_where(model, |prompt| prompt.resumed(&to));
            let lines = vec![store_error(&model.words, &error)];
            model.status = Some(Status { lines, tone: Tone::Alarm });
            Effect::None
        }
        Done::Erasable { child, name, erasing } => {
            let counted = keeping::erasing(&model.words, &erasing).into_iter();
            let goes: Vec<String> = counted.map(|(count, what)| format!("{what}: {count}")).collect();
            layers::form::of(model, EraseForm { child, name, goes: goes.join(" · ") })
        }
        Done::Erased(erasing, backups) => {
            model.layers.clear();
            let mut lines = vec![keeping::erased(&model.words, &erasing)];
            lines.extend(keeping::still_in(&model.words, &backups));
            model.status = Some(Status { lines, tone: Tone::Done });
            Effect::Many(vec![update::refresh(model), Effect::Load(Query::Drafts)])
        }
        Done::Decisions(all) => {
            let told = |one| keeping::archive_decision(&model.words, &model.roster.staff, one);
            let on_record = all.iter().map(told).collect::<Vec<_>>().join("\n");
            layers::form::of(model, ArchiveForm { on_record })
        }
    }
}

fn ask_where(model: &mut Model, fill: impl FnOnce(Prompt) -> Prompt) {
    model.status = None;
    let label = model.words.get("prompt-back-up").to_owned();
    model.layers.push(Layer::Prompt(fill(Prompt::new(Purpose::BackUp, label))));
}
