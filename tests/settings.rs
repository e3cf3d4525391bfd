//! A user's own settings: optional keys, invalid values and their errors.

use std::fs;
use std::time::Duration;

use tempfile::TempDir;
use trivsel::settings::{GroundName, LangName, LinesName, Settings};
use trivsel_tui::theme::{Ground, Pen, Theme};
use trivsel_words::Lang;

/// Reads a settings file with this text.
fn read(text: &str) -> Result<Settings, String> {
    let place = TempDir::new().unwrap();
    let path = place.path().join("settings.toml");
    fs::write(&path, text).unwrap();
    Settings::read(&path).map_err(|e| e.to_string())
}

#[test]
fn a_missing_or_empty_file_gives_the_defaults() {
    let place = TempDir::new().unwrap();
    let missing = Settings::read(&place.path().join("settings.toml")).unwrap();
    assert_eq!(missing, Settings::default());
    assert_eq!(read("").unwrap(), missing);
    assert_eq!((missing.lang(), missing.lock_after()), (None, Duration::from_secs(600)));
    assert_eq!(missing.theme(false), Theme::coloured(Ground::Dark));
}

#[test]
fn set_values_are_used() {
    let set = read("lang = \"en\"\nground = \"light\"\nlock_minutes = 3\n").unwrap();
    assert_eq!((set.lang(), set.lock_after()), (Some(Lang::En), Duration::from_secs(180)));
    assert_eq!(set.theme(false), Theme::coloured(Ground::Light));
    assert_eq!(set.theme(true), Theme::colourless());
    let fine = read("lines = \"braille\"\n").unwrap();
    assert_eq!(fine.theme(false), Theme { pen: Pen::Braille, ..Theme::coloured(Ground::Dark) });
    assert_eq!(read("lines = \"blocks\"\n").unwrap().theme(true), Theme::colourless());
}

#[test]
fn invalid_values_are_reported() {
    for (text, named) in [
        ("colour = \"red\"", "colour"),
        ("lang = \"sv\"", "sv"),
        ("lock_minutes = 0", "lock_minutes"),
        ("lock_minutes = 241", "lock_minutes"),
        ("lines = \"dots\"", "dots"),
        ("ground = ", "line 1"),
    ] {
        let why = read(text).unwrap_err();
        assert!(why.contains(named) && why.contains("settings.toml"), "{why}");
    }
}

#[test]
fn written_settings_are_read_back() {
    let place = TempDir::new().unwrap();
    let path = place.path().join("trivsel").join("settings.toml");
    let set = Settings {
        lang: Some(LangName::Da),
        ground: Some(GroundName::Light),
        lines: Some(LinesName::Braille),
        lock_minutes: None,
    };
    set.write(&path).unwrap();
    assert_eq!(Settings::read(&path).unwrap(), set);
}
