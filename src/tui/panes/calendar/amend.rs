//! What is different about an appointment, typed on one line: `14 lb`, `tor 50m`, `hver 4. uge til 18.12`, `"Møde på skolen"`.
//! What is not typed stays as it is.

use chrono::{Datelike, Days, NaiveDate};
use trivsel_domain::record::{Appointment, Edit};
use trivsel_domain::rules::booking::{collisions, usual_minutes};
use trivsel_domain::rules::calendar::monday_of;
use trivsel_domain::rules::series::{Amended, Amendment, Reach, Stuck, amend};
use trivsel_domain::value::{Hours, Line, Minutes};

use super::book::{self, Proposal};
use super::change::why_stuck;
use super::recurrence;
use super::typed_appointment::{self, Parts};
use crate::effect::Effect;
use crate::forms::Lookup;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::model::Model;
use trivsel_words::dates;
use trivsel_words::typed_date::{Lean, leading_date, weekday_of};

/// The appointments that the line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amending {
    one: Appointment,
    /// Its series.
    members: Vec<Appointment>,
    reach: Reach,
}

/// Opens the line.
pub fn open(model: &mut Model, one: &Appointment, members: &[Appointment], reach: Reach) -> Effect {
    let day = dates::day_short_seen(model.words.lang(), one.date, model.today());
    let id = match reach {
        Reach::One => "prompt-amend",
        Reach::Onward => "prompt-amend-onward",
        Reach::All => "prompt-amend-all",
    };
    let label = model.words.with(id, &[("day", day.into())]);
    let about = Amending { one: one.clone(), members: members.to_vec(), reach };
    model.status = None;
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::Amend(Box::new(about)), label)));
    Effect::None
}

/// Makes the change, unless it collides or stands aside for closed days.
pub fn accept(model: &mut Model, about: &Amending, amendment: &Amendment) -> Effect {
    let calendar = model.roster.calendar.clone();
    let now = model.now;
    let made = amend((&about.one, &about.members), about.reach, amendment, (now, &calendar), || model.mint());
    match made {
        Ok(Amended { edits, closed, .. }) => book::propose_all(Proposal { edits, closed }),
        Err(stuck) => {
            model.refuse_with(why_stuck(stuck));
            Effect::None
        }
    }
}

impl Amending {
    /// Reads what is typed.
    ///
    /// # Errors
    /// What is wrong with the line, in words.
    pub fn read(&self, text: &str, lookup: &Lookup<'_>) -> Result<Amendment, String> {
        let (words, one) = (lookup.words, &self.one);
        let wrong = |id: &str| words.get(id).to_owned();
        let (before, behind) = text.split_once('"').unwrap_or((text, ""));
        let (quoted, behind) = behind.split_once('"').unwrap_or((behind, ""));
        let (recurrence, line) = self.recurrence(&format!("{before} {behind}"), lookup)?;
        let parts = typed_appointment::parts(&in_its_week(&line, one.date, lookup), lookup)?;
        if parts.range.is_some() && parts.length.is_some() {
            return Err(wrong("book-two-lengths"));
        }
        let from = parts.from.or(parts.range.map(Hours::from));
        let typed = parts.length.map(Minutes::get).or(parts.range.map(Hours::minutes));
        if one.hours.is_none() && from.is_none() && typed.is_some() {
            return Err(wrong("book-no-start"));
        }
        let kind = parts.kind.or(one.kind);
        let programme = parts.case.or(one.case).and_then(|case| lookup.programme(case));
        let usual = (one.hours.is_none() && from.is_some()).then(|| usual_minutes(programme, kind));
        let rule = recurrence.map(|r| r.changed(parts.date, lookup)).transpose()?;
        let amendment = Amendment {
            date: parts.date,
            from,
            minutes: typed.or(usual),
            title: self.title(&parts, quoted, lookup)?,
            kind: parts.kind,
            case: parts.case,
            staff: Some(parts.staff).filter(|staff| !staff.is_empty()),
            rule,
        };
        match self.amended(&amendment, lookup) {
            _ if amendment == Amendment::default() => Err(wrong("amend-nothing")),
            Ok(amended) if amended.edits.is_empty() => Err(wrong("amend-same")),
            Ok(_) => Ok(amendment),
            Err(stuck) => Err(wrong(why_stuck(stuck))),
        }
    }

    /// The words of a rule. For a series its end alone is one: `til 18.12`, `8 gange`.
    fn recurrence(
        &self,
        text: &str,
        lookup: &Lookup<'_>,
    ) -> Result<(Option<recurrence::Recurrence>, String), String> {
        let found = recurrence::take(text, lookup)?;
        let Some(place) = self.one.series.filter(|_| found.0.is_none()) else { return Ok(found) };
        let as_before = format!("hver {}. uge {text}", place.repeat.weeks.get());
        match recurrence::take(&as_before, lookup) {
            Ok((Some(rule), line)) if rule.has_end() => Ok((Some(rule.on_days_of(&place.repeat)), line)),
            _ => Ok(found),
        }
    }

    /// The title that is typed, or that follows from another kind or child. A title of the staff's own stays.
    fn title(&self, parts: &Parts, quoted: &str, lookup: &Lookup<'_>) -> Result<Option<Line>, String> {
        let named = |case, kind| Parts { case, kind, ..Parts::default() };
        let old = named(self.one.case, self.one.kind);
        let is_own = || typed_appointment::title(&old, "", lookup).as_deref() != Ok(self.one.title.as_str());
        let mut new = named(parts.case.or(self.one.case), parts.kind.or(self.one.kind));
        new.rest.clone_from(&parts.rest);
        let typed = !quoted.trim().is_empty() || !parts.rest.is_empty();
        let title = match (typed, parts.kind.is_some() || parts.case.is_some()) {
            (true, _) => typed_appointment::title(&new, quoted, lookup)?,
            (false, true) if is_own() => typed_appointment::title(&new, self.one.title.as_str(), lookup)?,
            (false, true) => typed_appointment::title(&new, "", lookup)?,
            (false, false) => return Ok(None),
        };
        Line::new(&title).map(Some).map_err(|_| lookup.words.get("prompt-too-long").to_owned())
    }

    /// The appointments as they would be, without new identities.
    fn amended(&self, amendment: &Amendment, lookup: &Lookup<'_>) -> Result<Amended, Stuck> {
        let facts = (&self.one, self.members.as_slice());
        amend(facts, self.reach, amendment, (lookup.now, lookup.calendar), || 0)
    }

    /// The appointments as they would be, in words, with who is busy then.
    #[must_use]
    pub fn told(&self, amendment: &Amendment, lookup: &Lookup<'_>) -> String {
        let words = lookup.words;
        let Ok(Amended { edits, closed, rule }) = self.amended(amendment, lookup) else {
            return String::new();
        };
        let left: Vec<&Appointment> = edits.iter().filter_map(Edit::new_state).collect();
        let same = left.iter().find(|a| a.id == self.one.id).or(left.first()).copied();
        let gone = edits.len() - left.len();
        let mut told = Vec::new();
        if let Some(new) = same {
            let day = dates::day_short_seen(words.lang(), new.date, lookup.today());
            told.push(format!("{day} {}", super::hours(words, new.hours)));
        }
        // What goes stands where a narrow screen does not cut it off.
        if gone > 0 {
            told.push(format!("▲ {}", words.with("amend-gone", &[("count", gone.into())])));
        }
        if rule.is_some() && self.reach == Reach::One && self.one.series.is_some() {
            told.push(words.get("amend-onward").to_owned());
        }
        match rule {
            Some(rule) => told.push(typed_appointment::series_told(&rule, left.len(), &closed, lookup)),
            None if edits.len() > 1 => told.push(words.count("appointment", edits.len())),
            None => {}
        }
        let Some(new) = same else { return told.join(" · ") };
        told.extend(super::closed(words, lookup.calendar, new.date).map(|why| format!("▲ {why}")));
        let others = collisions(&edits, lookup.booked);
        let busy = typed_appointment::busy(new, &others, lookup);
        if !busy.is_empty() {
            told.push(format!("▲ {}", words.with("book-busy", &[("who", busy.join(", ").into())])));
        }
        let staff: Vec<&str> = new.staff.iter().map(|who| lookup.initials(*who)).collect();
        told.extend([new.title.as_str().to_owned(), staff.join(" ")]);
        told.retain(|part| !part.is_empty());
        told.join(" · ")
    }
}

/// The line with a weekday that stands alone as the day in the week of the appointment, or after it where that day is over.
fn in_its_week(line: &str, date: NaiveDate, lookup: &Lookup<'_>) -> String {
    let (lang, today) = (lookup.words.lang(), lookup.today());
    let words: Vec<&str> = line.split_whitespace().collect();
    let found = |at: &usize| leading_date(words.get(*at..).unwrap_or_default(), today, Lean::Future, lang);
    let Some(at) = (0..words.len()).find(|at| found(at).is_some()) else { return line.to_owned() };
    let alone = found(&at).is_some_and(|(count, _)| count == 1);
    let word = words.get(at).copied().unwrap_or_default();
    let Some(weekday) = weekday_of(word, lang).filter(|_| alone) else { return line.to_owned() };
    let days = Days::new(weekday.num_days_from_monday().into());
    let mut day = monday_of(date) + days;
    if day < today && today <= date {
        day = day + Days::new(7);
    }
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    if let Some(word) = words.get_mut(at) {
        *word = format!("{}.{}.{}", day.day(), day.month(), day.year());
    }
    words.join(" ")
}
