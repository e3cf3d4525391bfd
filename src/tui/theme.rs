//! Seven colour roles, made from the terminal's sixteen colours and its own background.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::Marker;

/// The background of the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    #[default]
    Dark,
    Light,
}

/// What the lines of charts are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pen {
    /// Half blocks, which every font has.
    #[default]
    Blocks,
    /// Dots of Braille, which are finer.
    Braille,
}

impl Pen {
    /// The sign of ratatui's canvas.
    #[must_use]
    pub fn marker(self) -> Marker {
        match self {
            Self::Blocks => Marker::HalfBlock,
            Self::Braille => Marker::Braille,
        }
    }

    /// The dots across and down one cell.
    #[must_use]
    pub fn dots(self) -> (usize, usize) {
        match self {
            Self::Blocks => (1, 2),
            Self::Braille => (2, 4),
        }
    }
}

/// The styles of the screen. Colour never carries a meaning alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    pub text: Style,
    /// Less important text.
    pub dim: Style,
    /// The one thing on a screen that stands out.
    pub accent: Style,
    pub ok: Style,
    /// A warning.
    pub warn: Style,
    /// Something that must be acted on now.
    pub alarm: Style,
    pub selection: Style,
    /// What the lines of charts are drawn with.
    pub pen: Pen,
}

impl Theme {
    /// The colours for a background.
    #[must_use]
    pub fn coloured(ground: Ground) -> Self {
        let plain = Style::new();
        // Yellow and bright black are hard to read on a light background.
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
            pen: Pen::default(),
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
            pen: Pen::default(),
        }
    }
}
