//! `trivsel demo`: opens a temporary house of invented children.

use trivsel_domain::decide::Action;
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::DraftId;
use trivsel_store::{Access, Arrival, Asker, Beside, Draft, Founding, House, HouseFolder, HouseKey, mint};

use super::failure::Failure;
use super::screen::{self, Opening};
use super::session::Session;
use crate::demo;
use crate::demo::DraftText;
use trivsel_tui::clock::Clock;

pub(super) fn run(session: &Session) -> Result<(), Failure> {
    let calendar = Calendar::new(trivsel_defaults::closures(mint)?);
    let today = session.clock.today();
    let day = demo::opening_day(today, &calendar);
    let clock = if day == today { session.clock } else { Clock::on_date(day) }.agreeing();
    let records = demo::records(day, mint)?;
    let drafts = demo::drafts(day, &records)?;
    let looks = demo::looks(day, &records);
    let Some(first) = records.staff.first().cloned() else {
        return Err(Failure::Other(anyhow::anyhow!("the demonstration has no staff")));
    };
    let place = tempfile::Builder::new()
        .prefix("trivsel-demo-")
        .tempdir()
        .map_err(|error| Failure::Other(error.into()))?;
    let folder = HouseFolder::create_throwaway(place.path().join("house"))?;
    let founding = Founding {
        id: mint(),
        staff: first.clone(),
        programmes: records.programmes.clone(),
        closures: records.closures.clone(),
    };
    let now = clock.now();
    let mut house =
        House::found(&folder, &HouseKey::random()?, trivsel_defaults::programmes()?, &founding, now)?;
    let asker = Asker::new(first.id, now);
    house.perform(asker, &Action::Restore(Box::new(records)))?;
    let logged = looks.into_iter().map(|look| {
        let access = match look.talk {
            Some(id) => Access::Talk { id, case: Some(look.case) },
            None => Access::Case(look.case),
        };
        (Asker::new(look.by, look.at), access)
    });
    house.log_accesses(logged.collect())?;
    for draft in drafts {
        begin(&mut house, asker, draft)?;
    }
    let settings = session.settings()?;
    let throwaway = Some(place.path().to_owned());
    let arrival = Arrival::default();
    screen::open(
        session,
        Opening {
            house,
            me: first,
            clock,
            settings,
            throwaway,
            first_time: false,
            arrival,
            beside: Beside::default(),
        },
    )
}

/// Saves a draft and closes it, because no screen has it open.
fn begin(house: &mut House, asker: Asker, text: DraftText) -> Result<(), Failure> {
    let (id, screen) = (DraftId::from_u128(mint()), mint());
    let draft = Draft {
        id,
        author: asker.staff,
        form: text.form.to_owned(),
        case: Some(text.case),
        fields: text.fields,
        base: None,
        writers: Vec::new(),
        revision: 0,
        saved_at: asker.at,
        held: None,
    };
    house.save_draft(asker, screen, &draft)?;
    Ok(house.release_draft(screen, id)?)
}
