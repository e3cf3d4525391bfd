//! This test binary as the program, for cases without a switch: an early lock, a known house key, a panic.
//!
//! It opens the same screen, with [`trivsel_tui::run`].

use std::sync::Arc;
use std::time::Duration;

use portable_pty::CommandBuilder;
use secrecy::ExposeSecret;
use trivsel_tui::clock::Clock;
use trivsel_tui::door::Curtain;
use trivsel_tui::theme::{Ground, Theme};
use trivsel_words::{Lang, Words};

use super::place::{PASSPHRASE, Place, open};
use crate::harness::morning;

/// The environment variable with the path of the house.
const HOUSE: &str = "TRIVSEL_TEST_HOUSE";
/// The environment variable with the milliseconds before it locks.
const LOCKS: &str = "TRIVSEL_TEST_LOCKS";

/// The program on the house of a place. Unlocking accepts any text, or panics.
pub fn program(place: &Place, locks_after: Duration) -> CommandBuilder {
    let mut command = place.command("sh");
    command.env(HOUSE, place.path("house"));
    command.env(LOCKS, locks_after.as_millis().to_string());
    // With the signal ignored, exceeding the file size limit is an error and does not end the program.
    command.args(["-c", "trap '' XFSZ; exec \"$@\" 2>stderr", "sh"]);
    command.arg(std::env::current_exe().unwrap());
    let name = concat!(module_path!(), "::on_stage");
    command.args(["--exact", name.split_once("::").unwrap().1, "--nocapture"]);
    command
}

#[test]
fn on_stage() {
    let Some(house) = std::env::var_os(HOUSE) else { return };
    let house = open(house.as_ref());
    let me = house.staff().unwrap().remove(0);
    let locks = std::env::var(LOCKS).unwrap().parse().unwrap();
    let session = trivsel_tui::Session {
        beside: house.beside(),
        house,
        me,
        demo: false,
        first_time: false,
        arrival: trivsel_store::Arrival::default(),
        clock: Clock::at(morning()).agreeing(),
        words: Arc::new(Words::new(Lang::Da)),
        theme: Theme::coloured(Ground::Dark),
        lock_after: Duration::from_millis(locks),
        close_after: Duration::ZERO,
        door: Box::new(Curtain::new(|typed: &secrecy::SecretString| {
            assert!(typed.expose_secret() == PASSPHRASE, "Søren Ægård Åse: Morgenen går lettere");
            true
        })),
        last_act: Box::new(|| {}),
    };
    trivsel_tui::run(session).unwrap();
}
