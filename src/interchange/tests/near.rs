//! Tests of the suggestions for names that nearly match.

use super::{cases, day, days, said, talks};

#[test]
fn headings_kinds_and_people() {
    let list = "bran;tilbud;fase;henvist;Kontakt\nMia;x;x;1-8-2026;x\n";
    assert_eq!(
        said(&cases(list.as_bytes()))[0],
        "Linje 1, »bran«: overskriften kendes ikke. Ret den, eller skriv, hvad kolonnen er: --column \"bran=…\", med - hvis den ikke skal læses. Mente du »barn«?"
    );
    let list = "barn;tilbud;fase;henvist;kontakt\nMia Holm;skolefravær tilbud;forlob;1-8-2026;ABC\nEva Lund;trivsle;opstrat;1-8-2026;Anne\n";
    let told = said(&cases(list.as_bytes())).join("\n");
    for near in [
        "»trivsle«: huset har ikke det tilbud. Skriv et, som huset har. Mente du »trivsel«?",
        "Mente du »opstart«?",
        "Mente du »AB«?",
    ] {
        assert!(told.contains(near), "{near}\n{told}");
    }
    let talk = "barn;type;dato;tekst;forfatter\nIda;udviklng;1-9-2026;x;AB\n";
    assert!(said(&talks(talk))[0].ends_with("Mente du »udvikling«?"));
    let register = "barn;dato;formiddag\nIda;1-9-2026;sgy\n";
    assert!(said(&days(register.as_bytes()))[0].ends_with("Mente du »syg«?"));
}

#[test]
fn a_date_of_birth_is_judged_as_the_form_judges_it() {
    let of = |born: &str| {
        cases(
            format!("barn;født;tilbud;fase;henvist\nMia Holm;{born};trivsel;visitation;1-8-2026\n")
                .as_bytes(),
        )
    };
    for born in ["4-3-2013", "040313", "4.3.13", "2013-03-04 00:00:00"] {
        assert_eq!(of(born).rows[0].born, Some(day(2013, 3, 4)), "{born}");
    }
    for (born, told) in [
        ("14-03-1913", "Linje 2, »født«, »14-03-1913«: kan ikke være 1913. Skriv hele årstallet: 4.3.2013"),
        ("14-03-2026", "Linje 2, »født«, »14-03-2026«: kan ikke være 2026. Skriv hele årstallet: 4.3.2013"),
        ("040313-4321", "Linje 2, »født«: er et CPR-nummer. Skriv fødselsdatoen: 4.3.2013"),
    ] {
        assert_eq!(said(&of(born)), [told]);
    }
}
