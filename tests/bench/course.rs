//! One child's course: case, timetables, teaching plans, appointments, register and talks.

use chrono::{Datelike, Days, NaiveDate};
use trivsel_domain::record::{
    Appointment, Case, Child, Closing, Contacts, Day, DayPlan, Matter, OpenTo, Outcome, Participant, Records,
    Referral, Standing, Stay, Subject, SubjectPlan, Talk, TalkKind, TalkSource, TeachingPlan, Timetable,
};
use trivsel_domain::rules::calendar::Calendar;
use trivsel_domain::value::{
    AppointmentId, CaseId, ChildId, Grade, Hours, Line, LongText, Mark, PersonName, Role, SchoolClass,
    SchoolYear, SeatNumber, SeatedStage, StaffId, Tag, TalkId, TeachingPlanId, TimeOfDay, TimetableId,
};

use crate::data::{SEATS, me, now, programme, unlimited};

const SENTENCES: [&str; 24] = [
    "Mor fortæller, at morgenen går lettere, når tøjet er lagt frem aftenen før.",
    "Vi aftaler at prøve kl. 8.15 i tre uger.",
    "Lærer og pædagog ringer til hinanden hver torsdag.",
    "Barnet har selv valgt, at matematik ligger først.",
    "Far er med ved næste møde og får en besked inden.",
    "Skolefraværet er faldet siden efterårsferien, og ugeplanen følges.",
    "Hun gik selv ind ad døren for anden gang i denne uge.",
    "Bekymringen fylder mest søndag aften og tirsdag morgen.",
    "PPR vurderer, om der skal laves en ny udtalelse.",
    "Sagsbehandleren har indkaldt til netværksmøde i rådhusets store lokale.",
    "Han savner sine gamle klassekammerater, men vil ikke skrive til dem.",
    "Øvelsen med vejrtrækning virker, når den laves i bussen.",
    "Bedstemor henter om onsdagen, så der er ro til lektier.",
    "Kontaktpædagogen følger på vej til svømning.",
    "Søvnen er bedre, og skærmen lægges væk klokken ni.",
    "Angsten kom igen efter vikartimen, og vi talte om hvorfor.",
    "Åse fra familiehuset deltog på telefon.",
    "De vil gerne have en plan, som hele familien kan se på køleskabet.",
    "Trivselsskemaet blev udfyldt sammen i begyndelsen.",
    "Klassen er urolig, og lyden er det, der trætter mest.",
    "Næste skridt er en hel formiddag med frikvarter.",
    "Moren er sygemeldt og har brug for færre opringninger.",
    "Der er givet lov til at gå fra, når det bliver for meget.",
    "Skolen sender referatet, og vi gemmer det i sagen.",
];
const FIRST: &str = "Alma Asger Aya Bertram Carl-Emil Ditte Elias Freja Ida-Marie Jonas Lærke Mads Sofia Søren \
    Yusuf Åse";
const LAST: &str = "Holm Lund Hassan Juhl Friis Krogh Bech Winther Toft Ravn Bang Østergaard Åkjær Ægård \
    Yilmaz Dam Skov Kjær Bruun Vang Fogh Gram Høj Iversen Jul Kruse Lind Mørk Nygaard Øster \
    Poulsen";

/// One child's time in a seat. The current course is number 0, the one before it number 1.
#[derive(Clone, Copy)]
pub struct Course {
    /// The seat, from 1. Those beyond the seats are of the programme without a limit.
    pub seat: u16,
    /// How many courses followed on this seat.
    pub nth: u16,
    pub from: NaiveDate,
    /// The first day without the seat.
    pub until: Option<NaiveDate>,
}

impl Course {
    /// Ids grow with time, as the program's own ids do.
    fn id(self, n: usize) -> u128 {
        let day = u128::try_from(self.from.num_days_from_ce()).unwrap();
        (day << 64) + (u128::from(self.seat) << 32) + n as u128
    }

    /// Adds every record of the course.
    pub fn write(self, house: &mut Records, calendar: &Calendar) {
        let Self { seat, nth, from, until } = self;
        let today = now().date();
        let (case, me) = (CaseId::from_u128(self.id(0)), me().id);
        let grade = Grade::new(4 + (seat % 7) as u8).unwrap();
        let class = SchoolClass::new(SchoolYear::of(from), grade, "b").unwrap();
        let pick = |names: &'static str, n: u16| names.split(' ').cycle().nth(usize::from(n)).unwrap();
        let name = format!("{} {}", pick(FIRST, seat - 1), pick(LAST, nth));
        let child = ChildId::from_u128(self.id(0));
        let (name, school) = (PersonName::new(&name).unwrap(), Line::new("Lindeskolen").ok());
        house.children.push(Child::new(child, name, None, school, vec![class]));
        let has_register = seat <= SEATS;
        let programme = if has_register { programme() } else { unlimited() };
        let stay = Stay { seat: SeatNumber::new(seat).unwrap(), from };
        let note = Line::new("Fravær over 30 % siden august").ok();
        let referral = Referral { on: from - Days::new(40), note };
        house.cases.push(Case {
            standing: match until {
                None => Standing::Seated { stage: SeatedStage::Course, stay },
                Some(on) => Standing::Closed {
                    stay,
                    closing: Closing { on, outcome: Outcome::GeneralSchool, place: None },
                },
            },
            contacts: Contacts { primary: Some(me), secondary: Some(StaffId::from_u128(2)) },
            ..Case::new(case, child, programme.code, referral)
        });
        for version in 0..3 {
            let from = from + Days::new(70 * version);
            let id = self.id(version as usize);
            house.timetables.push(Timetable {
                id: TimetableId::from_u128(id),
                case,
                from,
                days: week(has_register),
            });
            house.teaching.push(teaching(TeachingPlanId::from_u128(id), case, from));
        }
        let last = until.map_or(today, |u| u - Days::new(1));
        for (n, date) in calendar.school_days(from, last + Days::new(21)).enumerate() {
            let id = self.id(n);
            if n % 5 == usize::from(seat) % 5 {
                house.appointments.push(appointment(AppointmentId::from_u128(id), case, date));
            }
            if date < today && until.is_none_or(|u| date < u) {
                if has_register {
                    house.days.push(day(case, date, grade, n));
                }
                house.talks.push(talk(TalkId::from_u128(id), case, date, n));
            }
        }
    }
}

fn time(hour: u32, minute: u32) -> TimeOfDay {
    TimeOfDay::new(hour, minute).unwrap()
}

/// Every morning, or no day for a child that only comes to talks.
fn week(every: bool) -> [DayPlan; 5] {
    let hours = Hours::new(time(8, 30), time(12, 0)).ok().map(Into::into);
    let day = || if every { DayPlan::Expected { hours, blocks: Vec::new() } } else { DayPlan::Off };
    std::array::from_fn(|_| day())
}

fn teaching(id: TeachingPlanId, case: CaseId, from: NaiveDate) -> TeachingPlan {
    let subject = |subject| SubjectPlan {
        level: Line::new("4. klasse").ok(),
        goal: Line::new("Læser en kort tekst højt").ok(),
        ..SubjectPlan::new(subject, 3)
    };
    let subjects = Subject::ALWAYS.into_iter().map(subject).collect();
    TeachingPlan::new(id, case, from, Line::new("Kommer ind ad døren selv").ok(), subjects).unwrap()
}

fn appointment(id: AppointmentId, case: CaseId, date: NaiveDate) -> Appointment {
    let hours = Hours::new(time(13, 0), time(13, 50)).ok();
    let title = Line::new("Forældresamtale").unwrap();
    Appointment {
        id,
        date,
        hours,
        title,
        kind: None,
        case: Some(case),
        staff: vec![me().id],
        event: None,
        not_held: None,
        series: None,
    }
}

fn day(case: CaseId, date: NaiveDate, grade: Grade, n: usize) -> Day {
    let first = match n % 11 {
        2 | 3 => Mark::Sick,
        6 => Mark::Unlawful,
        9 => Mark::Late { at: time(9, 10) },
        _ => Mark::Present,
    };
    let second = (grade.marks_twice_a_day() && n % 9 == 4).then_some(Mark::Unlawful);
    let remark = n.is_multiple_of(5).then(|| Line::new("Kom med sin far, gik selv ind").unwrap());
    Day { first: Some(first), second, remark, ..Day::blank(case, date) }
}

/// A note of five sentences. The last one is in every note, and every 4000th note also has a rare one.
pub fn note(seed: u128) -> String {
    // Fibonacci hashing: the same seed always gives the same note.
    let mut dice = (seed ^ (seed >> 64)) as u64;
    let mut text = String::new();
    for _ in 0..4 {
        dice = dice.wrapping_add(0x9e37_79b9_7f4a_7c15).wrapping_mul(0xd134_2543_de82_ef95);
        text += SENTENCES[(dice >> 40) as usize % SENTENCES.len()];
        text.push(' ');
    }
    if (dice >> 20).is_multiple_of(4000) {
        text += "Logopæden kommer til mødet. ";
    }
    text + "Vi ses igen til næste samtale."
}

fn talk(id: TalkId, case: CaseId, date: NaiveDate, n: usize) -> Talk {
    let kind = if n.is_multiple_of(2) { TalkKind::Parent } else { TalkKind::Wellbeing };
    Talk {
        id,
        matter: Matter::of_case(case, kind).unwrap(),
        date,
        start: Some(time(13, 0)),
        minutes: trivsel_domain::value::Minutes::new(50).ok(),
        participants: vec![Participant::Role(Role::Mother), Participant::Role(Role::Father)],
        themes: vec![Tag::new(if n.is_multiple_of(3) { "søvn" } else { "skolevej" }).unwrap()],
        methods: vec![Tag::new("social thinking").unwrap()],
        text: LongText::new(&note(id.as_u128())).unwrap(),
        author: me().id,
        signed_at: date.and_hms_opt(15, 0, 0).map(Into::into),
        open_to: OpenTo::House,
        source: TalkSource::Own,
        judgement: None,
    }
}
