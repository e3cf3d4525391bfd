//! Whose calendar is shown: everybody's, a member of staff's, or a child's.

use trivsel_domain::record::Appointment;
use trivsel_domain::value::{CaseId, StaffId};

use crate::effect::Effect;
use crate::forms::Lookup;
use crate::layers::Layer;
use crate::layers::prompt::{Prompt, Purpose};
use crate::model::Model;
use crate::offers::{Name, Offer, children};
use trivsel_words::text::clip;

/// The widest word that is quoted, in columns.
const QUOTED: usize = 26;

/// Whose appointments are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    #[default]
    All,
    Staff(StaffId),
    /// The child's cases, the open one first, and the child's name.
    Child(Vec<CaseId>, String),
}

impl Whose {
    /// Whether an appointment is shown. One without staff is everybody's.
    #[must_use]
    pub fn has(&self, appointment: &Appointment) -> bool {
        match self {
            Self::All => true,
            Self::Staff(who) => appointment.staff.is_empty() || appointment.staff.contains(who),
            Self::Child(cases, _) => appointment.case.is_some_and(|case| cases.contains(&case)),
        }
    }

    /// Whether what is owed a case is shown, given the case's contacts.
    #[must_use]
    pub fn has_due(&self, case: CaseId, contacts: &[StaffId]) -> bool {
        match self {
            Self::All => true,
            Self::Staff(who) => contacts.contains(who),
            Self::Child(cases, _) => cases.contains(&case),
        }
    }

    /// Reads a typed name; nothing typed means everybody.
    ///
    /// # Errors
    /// What is wrong with the name, in words.
    pub fn read(text: &str, lookup: &Lookup<'_>) -> Result<Self, String> {
        if text.is_empty() {
            return Ok(Self::All);
        }
        let offers = offers(lookup);
        let fits = fitting(text, &offers);
        let wrong = |id: &str, args: &[(&str, &str)]| {
            let args: Vec<_> = args.iter().map(|(name, text)| (*name, clip(text, QUOTED).into())).collect();
            Err(lookup.words.with(id, &args))
        };
        match fits.as_slice() {
            [] => wrong("calendar-nobody", &[("name", text)]),
            [one] => Ok(one.part.clone()),
            [first, second, ..] if first.shown() == second.shown() => {
                wrong("calendar-same-name", &[("name", first.shown())])
            }
            [first, second] => wrong("book-either", &[("first", first.shown()), ("second", second.shown())]),
            [first, second, ..] => {
                wrong("book-several", &[("first", first.shown()), ("second", second.shown())])
            }
        }
    }

    /// Who it is, in words.
    #[must_use]
    pub fn told(&self, lookup: &Lookup<'_>) -> String {
        match self {
            Self::All => lookup.words.get("calendar-all").to_owned(),
            Self::Staff(who) => trivsel_words::talk::name(lookup.staff, *who).to_owned(),
            Self::Child(_, name) => name.clone(),
        }
    }

    /// Who it is in few letters: a member of staff by initials.
    #[must_use]
    pub fn told_short(&self, lookup: &Lookup<'_>) -> String {
        match self {
            Self::Staff(who) => lookup.initials(*who).to_owned(),
            other => other.told(lookup),
        }
    }
}

/// The names that complete what is typed.
#[must_use]
pub fn completions(text: &str, lookup: &Lookup<'_>) -> Vec<String> {
    let offers = offers(lookup);
    fitting(text.trim(), &offers).into_iter().map(|offer| offer.typed().to_owned()).collect()
}

fn offers(lookup: &Lookup<'_>) -> Vec<Offer<Whose>> {
    let staff = lookup.at_work().map(|member| Offer::member(member, Whose::Staff(member.id)));
    staff.chain(children(lookup, |cases, name| Whose::Child(cases, name.to_owned()))).collect()
}

/// The offers that a name fits best.
fn fitting<'o>(text: &str, offers: &'o [Offer<Whose>]) -> Vec<&'o Offer<Whose>> {
    let typed = Name::new(text);
    let fits: Vec<_> = offers.iter().filter_map(|offer| offer.fit(&typed).map(|fit| (fit, offer))).collect();
    let best = fits.iter().map(|(fit, _)| *fit).min();
    fits.into_iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, offer)| offer).collect()
}

/// Turns between everybody's calendar and the user's own.
pub fn turn(model: &mut Model) -> Effect {
    let mine = Whose::Staff(model.me.id);
    let next = if model.calendar.whose == mine { Whose::All } else { mine };
    show(model, next)
}

/// Opens the line for a name.
pub fn ask(model: &mut Model) -> Effect {
    let label = model.words.get("prompt-whose").to_owned();
    model.layers.push(Layer::Prompt(Prompt::new(Purpose::Whose, label)));
    Effect::None
}

/// Shows somebody's calendar.
pub fn show(model: &mut Model, whose: Whose) -> Effect {
    model.calendar.show_of(model.now, whose);
    model.status = None;
    Effect::None
}
