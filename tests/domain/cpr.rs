//! CPR numbers: validation, the birth date they encode, and masked printing.

use trivsel_domain::value::{Cpr, CprProblem, CprWarning};

use super::facts::date;

#[test]
fn a_number_is_a_date_and_only_warns_of_modulus_11() {
    for (text, born, warns) in [
        ("070761-4285", (1961, 7, 7), false),
        ("0707614285", (1961, 7, 7), false),
        ("010113 4321", (2013, 1, 1), true),
        ("010158-5321", (1858, 1, 1), true),
        ("010157-5321", (2057, 1, 1), true),
        ("010137-9321", (1937, 1, 1), true),
        ("010136-9321", (2036, 1, 1), true),
        ("290204-4322", (2004, 2, 29), true),
    ] {
        let cpr = Cpr::new(text).unwrap();
        assert_eq!(cpr.born(), date(born.0, born.1, born.2), "{text}");
        assert_eq!(cpr.warning().is_some(), warns, "{text}");
    }
    for (text, problem) in [
        (" ", CprProblem::Empty),
        ("070761-428", CprProblem::Digits),
        ("070761-42855", CprProblem::Digits),
        ("07-0761-4285", CprProblem::Digits),
        ("070761-428x", CprProblem::Digits),
        ("310213-4321", CprProblem::NoSuchDate),
        ("290203-4321", CprProblem::NoSuchDate),
    ] {
        assert_eq!(Cpr::new(text), Err(problem), "{text}");
    }
    let cpr = Cpr::new("0101134321").unwrap();
    assert_eq!(cpr.warning(), Some(CprWarning::Modulus11));
    assert_eq!((cpr.masked().as_str(), cpr.in_full().as_str()), ("010113-••••", "010113-4321"));
    assert!(!format!("{cpr:?}").contains("4321") && !format!("{cpr:?}").contains("0101"));
    assert_eq!(serde_json::from_str::<Cpr>("\"010113-4321\"").ok(), Some(cpr));
}
