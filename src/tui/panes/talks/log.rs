//! What the pane has read of the log: its newest talks, and page by page those before.

use std::collections::HashMap;

use trivsel_domain::{FollowUp, TalkId};
use trivsel_store::{LogKey, Noted, TagsInUse};

use super::filter::Filter;
use super::{Talks, View};
use crate::effect::Effect;
use crate::load::Query;
use crate::view::Names;
use trivsel_words::Words;

/// How many talks there are that the filter lets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// So many.
    Exactly(usize),
    /// More than so many: they were not counted further.
    Over(usize),
}

impl Default for Total {
    fn default() -> Self {
        Self::Exactly(0)
    }
}

/// What the pane reads in one go.
#[derive(Debug)]
pub struct Log {
    /// What it was asked for.
    pub filter: Filter,
    /// The talks, newest first.
    pub talks: Vec<Noted>,
    /// How many there are.
    pub total: Total,
    /// What is to be followed up, by day.
    pub follow_ups: Vec<FollowUp>,
    /// Where the consultations were that something is to be followed up from.
    pub places: HashMap<TalkId, String>,
    /// Themes and methods on record.
    pub tags: TagsInUse,
    /// The names behind the cases.
    pub names: Names,
}

/// The next page of it.
#[derive(Debug)]
pub struct Page {
    /// What it was asked for.
    pub filter: Filter,
    /// Which talk it follows.
    pub before: LogKey,
    /// Older talks, newest first.
    pub talks: Vec<Noted>,
    /// Whether it is as long as a page can be.
    pub full: bool,
    /// The names behind the cases.
    pub names: Names,
}

impl Talks {
    /// Takes what was read.
    pub fn take(&mut self, log: Log) {
        let stood_on = self.wanted.take().or_else(|| self.selected_talk().map(|n| n.key().id));
        let Log { filter, talks, total, follow_ups, places, tags, names } = log;
        self.names.extend(names);
        (self.filter, self.talks, self.total, self.read) = (filter, talks, total, true);
        (self.follow_ups, self.places, self.tags) = (follow_ups, places, tags);
        let at = self.talks.iter().position(|t| Some(t.key().id) == stood_on);
        let row = match self.view {
            View::Log => at.map_or(0, |n| n + self.drafts_shown().count()),
            View::FollowUps => self.cursor,
        };
        self.cursor = row.min(self.count().saturating_sub(1));
    }

    /// Takes the next page, if it still follows what is listed.
    pub fn take_page(&mut self, page: Page) {
        let Page { filter, before, talks, full, names } = page;
        if filter != self.filter || self.talks.last().map(Noted::key) != Some(before) {
            return;
        }
        self.names.extend(names);
        self.talks.extend(talks);
        let listed = self.talks.len();
        self.total = match self.total {
            _ if !full => Total::Exactly(listed),
            Total::Over(count) => Total::Over(count.max(listed)),
            exactly => exactly,
        };
    }

    /// Asks for another log: what is listed is of the one before.
    pub(super) fn turn_to(&mut self, filter: Filter) {
        (self.filter, self.cursor, self.read) = (filter, 0, false);
        self.talks.clear();
    }

    /// The next page, where the cursor has come to the end of what is listed and there are more.
    pub(super) fn next_page(&self) -> Effect {
        let more = match self.total {
            Total::Exactly(count) => self.talks.len() < count,
            Total::Over(_) => true,
        };
        let at_end = self.view == View::Log && self.cursor + 1 == self.count();
        match self.talks.last().filter(|_| more && at_end) {
            Some(last) => Effect::Load(Query::TalksBefore(Box::new(self.filter.clone()), last.key())),
            None => Effect::None,
        }
    }

    /// How many talks are listed, and of how many.
    pub(super) fn told(&self, words: &Words) -> String {
        let listed = self.talks.len();
        let (id, count) = match self.total {
            Total::Exactly(count) if listed >= count => return words.count("talk", listed),
            Total::Exactly(count) => ("talks-newest", count),
            Total::Over(count) => ("talks-newest-over", count),
        };
        words.with(id, &[("listed", listed.into()), ("count", count.into())])
    }
}
