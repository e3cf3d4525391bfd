//! Writes and parses the house's own series, one on a line.
//!
//! `Uro; 0 – 10; ned; 4` is a single line. What follows may be left out: `trin 1` after the range, whom and which ages a
//! cut-off holds for, the named lines after how they make one number, and the licence.
//! `Profil; 0 – 2 trin 1; ned; 8 mor, 7 barnet 11-17; sum: Ro, Venner, Søvn; licens: til 2028`. One that no course begins
//! any more ends with `udgået`.

use trivsel_domain::record::{Direction, Series, SeriesCutOff, SeriesParts, Tenths, Total};
use trivsel_domain::value::{Coded, Line, Role, Tag};

use super::parse::{lines, number, range, wrong};
use trivsel_words::Words;
use trivsel_words::numbers::tenths;
use trivsel_words::text::Folded;

/// A series on a line.
pub(super) fn line(series: &Series, words: &Words) -> String {
    let lang = words.lang();
    let mut range = format!("{} – {}", tenths(lang, series.low()), tenths(lang, series.high()));
    if series.step() != Tenths(1) {
        range.push_str(&format!(" {} {}", words.get("series-step"), tenths(lang, series.step())));
    }
    let cut_offs: Vec<String> = series.cut_offs().iter().map(|cut| cut_off_told(cut, words)).collect();
    let better = words.code("direction", series.better().code());
    let mut parts = vec![series.name().as_str().to_owned(), range, better.to_owned(), cut_offs.join(", ")];
    if !series.lines().is_empty() {
        let names: Vec<&str> = series.lines().iter().map(Tag::as_str).collect();
        parts.push(format!("{}: {}", words.code("total", series.total().code()), names.join(", ")));
    }
    parts.extend(series.licence().map(|l| format!("{}: {}", words.get("series-licence"), l.as_str())));
    parts.extend(series.is_retired().then(|| words.get("series-retired").to_owned()));
    parts.join("; ").trim_end().to_owned()
}

fn cut_off_told(cut: &SeriesCutOff, words: &Words) -> String {
    let mut told = tenths(words.lang(), cut.at);
    if let Some(rater) = cut.rater {
        told.push_str(&format!(" {}", words.code("role", rater.code())));
    }
    if let Some((from, to)) = cut.ages {
        told.push_str(&format!(" {from}-{to}"));
    }
    told
}

/// Series, one on a line.
pub(super) fn all(text: &str, words: &Words) -> Result<Vec<Series>, String> {
    lines(text).map(|(n, line)| one(line, words).map_err(|id| wrong(words, id, n))).collect()
}

/// The series of a line, or the id of the words for what is wrong in it.
fn one(line: &str, words: &Words) -> Result<Series, &'static str> {
    const HOW: &str = "list-how-series";
    let mut fields = line.split(';').map(str::trim);
    let name = fields.next().and_then(|name| Tag::new(name).ok()).ok_or(HOW)?;
    let (low, high, step) = fields.next().and_then(|text| stepped(text, words)).ok_or(HOW)?;
    let way = Folded::new(fields.next().ok_or(HOW)?);
    let better = Direction::ALL.iter().find(|d| Folded::new(words.code("direction", d.code())) == way);
    let better = *better.ok_or(HOW)?;
    let (mut cut_offs, mut total, mut names, mut licence) = (Vec::new(), Total::Sum, Vec::new(), None);
    let (last, fields): (Vec<&str>, Vec<&str>) = fields
        .filter(|f| !f.is_empty())
        .partition(|field| Folded::new(field) == Folded::new(words.get("series-retired")));
    let retired = !last.is_empty();
    for (n, field) in fields.into_iter().enumerate() {
        match field.split_once(':') {
            None if n == 0 => cut_offs = cut_offs_of(field, words).ok_or("list-series-cut-off")?,
            None => return Err(HOW),
            Some((key, text)) => {
                let key = Folded::new(key.trim());
                if key == Folded::new(words.get("series-licence")) {
                    licence = Some(Line::new(text).map_err(|_| "form-too-long")?);
                    continue;
                }
                let of = |t: &&Total| Folded::new(words.code("total", t.code())) == key;
                total = *Total::ALL.iter().find(of).ok_or("list-series-total")?;
                let made: Result<Vec<Tag>, _> = text.split(',').map(Tag::new).collect();
                names = made.map_err(|_| "list-series-lines")?;
            }
        }
    }
    let parts =
        SeriesParts { name, lines: names, low, high, step, total, better, cut_offs, licence, retired };
    Series::of(parts).map_err(|problem| match problem {
        trivsel_domain::record::SeriesProblem::Range => HOW,
        trivsel_domain::record::SeriesProblem::Step => "list-series-step",
        trivsel_domain::record::SeriesProblem::Lines => "list-series-lines",
        trivsel_domain::record::SeriesProblem::CutOff => "list-series-cut-off",
    })
}

/// `0-10`, or `0 – 2 trin 1`.
fn stepped(text: &str, words: &Words) -> Option<(Tenths, Tenths, Tenths)> {
    let mut tokens: Vec<&str> = text.split_whitespace().collect();
    let word = Folded::new(words.get("series-step"));
    let at = tokens.iter().position(|token| Folded::new(token) == word);
    let step = match at {
        Some(at) => match tokens.split_off(at).as_slice() {
            [_, step] => number(step)?,
            _ => return None,
        },
        None => Tenths(1),
    };
    let (low, high) = range(&tokens.join(" "))?;
    Some((low, high, step))
}

/// `4`, `4 6`, or `14 barnet 11-17, 16 lærer`: a number, and whom and which ages it holds for.
fn cut_offs_of(text: &str, words: &Words) -> Option<Vec<SeriesCutOff>> {
    let plain: Option<Vec<Tenths>> = text.split_whitespace().map(number).collect();
    if let Some(plain) = plain {
        return Some(plain.into_iter().map(SeriesCutOff::from).collect());
    }
    text.split(", ").map(|one| cut_off(one, words)).collect()
}

fn cut_off(text: &str, words: &Words) -> Option<SeriesCutOff> {
    let mut tokens = text.split_whitespace();
    let mut cut = SeriesCutOff::from(number(tokens.next()?)?);
    for token in tokens {
        let ages = token.split_once(['-', '–']).and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
        let folded = Folded::new(token);
        let role = Role::ALL.iter().find(|r| Folded::new(words.code("role", r.code())) == folded);
        match (ages, role) {
            (Some(ages), _) if cut.ages.is_none() => cut.ages = Some(ages),
            (None, Some(role)) if cut.rater.is_none() => cut.rater = Some(*role),
            _ => return None,
        }
    }
    Some(cut)
}
