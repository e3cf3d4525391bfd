//! One weekday of a timetable: its hours to the minute, and what happens when.

use chrono::{NaiveDate, Weekday};
use trivsel_domain::decide::Action;
use trivsel_domain::record::{Block, DayPlan, Edit, Timetable, in_force};
use trivsel_domain::value::{Hours, Line, Spells, TimeOfDay, TimetableId};

use crate::form::{Form, FormField};
use crate::forms::input::line;
use crate::forms::{Day, FormReader, Kind, Lookup, Meaning, Wrong, field, typed};
use trivsel_words::dates;
use trivsel_words::names::weekday;
use trivsel_words::typed_date::Lean;
use trivsel_words::typed_time::{parse_time, parse_time_range};

/// A weekday of the timetable in force on a day; changes hold from that day.
#[derive(Debug)]
pub struct SchoolDayForm {
    pub weekday: Weekday,
    pub from: NaiveDate,
}

impl SchoolDayForm {
    /// Reads the weekday and the day from a draft: "0 2026-11-30".
    #[must_use]
    pub fn of_draft(of: &str) -> Option<Self> {
        let (weekday, from) = of.split_once(' ')?;
        let weekday = Weekday::try_from(weekday.parse::<u8>().ok()?).ok()?;
        Some(Self { weekday, from: from.parse().ok()? })
    }

    fn plan<'a>(&self, lookup: &Lookup<'a>) -> Option<&'a DayPlan> {
        Some(in_force(lookup.timetables?, self.from)?.day(self.weekday))
    }
}

impl Kind for SchoolDayForm {
    fn of(&self) -> String {
        format!("{} {}", self.weekday.num_days_from_monday(), self.from)
    }

    fn fields(&self, lookup: &Lookup<'_>) -> Vec<FormField> {
        let lang = lookup.words.lang();
        let plan = self.plan(lookup);
        let spell = |h: Hours| dates::time_range(lang, h.from().into(), h.to().into());
        let spells = plan.and_then(DayPlan::spells);
        let hours: Vec<String> = spells.into_iter().flat_map(Spells::iter).map(spell).collect();
        let said = |b: &Block| format!("{} {}", dates::time(lang, b.at.into()), b.what.as_str());
        let blocks: Vec<String> = plan.map_or(&[][..], DayPlan::blocks).iter().map(said).collect();
        vec![
            line(field::HOURS, &hours.join(" ")),
            line(field::BLOCKS, &blocks.join("; ")),
            line(field::FROM, &typed::today_or(self.from, lookup)),
        ]
    }

    fn what(&self, _form: &Form, lookup: &Lookup<'_>) -> Option<String> {
        Some(weekday(lookup.words.lang(), self.weekday).to_owned())
    }

    fn day(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Day {
        match field.name {
            field::FROM => Some(typed::date(&field.text(), Lean::Future, lookup)),
            _ => None,
        }
    }

    fn meaning(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Meaning {
        let text = field.text();
        match field.name {
            field::HOURS => spells(&text, lookup).err().map(Err),
            field::BLOCKS => blocks(&text, lookup).err().map(Err),
            _ => None,
        }
    }

    fn example(&self, _form: &Form, field: &FormField, lookup: &Lookup<'_>) -> Option<String> {
        let id = match field.name {
            field::HOURS => "school-day-hours-example",
            field::BLOCKS => "school-day-blocks-example",
            _ => return None,
        };
        Some(lookup.words.get(id).to_owned())
    }

    fn read(&self, form: &Form, lookup: &Lookup<'_>) -> Result<Action, Vec<Wrong>> {
        let mut all = FormReader::new(form, lookup);
        let hours = all.take(field::HOURS, spells(&form.text(field::HOURS), lookup));
        let typed = all.take(field::BLOCKS, blocks(&form.text(field::BLOCKS), lookup));
        let from = all.needed_date(field::FROM);
        let dossier = all.dossier();
        let (Some(hours), Some(blocks), Some(from), Some(dossier), Some(versions)) =
            (hours, typed, from, dossier, lookup.timetables)
        else {
            return all.finish(None);
        };
        if blocks.iter().any(|b| hours.is_none_or(|hours| !hours.include(b.at))) {
            all.say(field::BLOCKS, "school-day-blocks-outside");
        }
        let before = in_force(versions, from);
        let mut days = before.map_or([const { DayPlan::Off }; 5], |t| t.days.clone());
        let day = match hours {
            Some(hours) => DayPlan::Expected { hours: Some(hours), blocks },
            // Without hours a day that is met elsewhere stays so.
            None => before
                .map(|t| t.day(self.weekday).clone())
                .filter(DayPlan::is_away_by_agreement)
                .unwrap_or(DayPlan::Off),
        };
        let at = usize::try_from(self.weekday.num_days_from_monday()).unwrap_or(0);
        if let Some(place) = days.get_mut(at) {
            *place = day;
        }
        if before.is_some_and(|t| t.days == days) {
            all.say(field::HOURS, "case-form-same");
        }
        let same = before.filter(|t| t.from == from);
        let id = same.map_or_else(|| TimetableId::from_u128(form.keeping.id.as_u128()), |t| t.id);
        let new = Timetable { id, case: dossier.case.id, from, days };
        let edit = Edit::new(same.cloned(), Some(new)).ok();
        all.finish(edit.map(|edit| Action::Save(vec![edit.into()])))
    }
}

/// One or two ranges separated by blanks; none for an empty text.
fn spells(text: &str, lookup: &Lookup<'_>) -> Result<Option<Spells>, String> {
    let wrong = || lookup.words.get("school-day-hours-wrong").to_owned();
    let joined = text.replace([';', '+'], " ").replace(" -", "-").replace("- ", "-").replace(" – ", "–");
    let range = |part: &str| {
        let range = parse_time_range(part.trim_end_matches(',')).map_err(|_| wrong())?;
        Hours::new(range.from.into(), range.to.into()).map_err(|_| wrong())
    };
    match joined.split_whitespace().collect::<Vec<_>>()[..] {
        [] => Ok(None),
        [one] => Ok(Some(range(one)?.into())),
        [one, two] => Spells::new(range(one)?, Some(range(two)?)).map(Some).map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

/// Blocks with their times, separated by semicolons: "8.30 dansk; 9.15 pause".
fn blocks(text: &str, lookup: &Lookup<'_>) -> Result<Vec<Block>, String> {
    let wrong = || lookup.words.get("school-day-blocks-wrong").to_owned();
    let mut blocks = Vec::new();
    for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (at, what) = part.split_once(char::is_whitespace).ok_or_else(wrong)?;
        let at: TimeOfDay = parse_time(at).map_err(|_| wrong())?.into();
        blocks.push(Block { at, what: Line::new(what).map_err(|_| wrong())? });
    }
    blocks.sort_by_key(|b| b.at);
    Ok(blocks)
}
