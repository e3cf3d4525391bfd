//! From bytes to text: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252, which holds all of Latin-1.

use std::borrow::Cow;

/// What the bytes 0x80 to 0x9F mean in Windows-1252; the five it leaves open stay control characters.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text of a file.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_1252(rest),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        _ => utf8_or_1252(bytes),
    }
}

fn utf8_or_1252(bytes: &[u8]) -> Cow<'_, str> {
    match str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().copied().map(windows_1252).collect()),
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_come_through_every_encoding() {
        let name = "Søren Ægård Åse";
        let latin: Vec<u8> = name.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(name.as_bytes()), name);
        assert_eq!(decode(&[b"\xEF\xBB\xBF", name.as_bytes()].concat()), name);
        assert_eq!(decode(&latin), name);
        assert_eq!(decode(&[b"\xFF\xFE", wide.as_slice()].concat()), name);
    }

    #[test]
    fn dashes_and_quotes_of_windows_are_read() {
        assert_eq!(decode(b"8.30\x9612 \x93s\xF8d\x94"), "8.30–12 “sød”");
    }
}
