//! The talks pane: drafts and the log of talks, newest first, with the selected text beside or below, and the
//! follow-ups.

mod detail;
mod draw;
pub mod filter;
mod follow_ups;
pub mod log;
pub mod misplaced;

use std::collections::HashMap;

use trivsel_domain::record::{Child, FollowUp, Strand, Talk};
use trivsel_domain::rules::open_scores::OpenScores;
use trivsel_domain::value::{CaseId, TalkId};
use trivsel_store::{Draft, Held, Noted, Sort, TagsInUse};

pub use self::detail::{mark, subject_of};
pub use self::draw::draw;
use self::filter::Filter;
pub use self::follow_ups::subject as subject_of_follow_up;
use self::log::Total;
use crate::child_name::ChildName;
use crate::cursor::moved;
use crate::draw::SMALLEST;
use crate::effect::Effect;
use crate::keys::Command;
use crate::layers::prompt::{Prompt, Purpose};
use crate::layers::scores::Scores;
use crate::layers::{self, Layer};
use crate::load::{Opening, Query};
use crate::model::{Model, Pane};
use crate::view::Names;
use crate::widgets::tabs::Tabs;
use trivsel_words::dates;

/// The widest a child's name gets among the views, in columns.
const CHILD: usize = 24;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Drafts and signed talks.
    #[default]
    Log,
    /// What was agreed and has not ended.
    FollowUps,
}

#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    Draft(&'a Draft),
    Talk(&'a Noted),
    FollowUp(&'a FollowUp),
}

#[derive(Debug, Default)]
pub struct Talks {
    view: View,
    filter: Filter,
    talks: Vec<Noted>,
    total: Total,
    drafts: Vec<Draft>,
    follow_ups: Vec<FollowUp>,
    places: HashMap<TalkId, String>,
    tags: TagsInUse,
    names: Names,
    cursor: usize,
    /// The talk signed last; the cursor goes there when the log is next read.
    wanted: Option<TalkId>,
    /// The misplaced note that is opened to be copied to the right child.
    copying: Option<TalkId>,
    read: bool,
}

impl Talks {
    /// Puts the cursor on a talk when the log is next read.
    pub fn stand_on(&mut self, talk: TalkId) {
        self.wanted = Some(talk);
    }

    pub fn take_drafts(&mut self, drafts: Vec<Draft>, names: Names) {
        self.names.extend(names);
        self.drafts = drafts;
        self.cursor = self.cursor.min(self.count().saturating_sub(1));
    }

    /// The drafts that the user owns or has open, last saved first.
    #[must_use]
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// A child's name, if the pane has read it.
    #[must_use]
    pub fn name_of(&self, case: CaseId) -> Option<&ChildName> {
        self.names.get(&case)
    }

    /// The case that the log is narrowed to, if it is one.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.filter.case()
    }

    /// Sets the filter of the log.
    pub fn narrow(&mut self, filter: Filter) {
        self.view = View::Log;
        self.turn_to(filter);
    }

    /// The talks of the log that were read, the newest first.
    #[must_use]
    pub fn listed(&self) -> &[Noted] {
        &self.talks
    }

    /// Whether the log is shown, and not the follow-ups.
    #[must_use]
    pub fn shows_log(&self) -> bool {
        self.view == View::Log
    }

    /// What the view shows is narrowed to, in words.
    #[must_use]
    pub fn title(&self, model: &Model) -> String {
        match self.view {
            View::Log => self.filter.title(model),
            View::FollowUps => self.filter.title_of_follow_ups(model),
        }
    }

    /// The open follow-ups that pass the filter.
    pub fn follow_ups_shown(&self) -> impl Iterator<Item = &FollowUp> {
        self.follow_ups.iter().filter(|one| self.filter.takes_case(one.case))
    }

    /// The drafts that pass the filter.
    pub fn drafts_shown(&self) -> impl Iterator<Item = &Draft> {
        self.drafts.iter().filter(|d| self.filter.takes_draft(d))
    }

    fn rows(&self) -> Vec<Row<'_>> {
        match self.view {
            View::Log => {
                self.drafts_shown().map(Row::Draft).chain(self.talks.iter().map(Row::Talk)).collect()
            }
            View::FollowUps => self.follow_ups_shown().map(Row::FollowUp).collect(),
        }
    }

    fn count(&self) -> usize {
        self.rows().len()
    }

    fn selected(&self) -> Option<Row<'_>> {
        self.rows().get(self.cursor).copied()
    }

    fn selected_talk(&self) -> Option<&Noted> {
        match self.selected()? {
            Row::Talk(talk) => Some(talk),
            _ => None,
        }
    }

    fn selected_case(&self) -> Option<CaseId> {
        match self.selected()? {
            Row::Draft(draft) => draft.case,
            Row::Talk(talk) => talk.case(),
            Row::FollowUp(one) => one.case,
        }
    }
}

/// Reads what the pane shows.
#[must_use]
pub fn load(model: &Model) -> Effect {
    let (filter, listed) = (model.talks.filter.clone(), model.talks.talks.len());
    Effect::Many(vec![Effect::Load(Query::Drafts), Effect::Load(Query::Talks(Box::new(filter), listed))])
}

/// The note that can be read beside or below the log, with its case. What covers the pane hides it.
#[must_use]
pub fn shown(model: &Model) -> Option<(TalkId, Option<CaseId>)> {
    let (width, height) = model.size;
    let fits = width >= SMALLEST.0 && height >= SMALLEST.1;
    if model.pane != Pane::Talks || !fits || model.layers.iter().any(Layer::covers_the_pane) {
        return None;
    }
    match model.talks.selected_talk()? {
        Noted::Open { talk, .. } => Some((talk.id, talk.case())),
        Noted::Sealed(_) => None,
    }
}

/// Whether a command writes to the log, or opens something that does.
#[must_use]
pub fn writes(pane: Pane, command: Command) -> bool {
    match command {
        Command::NewTalk | Command::NewTalkOf | Command::Drafts => true,
        Command::Add | Command::Misplace | Command::Done | Command::Discard | Command::Repeat => {
            pane == Pane::Talks
        }
        _ => false,
    }
}

pub fn act(model: &mut Model, command: Command) -> Effect {
    let rows = model.talks.count();
    if let Some(row) = moved(command, model.talks.cursor, rows) {
        model.talks.cursor = row;
        return model.talks.next_page();
    }
    match command {
        Command::Back => back(model),
        Command::NextView => next_view(model),
        Command::Open => open(model),
        Command::Add => add(model),
        Command::Misplace => misplaced::mark(model),
        Command::FollowUps => {
            let other = if model.talks.view == View::Log { View::FollowUps } else { View::Log };
            (model.talks.view, model.talks.cursor) = (other, 0);
            load(model)
        }
        Command::Filter => ask_filter(model),
        Command::Scores => scores(model),
        Command::Done => follow_ups::done(model),
        Command::Discard => discard(model),
        Command::Repeat => repeat(model),
        _ => Effect::NotHere,
    }
}

/// Goes back one step: first out of the view, then out of the filter.
fn back(model: &mut Model) -> Effect {
    if model.talks.view == View::FollowUps {
        (model.talks.view, model.talks.cursor) = (View::Log, 0);
    } else if model.talks.filter == Filter::default() {
        return Effect::NotHere;
    } else {
        model.talks.turn_to(Filter::default());
    }
    load(model)
}

/// All talks, and those of the selected child.
#[must_use]
pub fn views(model: &Model) -> Tabs {
    let pane = &model.talks;
    let case = pane.filter.case().or_else(|| pane.selected_case());
    let name = |case| {
        pane.name_of(case)
            .or_else(|| model.name_of(case))
            .map_or_else(|| "–".to_owned(), |name| name.within(CHILD))
    };
    let child = case.map(name);
    let all = model.words.get("talks-all").to_owned();
    Tabs {
        names: std::iter::once(all).chain(child).collect(),
        here: usize::from(pane.filter.case().is_some()),
    }
}

/// Switches between all talks and those of the selected child.
fn next_view(model: &mut Model) -> Effect {
    let pane = &mut model.talks;
    let case = pane.selected_case().filter(|_| pane.filter.case().is_none());
    if case.is_none() && pane.filter == Filter::default() {
        return Effect::NotHere;
    }
    let of_case =
        |case| Filter::of_case(case, &pane.name_of(case).map_or_else(|| "–".to_owned(), ToString::to_string));
    let filter = case.map_or_else(Filter::default, of_case);
    pane.turn_to(filter);
    load(model)
}

fn open(model: &mut Model) -> Effect {
    // A note that was to be copied, and did not open, is read now.
    model.talks.copying = None;
    match model.talks.selected() {
        Some(Row::Draft(draft)) => {
            let id = draft.id;
            Effect::Many(vec![Effect::Load(Query::Directory(Opening::Nothing)), Effect::OpenDraft(id)])
        }
        Some(Row::Talk(talk)) => Effect::OpenTalk(talk.key().id),
        Some(Row::FollowUp(one)) => Effect::OpenTalk(one.talk),
        None => Effect::NotHere,
    }
}

/// Opens a form for an addition to the selected talk.
fn add(model: &mut Model) -> Effect {
    let Some(Row::Talk(talk)) = model.talks.selected() else {
        model.refuse_with("talks-choose-talk");
        return Effect::None;
    };
    let (id, case) = (talk.key().id, talk.case());
    if let Noted::Sealed(sealed) = talk
        && !sealed.for_reader
    {
        let is_wrong = sealed.misplaced.is_some() && sealed.open_to.admits(sealed.author, model.me.id);
        let id = if is_wrong { "refusal-on-wrong-child" } else { "refusal-not-open-to-you" };
        model.refuse_with(id);
        return Effect::None;
    }
    let of = detail::named(model, talk);
    layers::form::addendum(model, id, case, &of)
}

fn ask_filter(model: &mut Model) -> Effect {
    let label = model.words.get("prompt-filter").to_owned();
    // A blank at the end lets the user type the next word.
    let text = model.talks.filter.text();
    let text = if text.is_empty() { String::new() } else { format!("{text} ") };
    let used = Box::new(model.talks.tags.clone());
    let prompt = Prompt::new(Purpose::Filter(used), label).resumed(&text);
    model.layers.push(Layer::Prompt(prompt));
    Effect::Load(Query::Directory(Opening::Nothing))
}

fn scores(model: &mut Model) -> Effect {
    match model.talks.filter.case().or_else(|| model.talks.selected_case()) {
        Some(case) => Effect::Load(Query::Scores(case)),
        None => {
            model.refuse_with("talks-choose-child");
            Effect::None
        }
    }
}

/// Opens the drafts layer on the selected draft, which asks before it throws one away.
fn discard(model: &mut Model) -> Effect {
    match model.talks.selected() {
        Some(Row::FollowUp(_)) => follow_ups::dropped(model),
        Some(Row::Draft(draft)) => {
            let on = draft.id;
            layers::drafts::offer_at(model, Some(on));
            Effect::None
        }
        _ => {
            model.refuse_with("talks-signed-stays");
            Effect::None
        }
    }
}

/// Opens a new note that copies the selected one.
fn repeat(model: &mut Model) -> Effect {
    if let Some(Row::Talk(Noted::Sealed(sealed))) = model.talks.selected()
        && let Some(mark) = sealed.misplaced.clone().filter(|m| sealed.for_reader && m.right.is_some())
    {
        return misplaced::copy(model, &mark);
    }
    let Some(Row::Talk(Noted::Open { talk, .. })) = model.talks.selected() else {
        model.refuse_with("talks-choose-talk");
        return Effect::None;
    };
    let talk: Box<Talk> = talk.clone();
    Effect::Load(Query::Directory(Opening::Like(talk)))
}

/// Says who else has the draft open, or had it open when their program crashed.
pub fn say_who_writes(model: &mut Model, held: Held) {
    say_held(model, held, "draft-held");
}

/// Says who else is adding to the talk.
pub fn say_who_adds(model: &mut Model, held: Held) {
    say_held(model, held, "addendum-held");
}

fn say_held(model: &mut Model, held: Held, id: &str) {
    let who = model.roster.initials(Some(held.by)).to_owned();
    let at = dates::time(model.words.lang(), held.at.time());
    let line = model.words.with(id, &[("who", who.into()), ("time", at.into())]);
    model.refuse(vec![line]);
}

/// Opens the scores of a child.
pub fn show_scores(model: &mut Model, child: &Child, measures: &OpenScores, from: Option<&Strand>) {
    let (lists, today) = (&model.roster.lists, model.today());
    let name = model.roster.namesakes.name(child).to_string();
    let mut scores = Scores::new(&model.words, lists, &name, child.age_on(today), measures, today);
    scores.show(from);
    model.layers.push(Layer::Scores(Box::new(scores)));
}

/// Searches every note that the user may read.
pub fn search(model: &mut Model, text: &str) -> Effect {
    if text.is_empty() {
        return Effect::None;
    }
    Effect::Search { text: text.to_owned(), case: model.talks.case(), sort: Sort::default(), listed: 0 }
}
