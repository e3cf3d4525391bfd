//! Tests that nobody is sealed in past the record: planted rows, another key for a member of staff, a file sealed to more.

use std::fs;

use age::secrecy::SecretString;
use age::x25519;
use trivsel_domain::record::Staff;
use trivsel_domain::value::{Initials, PersonName, StaffId};

use crate::staff::CURRENT;
use crate::{Asker, Cost, Founding, House, HouseFolder, Renewal, StoreError, private_file, recipients, seal};

fn colleague(id: u128, name: &str, initials: &str) -> Staff {
    Staff {
        id: StaffId::from_u128(id),
        name: PersonName::new(name).expect("a name"),
        initials: Initials::new(initials).expect("initials"),
        competencies: vec![],
        methods: vec![],
        phone: None,
        mail: None,
        left_on: None,
        leader: false,
    }
}

fn passphrase() -> SecretString {
    SecretString::from("hemmelig-ræv".to_owned())
}

fn soeren() -> Asker {
    Asker::new(StaffId::from_u128(1), "2026-08-10T07:30:00".parse().expect("a time"))
}

/// A house of Søren, who leads it, and Carl.
fn house(place: &tempfile::TempDir) -> House {
    let folder = HouseFolder::create(place.path().join("hus")).expect("a folder");
    let founding = Founding {
        id: 7,
        staff: colleague(1, "Søren Ægård Åse", "SØ"),
        programmes: vec![],
        closures: vec![],
    };
    let made = House::create(&folder, &passphrase(), Cost::Throwaway, vec![], &founding, soeren().at);
    let (mut house, _) = made.expect("a house");
    let carl = colleague(2, "Carl Dam", "CD");
    house.add_member(soeren(), &carl, &passphrase(), Cost::Throwaway).expect("a colleague");
    house.verify().expect("a sound house");
    house
}

fn sealed(house: &House) -> Vec<u8> {
    fs::read(house.folder().expect("a folder").keys().join(CURRENT)).expect("a seal")
}

#[test]
fn a_recipient_that_is_not_on_record_is_found_and_sealed_out() {
    // Somebody who is not on the staff, another key for somebody who is, and another recovery key.
    for name in ["ZZ", "CD", "*"] {
        let place = tempfile::tempdir().expect("a folder");
        let mut house = house(&place);
        let stranger = x25519::Identity::generate();
        let text = stranger.to_public().to_string();
        house.write(|tx| recipients::put(tx, name, Some(&text))).expect("a planted row");
        let found = StoreError::Strangers { initials: vec![name.to_owned()] };
        assert_eq!(house.verify().err(), Some(found));
        house
            .renew_slot(soeren(), "SØ", &passphrase(), Cost::Throwaway, Renewal::Owner)
            .expect("a passphrase");
        let path = place.path().to_owned();
        assert!(seal::open_key(&sealed(&house), &stranger, &path).expect("whole").is_none(), "{name}");
        if name == "*" {
            house.replace_recovery_key(soeren()).expect("a recovery key");
        } else {
            let planted = |slot: &crate::Slot| slot.initials.as_str() == name && !slot.is_on_record;
            assert!(house.slots().expect("slots").iter().any(planted));
            house.remove_slot(soeren(), name).expect("removed");
        }
        house.verify().expect("a sound house again");
    }
}

#[test]
fn a_key_file_sealed_to_one_more_is_found() {
    let place = tempfile::tempdir().expect("a folder");
    let mut house = house(&place);
    let mut all = recipients::on_record(house.conn(), &[]).expect("recipients");
    assert_eq!(seal::recipients(&sealed(&house)), all.len());
    all.push(x25519::Identity::generate().to_public());
    let (folder, key) = house.place().map(|(f, k)| (f.clone(), k.clone())).expect("a place");
    let more = seal::seal_key(&key, &all).expect("a seal");
    private_file::replace(&folder.keys(), CURRENT, &more).expect("written");
    assert_eq!(house.verify().err(), Some(StoreError::SealedToOthers));
    house.replace_recovery_key(soeren()).expect("a recovery key");
    house.verify().expect("a sound house again");
}
