//! Finds the house, identifies the user and opens the house.

use std::io::{IsTerminal, stderr, stdin};

use trivsel_domain::decide::{Action, Reason};
use trivsel_domain::record::{KeyDeed, KeyEvent, Staff};
use trivsel_domain::value::{Initials, Line, StaffId};
use trivsel_store::{Arrival, Asker, Beside, House, HouseFolder, KeyRing, Receipt, StoreError, mint};
use trivsel_tui::clock::Clock;
use trivsel_tui::run::left;
use trivsel_words::key_event;
use trivsel_words::text::clean_line;

use super::failure::Failure;
use super::output::{complain, ended};
use super::passphrase;
use super::session::Session;
use super::welcome::ask_until;

/// An open house and the user who opened it.
pub(super) struct OpenHouse {
    pub house: House,
    pub staff: Staff,
    /// When they were here last.
    pub arrival: Arrival,
    /// What the seal beside the house said at the opening.
    pub beside: Beside,
}

impl OpenHouse {
    /// Opens the house as the named user for a command, takes up what a program left that was killed, and says on standard
    /// error what happened to their key since.
    pub fn open(session: &Session) -> Result<Self, Failure> {
        let mut open = Self::quietly(session)?;
        if left::take_up(&mut open.house, session.clock, open.staff.id, mint()) {
            complain(&ended(session.words.get("draft-aside-damaged")));
        }
        let last = key_event::last_here(&session.words, &open.arrival, session.clock.today());
        if stderr().is_terminal() {
            last.iter().for_each(|line| complain(line));
        }
        key_event::failed_tries(&session.words, &open.arrival).iter().for_each(|line| complain(line));
        Ok(open)
    }

    /// Opens the house as the named user.
    pub fn quietly(session: &Session) -> Result<Self, Failure> {
        let folder = folder(session)?;
        let who = who(session, &folder)?;
        let ring = KeyRing::new(&folder);
        let key =
            passphrase::open(session, |typed| ring.unlock(who.as_str(), typed, Clock::running().now()))?;
        let house = House::open(&folder, &key, trivsel_defaults::programmes()?)?;
        if house.has_no_room() {
            complain(&ended(session.words.get("disk-is-full")));
        }
        refuse_while_closing(session, &house)?;
        let staff = house.staff()?.into_iter().find(|s| s.initials == who);
        let staff = staff.ok_or(Failure::Refused(Reason::NotOnStaff.into()))?;
        match staff.left_on {
            Some(on) if on <= session.clock.today() => Err(Failure::Refused(Reason::HasLeft { on }.into())),
            _ => Self::past_the_seal(session, house, staff),
        }
    }

    /// Says what the seal beside the house says, and puts it on record.
    fn past_the_seal(session: &Session, mut house: House, staff: Staff) -> Result<Self, Failure> {
        let beside = house.beside();
        if let Some(sentence) = trivsel_words::beside::sentence(&session.words, beside) {
            complain(&ended(&sentence));
            house.note_beside(session.clock.asker(staff.id))?;
        }
        let arrival = house.arrive(session.clock.asker(staff.id))?;
        Ok(Self { house, staff, arrival, beside })
    }

    /// The user and the current time.
    pub fn asker(&self, session: &Session) -> Asker {
        session.clock.asker(self.staff.id)
    }

    pub fn perform(&mut self, session: &Session, action: &Action) -> Result<Receipt, Failure> {
        let asker = self.asker(session);
        Ok(self.house.perform(asker, action)?)
    }
}

/// Refuses to open a house that everybody is asked to close.
fn refuse_while_closing(session: &Session, house: &House) -> Result<(), Failure> {
    let now = session.clock.now();
    let asked = |event: &KeyEvent| match event.deed {
        KeyDeed::AskedToClose { until } => event.at <= now && now <= until,
        _ => false,
    };
    match house.last_key_event()?.filter(asked) {
        Some(_) => Err(Failure::said(session.words.get("cli-is-closing"))),
        None => Ok(()),
    }
}

pub(super) fn folder(session: &Session) -> Result<HouseFolder, Failure> {
    let path = session.house().ok_or_else(|| no_place(session))?;
    Ok(HouseFolder::open(path)?)
}

/// The failure for when no folder is given and the system has no default one.
pub(super) fn no_place(session: &Session) -> Failure {
    Failure::Usage(session.words.get("cli-no-place").to_owned())
}

/// Parses typed initials.
pub(super) fn initials(session: &Session, text: &str) -> Result<Initials, Failure> {
    Initials::new(text).map_err(|_| Failure::Usage(session.words.get("store-bad-initials").to_owned()))
}

/// Reads a line of text.
pub(super) fn line(session: &Session, text: &str) -> Result<Line, Failure> {
    Line::new(&clean_line(text)).map_err(|_| Failure::Usage(session.words.get("cli-bad-line").to_owned()))
}

/// The member of staff with these initials, present or former.
pub(super) fn member(staff: &[Staff], who: &Initials) -> Result<StaffId, Failure> {
    let found = staff.iter().find(|s| s.initials == *who).map(|s| s.id);
    found.ok_or(Failure::Refused(Reason::NoSuchStaff.into()))
}

/// The user: named in the options, or the only one who has a key.
pub(super) fn who(session: &Session, folder: &HouseFolder) -> Result<Initials, Failure> {
    if let Some(text) = &session.options.who {
        return initials(session, text);
    }
    let names = KeyRing::new(folder).names()?;
    match names.as_slice() {
        [] => Err(StoreError::NoKeys { path: folder.keys() }.into()),
        [only] => initials(session, only.as_str()),
        _ if stdin().is_terminal() => ask_until(session, "cli-ask-initials", |text| {
            let who = initials(session, text)?;
            let known = names.iter().any(|name| name.as_str() == who.as_str());
            if known { Ok(who) } else { Err(StoreError::NoSlot { initials: who.as_str().to_owned() }.into()) }
        }),
        _ => Err(Failure::Usage(session.words.get("cli-say-who").to_owned())),
    }
}
