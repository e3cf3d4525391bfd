//! The part of the log that has been read: the newest talks, and older ones page by page.

use std::collections::HashMap;

use trivsel_domain::record::FollowUp;
use trivsel_domain::value::TalkId;
use trivsel_store::{LogKey, Noted, TagsInUse};

use super::filter::Filter;
use super::{Talks, View};
use crate::effect::Effect;
use crate::load::Query;
use crate::view::Names;
use trivsel_words::Words;

/// The number of talks that pass the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    Exactly(usize),
    /// More than this number; counting stopped there.
    Over(usize),
}

impl Default for Total {
    fn default() -> Self {
        Self::Exactly(0)
    }
}

/// The first part of the log, as one query reads it.
#[derive(Debug)]
pub struct Log {
    /// The filter that was asked for.
    pub filter: Filter,
    /// Newest first.
    pub talks: Vec<Noted>,
    pub total: Total,
    /// The open follow-ups, by date.
    pub follow_ups: Vec<FollowUp>,
    /// The places of the consultations that the follow-ups come from.
    pub places: HashMap<TalkId, String>,
    /// The themes and methods on record.
    pub tags: TagsInUse,
    pub names: Names,
}

/// The next page of the log.
#[derive(Debug)]
pub struct Page {
    /// The filter that was asked for.
    pub filter: Filter,
    /// The talk that the page follows.
    pub before: LogKey,
    /// Older talks, newest first.
    pub talks: Vec<Noted>,
    /// Whether the page has its full length, in which case more may follow.
    pub full: bool,
    pub names: Names,
}

impl Talks {
    pub fn take(&mut self, log: Log) {
        let under_cursor = self.wanted.take().or_else(|| self.selected_talk().map(|n| n.key().id));
        let Log { filter, talks, total, follow_ups, places, tags, names } = log;
        self.names.extend(names);
        (self.filter, self.talks, self.total, self.read) = (filter, talks, total, true);
        (self.follow_ups, self.places, self.tags) = (follow_ups, places, tags);
        let at = self.talks.iter().position(|t| Some(t.key().id) == under_cursor);
        let row = match self.view {
            View::Log => at.map_or(0, |n| n + self.drafts_shown().count()),
            View::FollowUps => self.cursor,
        };
        self.cursor = row.min(self.count().saturating_sub(1));
    }

    /// Takes the next page if it still follows the last listed talk.
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

    /// The number of rows in all, as far as they were counted, also those that have not been read.
    pub(super) fn listed_in_all(&self) -> usize {
        let (Total::Exactly(talks) | Total::Over(talks)) = self.total;
        match self.view {
            View::Log => self.drafts_shown().count() + talks,
            View::FollowUps => 0,
        }
    }

    /// Sets the filter and drops the listed talks, which belong to the old one.
    pub(super) fn turn_to(&mut self, filter: Filter) {
        (self.filter, self.cursor, self.read) = (filter, 0, false);
        self.talks.clear();
    }

    /// Reads the next page if the cursor is on the last row and there are more talks.
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

    /// The number of talks listed, and the number in all.
    #[must_use]
    pub fn told(&self, words: &Words) -> String {
        let listed = self.talks.len();
        let (id, count) = match self.total {
            Total::Exactly(count) if listed >= count => return words.count("talk", listed),
            Total::Exactly(count) => ("talks-newest", count),
            Total::Over(count) => ("talks-newest-over", count),
        };
        words.with(id, &[("listed", listed.into()), ("count", count.into())])
    }
}
