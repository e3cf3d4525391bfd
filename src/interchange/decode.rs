//! Decodes bytes to text. A byte order mark or valid UTF-8 decides the encoding. Otherwise Windows-1252 is assumed
//! if it is the only one that can be Danish; if not, the user is asked.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE};
use trivsel_words::text::printable;

use super::encoding::Encoding;
use super::plausible::{Look, is_garbled, look};
use super::problem::Fault;

/// How much of a line a sample shows, in characters on either side of the first unclear one.
const AROUND: usize = 24;

/// A text, and the encoding that was assumed for it, if any.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    pub taken_for: Option<Encoding>,
}

/// Decodes a list, in the requested encoding if one is given.
pub(super) fn list(bytes: &[u8], asked: Option<Encoding>) -> Result<Decoded<'_>, Fault> {
    if let Some(encoding) = asked {
        let text = encoding.decode(without_mark(bytes));
        let wrong = |c: char| matches!(c, '\u{80}'..='\u{9F}' | char::REPLACEMENT_CHARACTER);
        return match text.contains(wrong) {
            true => Err(Fault::NotInEncoding(encoding)),
            false => Ok(Decoded { text, taken_for: None }),
        };
    }
    let decoded = text(bytes)?;
    if decoded.taken_for.is_none() && is_garbled(&decoded.text) { Err(Fault::Garbled) } else { Ok(decoded) }
}

/// Decodes a file.
pub(super) fn text(bytes: &[u8]) -> Result<Decoded<'_>, Fault> {
    let known = |text| Ok(Decoded { text, taken_for: None });
    match bytes {
        [0xFF, 0xFE, rest @ ..] => known(UTF_16LE.decode_without_bom_handling(rest).0),
        [0xFE, 0xFF, rest @ ..] => known(UTF_16BE.decode_without_bom_handling(rest).0),
        _ => match str::from_utf8(without_mark(bytes)) {
            Ok(text) => known(Cow::Borrowed(text)),
            Err(_) => judged(bytes),
        },
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Decodes as Windows-1252 if no other code page could be Danish too.
fn judged(bytes: &[u8]) -> Result<Decoded<'_>, Fault> {
    let [windows, others @ ..] = Encoding::CODE_PAGES.map(|page| look(&page.decode(bytes)));
    let less = |other: &Look| other.odd > 0 || other.danish == 0 && windows.danish > 0;
    if windows.odd == 0 && others.iter().all(less) {
        let text = Encoding::Windows1252.decode(bytes);
        return Ok(Decoded { text, taken_for: Some(Encoding::Windows1252) });
    }
    Err(Fault::WhichEncoding(samples(bytes)))
}

/// The text around the first non-ASCII byte, in each code page.
fn samples(bytes: &[u8]) -> Vec<(Encoding, String)> {
    let at = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
    let in_line = |b: &u8| !matches!(b, b'\n' | b'\r');
    let before = bytes[..at].iter().rev().take(AROUND).take_while(|b| in_line(b)).count();
    let after = bytes[at..].iter().take(2 * AROUND).take_while(|b| in_line(b)).count();
    let part = &bytes[at - before..at + after];
    let shown = |page: Encoding| printable(&page.decode(part)).into_owned();
    Encoding::CODE_PAGES.map(|page| (page, shown(page))).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "Søren Ægård Åse";

    fn latin(text: &str) -> Vec<u8> {
        text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
    }

    fn of(bytes: &[u8]) -> Result<String, Fault> {
        list(bytes, None).map(|d| d.text.into_owned())
    }

    #[test]
    fn danish_letters_come_through_every_encoding_that_says_what_it_is() {
        let wide: Vec<u8> = NAME.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = [
            NAME.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", NAME.as_bytes()].concat(),
            [b"\xFF\xFE", wide.as_slice()].concat(),
            latin(NAME),
        ];
        for bytes in bytes {
            assert_eq!(of(&bytes), Ok(NAME.to_owned()));
        }
        assert_eq!(list(&latin(NAME), None).unwrap().taken_for, Some(Encoding::Windows1252));
        assert_eq!(of(b"8.30\x9612 \x93s\xF8d\x94"), Ok("8.30–12 “sød”".to_owned()));
    }

    #[test]
    fn what_can_not_be_windows_1252_is_shown_in_each_code_page() {
        let (cp850, mac) = (b"x\nGode s\x9Bvn;p\x86", b"S\xBFren B\xBEk");
        let Err(Fault::WhichEncoding(samples)) = list(cp850, None) else { panic!("taken") };
        assert_eq!(samples[0].1, "Gode s›vn;p†");
        assert_eq!(samples[2], (Encoding::Cp850, "Gode søvn;på".to_owned()));
        assert!(matches!(list(mac, None), Err(Fault::WhichEncoding(_))));
        let told = |bytes, page| list(bytes, Some(page)).map(|d| d.text.into_owned());
        assert_eq!(told(mac, Encoding::Macintosh), Ok("Søren Bæk".to_owned()));
        assert_eq!(told(cp850, Encoding::Cp850), Ok("x\nGode søvn;på".to_owned()));
        assert_eq!(told(mac, Encoding::Utf8), Err(Fault::NotInEncoding(Encoding::Utf8)));
    }

    #[test]
    fn what_can_be_two_things_is_asked_about() {
        for bytes in [b"Emma\x92s".as_slice(), b"\x91der", b"?\xBF?"] {
            assert!(matches!(list(bytes, None), Err(Fault::WhichEncoding(_))), "{bytes:?}");
        }
    }

    #[test]
    fn a_text_spoilt_before_it_came_is_refused() {
        assert_eq!(of("S\u{C3}\u{B8}ren".as_bytes()), Err(Fault::Garbled));
    }
}
