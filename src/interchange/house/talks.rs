//! Talks and what comes of them, out and in: addenda, follow-ups, scores.

use trivsel_domain::{
    Addendum, FollowUp, FollowUpClosing, FourLines, Initials, Line, Matter, Measure, OpenTo, Participant,
    Score, Talk, TalkKind, Tenths,
};

use super::OLDEST;
use super::back::Reading;
use super::compact::{Compact, Readers};
use super::decimal::Decimal;
use super::files::doer;
use super::out::Names;
use super::rows::{AddendumRow, FollowUpRow, MeasureRow, TalkRow};
use super::who::{Took, Who};
use crate::problem::{Fault, Problem};

pub(super) fn talk(talk: &Talk, names: &Names) -> Result<TalkRow, Fault> {
    let took: Result<_, Fault> = talk.participants.iter().map(|p| participant(p, names)).collect();
    let open_to = match &talk.open_to {
        OpenTo::House => Readers::House,
        OpenTo::Only(readers) => {
            let mut readers: Vec<Initials> =
                readers.iter().map(|r| names.of(*r)).collect::<Result<_, _>>()?;
            // By initials, as everywhere: the order in which a house keeps staff differs from house to house.
            readers.sort();
            Readers::Only(readers)
        }
    };
    Ok(TalkRow {
        id: talk.id,
        case: talk.case(),
        kind: talk.kind(),
        place: talk.matter.place().cloned(),
        topic: talk.matter.topic().cloned(),
        date: talk.date,
        start: talk.start,
        minutes: talk.minutes,
        participants: Took(took?),
        themes: talk.themes.clone(),
        methods: talk.methods.clone(),
        text: talk.text.clone(),
        author: names.of(talk.author)?,
        signed_at: talk.signed_at,
        open_to: Compact(open_to),
        source: talk.source,
    })
}

fn participant(who: &Participant, names: &Names) -> Result<Who, Fault> {
    Ok(match who {
        Participant::Staff(id) => Who::Staff(names.of(*id)?),
        Participant::Role(role) => Who::Role(*role),
        Participant::Person(id) => Who::Person(*id),
        Participant::Other(line) => Who::Other(line.clone()),
    })
}

pub(super) fn addendum(addendum: &Addendum, names: &Names) -> Result<AddendumRow, Fault> {
    Ok(AddendumRow {
        id: addendum.id,
        talk: addendum.talk,
        author: names.of(addendum.author)?,
        at: addendum.at,
        text: addendum.text.clone(),
    })
}

pub(super) fn follow_up(follow_up: &FollowUp, names: &Names) -> Result<FollowUpRow, Fault> {
    let closing = follow_up.closing.as_ref();
    Ok(FollowUpRow {
        id: follow_up.id,
        talk: follow_up.talk,
        case: follow_up.case,
        what: follow_up.what.clone(),
        who: doer(&follow_up.who, names)?,
        due: follow_up.due,
        end: closing.map(|c| c.how),
        ended_by: closing.map(|c| names.of(c.by)).transpose()?,
        ended_at: closing.map(|c| c.at),
        note: closing.and_then(|c| c.note.clone()),
    })
}

pub(super) fn measure(measure: &Measure) -> MeasureRow {
    let (instrument, lines, series, value) = match &measure.score {
        Score::Fit { instrument, lines } => {
            (Some(*instrument), lines.lines().map(Decimal).into(), None, None)
        }
        Score::Own { series, value } => (None, Vec::new(), Some(series.clone()), Some(Decimal(*value))),
    };
    MeasureRow {
        id: measure.id,
        case: measure.case,
        talk: measure.talk,
        date: measure.date,
        rater: measure.rater,
        instrument,
        lines,
        series,
        value,
    }
}

/// In version 1 a consultation did not say where, and could be one about a child; other talks could be of nobody.
fn from_oldest(row: TalkRow) -> TalkRow {
    match (row.case, row.kind) {
        (Some(_), TalkKind::Consultation) => TalkRow { kind: TalkKind::Message, ..row },
        (None, _) => TalkRow { kind: TalkKind::Consultation, place: Line::new("–").ok(), ..row },
        _ => row,
    }
}

impl Reading {
    pub(super) fn talk(&mut self, row: TalkRow) -> Option<Talk> {
        let row = if self.version == OLDEST { from_oldest(row) } else { row };
        let author = self.who(&row.author);
        let took = self.participants(row.participants);
        let open_to = self.open_to(row.open_to.0);
        let matter = match (row.case, row.kind, row.place) {
            (Some(case), kind, None) if row.topic.is_none() => Matter::of_case(case, kind).ok(),
            (None, TalkKind::Consultation, Some(place)) => Some(Matter::consultation(place, row.topic)),
            _ => None,
        };
        let Some(matter) = matter else {
            self.fault(format!("talk {}: case, kind, place, topic", row.id));
            return None;
        };
        // Taking in a draft would sign it behind its author's back.
        if row.signed_at.is_none() {
            let fault = Fault::Unsigned { date: row.date, author: row.author };
            self.problems.push(Problem::of_file(fault));
            return None;
        }
        Some(Talk {
            id: row.id,
            matter,
            date: row.date,
            start: row.start,
            minutes: row.minutes,
            participants: took?,
            themes: row.themes,
            methods: row.methods,
            text: row.text,
            author: author?,
            signed_at: row.signed_at,
            open_to: open_to?,
            source: row.source,
        })
    }

    fn participants(&mut self, took: Took) -> Option<Vec<Participant>> {
        // Every one is looked at, so that every unknown one is named.
        let found: Vec<Option<Participant>> = took
            .0
            .into_iter()
            .map(|who| match who {
                Who::Staff(initials) => self.who(&initials).map(Participant::Staff),
                Who::Role(role) => Some(Participant::Role(role)),
                Who::Person(id) => Some(Participant::Person(id)),
                Who::Other(line) => Some(Participant::Other(line)),
            })
            .collect();
        found.into_iter().collect()
    }

    fn open_to(&mut self, readers: Readers) -> Option<OpenTo> {
        match readers {
            Readers::House => Some(OpenTo::House),
            Readers::Only(readers) => {
                let found: Vec<_> = readers.iter().map(|r| self.who(r)).collect();
                found.into_iter().collect::<Option<_>>().map(OpenTo::Only)
            }
        }
    }

    pub(super) fn addendum(&mut self, row: AddendumRow) -> Option<Addendum> {
        let author = self.who(&row.author)?;
        Some(Addendum { id: row.id, talk: row.talk, text: row.text, author, at: row.at })
    }

    pub(super) fn follow_up(&mut self, row: FollowUpRow) -> Option<FollowUp> {
        let by = row.ended_by.as_ref().map(|i| self.who(i));
        let closing = match (row.end, by, row.ended_at, row.note) {
            (None, None, None, None) => None,
            (Some(how), Some(by), Some(at), note) => Some(FollowUpClosing { how, by: by?, at, note }),
            _ => {
                self.fault(format!("follow_up {}: end, ended_by, ended_at, note", row.id));
                return None;
            }
        };
        let who = self.doer(row.who, || format!("follow_up {}: who", row.id))?;
        Some(FollowUp {
            id: row.id,
            talk: row.talk,
            case: row.case,
            what: row.what,
            who,
            due: row.due,
            closing,
        })
    }

    pub(super) fn measure(&mut self, row: MeasureRow) -> Option<Measure> {
        let lines: Vec<Tenths> = row.lines.iter().map(|l| l.0).collect();
        let score = match (row.instrument, row.series, row.value) {
            (Some(instrument), None, None) => <[Tenths; 4]>::try_from(lines)
                .ok()
                .and_then(|l| FourLines::new(l).ok())
                .map(|lines| Score::Fit { instrument, lines }),
            (None, Some(series), Some(value)) if lines.is_empty() => {
                Some(Score::Own { series, value: value.0 })
            }
            _ => None,
        };
        if score.is_none() {
            self.fault(format!("measure {}: instrument, lines, series, value", row.id));
        }
        Some(Measure {
            id: row.id,
            case: row.case,
            talk: row.talk,
            date: row.date,
            rater: row.rater,
            score: score?,
        })
    }
}
