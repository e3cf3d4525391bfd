//! Seven colour roles, on the terminal's own sixteen colours and its own background.

use ratatui::style::{Color, Modifier, Style};

/// Which terminal the colours are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Light text on a dark ground.
    #[default]
    Dark,
    /// Dark text on a light ground.
    Light,
}

/// The styles of the screen. Nothing is said by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// What stands back.
    pub dim: Style,
    /// What stands out, once a screen.
    pub accent: Style,
    /// All is well.
    pub ok: Style,
    /// Look here.
    pub warn: Style,
    /// Act now.
    pub alarm: Style,
    /// Where the cursor is.
    pub selection: Style,
}

impl Theme {
    /// Colours for a ground.
    #[must_use]
    pub fn coloured(ground: Ground) -> Self {
        let plain = Style::new();
        // On a light ground yellow and bright black are next to unreadable.
        let (dim, warn) = match ground {
            Ground::Dark => (plain.fg(Color::DarkGray), plain.fg(Color::Yellow)),
            Ground::Light => (plain.add_modifier(Modifier::DIM), plain.fg(Color::Magenta)),
        };
        Self {
            text: plain,
            dim,
            accent: plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            ok: plain.fg(Color::Green),
            warn,
            alarm: plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            selection: plain.add_modifier(Modifier::REVERSED),
        }
    }

    /// Modifiers only, for `NO_COLOR`.
    #[must_use]
    pub fn colourless() -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            accent: plain.add_modifier(Modifier::BOLD),
            ok: plain,
            warn: plain.add_modifier(Modifier::BOLD),
            alarm: plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            selection: plain.add_modifier(Modifier::REVERSED),
        }
    }
}
