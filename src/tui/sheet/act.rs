//! The commands of a sheet.

use trivsel_domain::decide::Action;
use trivsel_domain::record::{Change, DocumentKind, PlanDocument, TalkKind};
use trivsel_domain::value::DocumentId;
use trivsel_words::text::clip;
use trivsel_words::{Words, dates};

use super::{Sheet, Sort, Stretch, Target, Topic, View, history, papers};
use crate::cursor::moved;
use crate::effect::Effect;
use crate::forms::FormKind;
use crate::forms::case::{
    AnalysisForm, AnnulForm, ConsentForm, CorrectDateForm, CorrespondenceForm, DocumentForm, GoalForm,
    InterventionForm, PersonForm, SignForm, StepForm,
};
use crate::keys::{Command, Context};
use crate::layers::question::{self, Consequence};
use crate::layers::reader::Reader;
use crate::layers::{self, Layer, access_page, help, prompt};
use crate::load::{Opening, Query};
use crate::model::Model;
use crate::panes::{caseload, talks};

/// Opens a sheet that was read, or updates it if it is open.
pub fn take(model: &mut Model, mut sheet: Box<Sheet>) {
    let open = model.layers.iter_mut().find_map(|layer| match layer {
        Layer::Sheet(open) if open.dossier.case.id == sheet.dossier.case.id => Some(open),
        _ => None,
    });
    if let Some(before) = open {
        sheet.stay(before);
        *before = sheet;
    } else {
        // A second sheet lies above the layer it was opened from.
        sheet.sort_by(Sort::default());
        sheet.show_topic(Topic::default());
        let takes_part = sheet.takes_part(model.me.id, model.today());
        model.layers.push(Layer::Sheet(sheet));
        if !takes_part && model.writable && model.status.is_none() {
            model.say(model.words.get("status-no-part").to_owned());
        }
    }
    settle_cursor(model);
}

/// Reads the open sheet again.
#[must_use]
pub fn reload(model: &Model) -> Effect {
    model.sheet().map_or(Effect::None, |s| Effect::Load(Query::Sheet(s.dossier.case.id, model.today())))
}

/// Moves the cursor to the last row if its own row is gone.
fn settle_cursor(model: &mut Model) {
    let rows = count(model);
    if let Some(sheet) = model.sheet_mut() {
        sheet.cursor = sheet.cursor.min(rows.saturating_sub(1));
    }
}

fn count(model: &Model) -> usize {
    model.sheet().map_or(0, |s| s.count(model, usize::from(model.size.0)))
}

pub(super) fn target(model: &Model) -> Option<Target> {
    let sheet = model.sheet()?;
    let here = sheet.cursor..sheet.cursor + 1;
    sheet.rows(model, usize::from(model.size.0), here).into_iter().next().map(|row| row.target)
}

/// The form of the record in the selected row.
fn form(model: &Model) -> Option<FormKind> {
    match target(model)? {
        Target::Form(form) => Some(form),
        Target::Paper(id) => paper(model, id).map(|d| DocumentForm(d.kind).into()),
        _ => None,
    }
}

pub(super) fn paper(model: &Model, id: DocumentId) -> Option<&PlanDocument> {
    model.sheet()?.dossier.documents.iter().find(|d| d.id == id)
}

pub fn act(model: &mut Model, command: Command) -> Option<Effect> {
    let rows = count(model);
    let Some(Layer::Sheet(sheet)) = model.layers.last_mut() else { return None };
    sheet.is_brief = false;
    if let Some(row) = moved(command, sheet.cursor, rows) {
        sheet.cursor = row;
        return Some(Effect::None);
    }
    let writes = matches!(
        command,
        Command::NewRecord
            | Command::NewTalk
            | Command::SignPaper
            | Command::SendPaper
            | Command::Annul
            | Command::CorrectDate
            | Command::Undo
            | Command::Redo
    );
    if writes && !model.writable {
        model.refuse_with("off-read-only");
        return Some(Effect::None);
    }
    Some(match command {
        Command::Left => turn(model, View::ALL.len() - 1),
        Command::Right => turn(model, 1),
        Command::Back => close(model),
        Command::NextView => next_view(model),
        Command::Open => target(model).map_or(Effect::NotHere, |target| go(model, target)),
        Command::NewRecord => new_record(model),
        Command::NewTalk => new_talk(model, None),
        Command::Scores => go(model, Target::Scores(None)),
        Command::AccessLog => {
            access_page::ask(model, model.sheet().map(Sheet::cases_of_child).unwrap_or_default())
        }
        Command::Why => {
            let case = model.sheet().map(|s| s.dossier.case.id);
            prompt::why::ask(model, case, None);
            Effect::None
        }
        Command::SignPaper => sign(model),
        Command::WritePaper => super::report::ask(model),
        Command::SendPaper => send(model),
        Command::Annul => annul(model),
        Command::CorrectDate => open(model, CorrectDateForm(None)),
        Command::Discard => discard(model),
        Command::Undo => crate::undo::undo(model),
        Command::Redo => Effect::perform(Action::Redo),
        Command::Help => {
            help::open(model);
            Effect::None
        }
        _ => return None,
    })
}

/// Closes the sheet and shows the layer below, or the list that the case belongs to now.
fn close(model: &mut Model) -> Effect {
    let closed = model.layers.pop();
    model.status = None;
    match closed {
        Some(Layer::Sheet(sheet)) if model.layers.is_empty() && model.pane_context() == Context::Caseload => {
            caseload::follow(model, &sheet.dossier.case)
        }
        _ => Effect::Many(vec![layers::reload(model), reload(model)]),
    }
}

fn turn(model: &mut Model, by: usize) -> Effect {
    if let Some(sheet) = model.sheet_mut() {
        (sheet.view, sheet.cursor) = (sheet.view.turned(by), 0);
    }
    model.status = None;
    Effect::None
}

/// Shows the next selection of the time line or the history, or the next possible step.
fn next_view(model: &mut Model) -> Effect {
    let Some(sheet) = model.sheet_mut() else { return Effect::None };
    match sheet.view {
        View::Overview => sheet.stretch = sheet.stretch.next(),
        View::Timeline => sheet.sort_by(sheet.sort.next()),
        View::History => sheet.show_topic(sheet.topic.next()),
        View::Next => sheet.step = (sheet.step + 1) % sheet.possible().len().max(1),
        _ => return turn(model, 1),
    }
    sheet.cursor = 0;
    Effect::None
}

/// Does what Enter does on a row.
fn go(model: &mut Model, target: Target) -> Effect {
    match target {
        Target::Nothing => Effect::NotHere,
        Target::Talk(talk) => Effect::OpenTalk(talk),
        Target::NewTalk(kind) => new_talk(model, kind),
        Target::Form(form) => open(model, form),
        Target::Fill(form, missing) => writing(model, |model| layers::form::at(model, form, missing)),
        Target::Paper(id) => read(model, id),
        Target::Report(kind) => super::report::ask_for(model, kind),
        Target::Text { title, lines } => {
            model.layers.push(Layer::Reader(Reader::new(title, lines)));
            Effect::None
        }
        Target::Trace(n) => {
            let trace = model.sheet().and_then(|s| s.traces.get(n));
            if let Some((title, lines)) = trace.map(|t| history::whole(model, t)) {
                model.layers.push(Layer::Reader(Reader::new(title, lines)));
            }
            Effect::None
        }
        Target::Case(case) => {
            // If the sheet of the case is open below, the layers above it are closed.
            let is_it = |l: &Layer| matches!(l, Layer::Sheet(s) if s.dossier.case.id == case);
            if let Some(at) = model.layers.iter().position(is_it) {
                model.layers.truncate(at + 1);
            }
            Effect::OpenCase(case)
        }
        Target::View(view) => {
            if let Some(sheet) = model.sheet_mut() {
                (sheet.view, sheet.cursor) = (view, 0);
            }
            Effect::None
        }
        Target::Development => {
            if let Some(sheet) = model.sheet_mut() {
                (sheet.view, sheet.stretch, sheet.cursor) = (View::Overview, Stretch::Whole, 0);
            }
            Effect::None
        }
        Target::Scores(strand) => {
            if let Some(sheet) = model.sheet() {
                let (child, measures) = (sheet.dossier.child.clone(), sheet.measures.clone());
                talks::show_scores(model, &child, &measures, strand.as_ref());
            }
            Effect::None
        }
        Target::Seats => Effect::Load(Query::Seats),
        Target::OwnSchool(week, case) => Effect::Load(Query::OwnSchool(week, Some(case))),
    }
}

/// Shows a document to read; the latest version, while it is not signed, opens in its form.
fn read(model: &mut Model, id: DocumentId) -> Effect {
    let Some(document) = paper(model, id).cloned() else { return Effect::None };
    let latest = model.sheet().and_then(|s| s.dossier.document(document.kind)).map(|d| d.id);
    if document.signed.is_none() && latest == Some(id) && model.writable {
        return open(model, DocumentForm(document.kind));
    }
    let (title, lines) = papers::whole(model, &document);
    let next = Some(document.kind);
    model.layers.push(Layer::Reader(Reader { next, ..Reader::new(title, lines) }));
    Effect::None
}

/// Opens the form of the next version of a document.
pub fn next_version(model: &mut Model, kind: DocumentKind) -> Effect {
    open(model, DocumentForm(kind))
}

/// Opens a form, unless the house is read-only.
fn open(model: &mut Model, form: impl Into<FormKind>) -> Effect {
    writing(model, |model| layers::form::of(model, form))
}

fn writing(model: &mut Model, open: impl FnOnce(&mut Model) -> Effect) -> Effect {
    if !model.writable {
        model.refuse_with("off-read-only");
        return Effect::None;
    }
    open(model)
}

fn new_talk(model: &mut Model, kind: Option<TalkKind>) -> Effect {
    let Some(case) = model.sheet().map(|s| s.dossier.case.id) else { return Effect::None };
    Effect::Load(Query::Directory(Opening::Talk(Some(case), kind)))
}

/// Opens the form for a new record of the kind that the view lists.
fn new_record(model: &mut Model) -> Effect {
    let Some(sheet) = model.sheet() else { return Effect::None };
    let form: FormKind = match sheet.view {
        View::Overview | View::Timeline | View::History => return new_talk(model, None),
        View::Next => match sheet.stage_ahead() {
            Some(stage) => StepForm(stage).into(),
            None => return Effect::None,
        },
        View::Analysis => AnalysisForm.into(),
        View::Goals => GoalForm(None).into(),
        View::Interventions => InterventionForm(None).into(),
        View::Papers => form(model).unwrap_or_else(|| DocumentForm(DocumentKind::Treatment).into()),
        View::Post => match form(model).and_then(|form| form.downcast::<ConsentForm>().copied()) {
            Some(_) => ConsentForm::New.into(),
            None => CorrespondenceForm::New.into(),
        },
        View::People => PersonForm(None).into(),
    };
    open(model, form)
}

/// Opens the signing form for the latest version of the selected document.
fn sign(model: &mut Model) -> Effect {
    let Some(kind) = form(model).and_then(|form| form.downcast::<DocumentForm>().map(|d| d.0)) else {
        model.refuse_with("sheet-choose-document");
        return Effect::None;
    };
    let refused = match model.sheet().and_then(|s| s.dossier.document(kind)) {
        None => "sheet-nothing-to-sign",
        Some(document) if document.signed.is_some() => "sheet-already-signed",
        // It is told before a question that could only be answered in vain.
        Some(document) if document.lacks_recommendation() && !document.says_nothing() => {
            "refusal-no-recommendation"
        }
        Some(document) => return open(model, SignForm(document.id)),
    };
    model.refuse_with(refused);
    Effect::None
}

/// Opens the form that records to whom the selected document was sent; only a signed one is.
fn send(model: &mut Model) -> Effect {
    let Some(Target::Paper(id)) = target(model) else {
        model.refuse_with("sheet-choose-document");
        return Effect::None;
    };
    if paper(model, id).is_none_or(|document| document.signed.is_none()) {
        model.refuse_with("sheet-sign-first");
        return Effect::None;
    }
    open(model, CorrespondenceForm::Sending(id))
}

/// Opens the form that annuls the last step.
fn annul(model: &mut Model) -> Effect {
    match model.sheet().and_then(|s| s.dossier.case.last_step()).map(|step| step.to) {
        Some(stage) => open(model, AnnulForm(stage)),
        None => {
            model.refuse_with("refusal-nothing-to-annul");
            Effect::None
        }
    }
}

/// Removes the selected record if that is allowed. Undo restores it.
fn discard(model: &mut Model) -> Effect {
    let Some(sheet) = model.sheet() else { return Effect::None };
    if sheet.view == View::Next {
        return remove_case(model);
    }
    let Some(change) = form(model).and_then(|form| form.removal(&sheet.dossier)) else {
        model.refuse_with("sheet-nothing-to-remove");
        return Effect::None;
    };
    match lost_with(&model.words, &change) {
        Some(text) => {
            question::ask(model, text, Consequence::Remove(Box::new(change)));
            Effect::None
        }
        None => Effect::perform(Action::Save(vec![change])),
    }
}

/// Asks before a case is removed that was entered by mistake.
fn remove_case(model: &mut Model) -> Effect {
    let Some(sheet) = model.sheet() else { return Effect::None };
    let (case, name) = (sheet.dossier.case.id, model.roster.namesakes.name(&sheet.dossier.child));
    if !sheet.may_be_a_mistake() {
        model.refuse_with("refusal-retained-seated");
        return Effect::None;
    }
    let text = model.words.with("question-remove-case", &[("name", name.within(48).into())]);
    question::ask(model, text, Consequence::RemoveCase(case));
    Effect::None
}

/// The question before a record is removed that carries more than itself: its name, and what goes with it.
fn lost_with(words: &Words, change: &Change) -> Option<String> {
    let Change::Goal(edit) = change else { return None };
    let goal = edit.old()?;
    let first = goal.progress.iter().map(|p| p.date).min()?;
    let since = dates::day_month_year(words.lang(), first);
    let args = [
        ("name", clip(goal.text.as_str(), 40).into()),
        ("count", goal.progress.len().into()),
        ("date", since.into()),
    ];
    Some(words.with("question-remove-goal", &args))
}
