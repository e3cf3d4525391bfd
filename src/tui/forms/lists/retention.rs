//! Writes and parses how long the house keeps cases, a programme on a line, and whether it is a municipality's.

use trivsel_domain::record::{HouseProgramme, Programme, ProgrammeYears, Retention};
use trivsel_domain::value::Interval;

use super::parse::{lines, wrong};
use trivsel_words::Words;
use trivsel_words::programme::programme as name;
use trivsel_words::text::fold;

type Programmes = [(Programme, HouseProgramme)];

/// `Skolefraværstilbud: 5 år`, and for a municipality `Kommunalt: ja`.
pub(super) fn written(retention: &Retention, programmes: &Programmes, words: &Words) -> String {
    let of = |(profile, own): &(Programme, HouseProgramme)| {
        let years = retention.years_of(&own.code);
        let years = words.with("retention-years", &[("count", years.into())]);
        format!("{}: {years}", name(words.lang(), profile))
    };
    let municipal = if retention.municipal { "retention-yes" } else { "retention-no" };
    let municipal = format!("{}: {}", words.get("retention-municipal"), words.get(municipal));
    programmes.iter().map(of).chain([municipal]).collect::<Vec<_>>().join("\n")
}

/// Each line names a programme and its years, or says whether the house is a municipality's. What is left out is usual.
pub(super) fn read(text: &str, programmes: &Programmes, words: &Words) -> Result<Retention, String> {
    let mut retention = Retention::default();
    for (n, line) in lines(text) {
        let failed = || wrong(words, "list-how-retention", n);
        let (of, value) = line.split_once(':').ok_or_else(failed)?;
        let (of, value) = (fold(of.trim()), fold(value.trim()));
        if of == fold(words.get("retention-municipal")) {
            retention.municipal = [("retention-yes", true), ("retention-no", false)]
                .into_iter()
                .find(|(id, _)| fold(words.get(id)) == value)
                .map(|(_, is)| is)
                .ok_or_else(failed)?;
            continue;
        }
        let programme = programmes.iter().find(|(profile, _)| fold(name(words.lang(), profile)) == of);
        let (_, own) = programme.ok_or_else(failed)?;
        let number = value.split_whitespace().next().and_then(|number| number.parse().ok());
        let years = number.and_then(|number| Interval::new(number).ok()).ok_or_else(failed)?;
        if retention.years.iter().any(|there| there.programme == own.code) {
            return Err(failed());
        }
        // The usual number is not kept as the house's own.
        if years.get() != Retention::USUAL {
            retention.years.push(ProgrammeYears { programme: own.code.clone(), years });
        }
    }
    Ok(retention)
}
