//! Every place of the screen at four sizes, with long, wide, composed and missing texts: no two columns touch, and
//! nothing is cut without an ellipsis.

mod faults;
mod places;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use trivsel_domain::value::{DraftId, StaffId, TalkId};
use trivsel_store::Draft;
use trivsel_tui::draw;
use trivsel_tui::forms::{self, FormKind};
use trivsel_tui::keys::{Binding, Chord, Command, Context, bindings};
use trivsel_tui::layers::{self, Layer};
use trivsel_tui::model::Pane;
use trivsel_tui::sheet::View;
use trivsel_tui::widgets::watch;

use self::faults::faults;
use crate::harness::{Program, Start, awkward, house, morning};

const SIZES: [(u16, u16); 4] = [(60, 16), (120, 40), (80, 24), (200, 50)];
/// The sizes of the short form; its walk is drawn at 80x24 besides.
const FEW: usize = 2;

/// A text that no field has room for.
const LONG: &str =
    "山田太郎🇩🇰 og en lang tekst, som der ikke er plads til i et felt på en smal skærm, og lidt til";

/// Goes through every place from the first row of each view, in the talk log also from the last, which is signed; and
/// looks at every view where there is little or nothing to show. A layer that many places open is walked through once.
#[test]
fn no_columns_touch_and_nothing_is_cut_without_an_ellipsis() {
    let mut walk = Walk::new(true);
    walk.everywhere(&mut Start::default().on(awkward::house()), &["<home>"]);
    walk.everywhere(&mut Start::default().on(house::of(&house::SIXTEEN[..1])), &[]);
    walk.everywhere(&mut Start::default().on(house::of(&[])), &[]);
    walk.ends();
}

/// Goes through every place from the first and the last row of each view, in every house.
#[test]
#[ignore = "takes a minute"]
fn no_columns_touch_anywhere() {
    let mut walk = Walk::new(false);
    let edges = ["<home>", "<end>"];
    walk.everywhere(&mut Start::default().on(awkward::house()), &edges);
    walk.everywhere(&mut Start::default().on(house::of(&house::SIXTEEN[..1])), &edges);
    walk.everywhere(&mut Start::default().on(house::of(&[])), &edges);
    walk.ends();
}

struct Walk {
    screens: Vec<Terminal<TestBackend>>,
    seen: HashSet<String>,
    contexts: BTreeSet<&'static str>,
    forms: BTreeSet<String>,
    sheets: BTreeSet<String>,
    layers: BTreeSet<&'static str>,
    views: BTreeSet<&'static str>,
    /// The layers that the short form has walked through.
    walked: Option<BTreeSet<String>>,
    faults: BTreeSet<String>,
    /// The layers that the walk is inside.
    nested: usize,
    /// Whether it types a long text, or one that is found.
    long: bool,
}

impl Walk {
    fn new(short: bool) -> Self {
        let screen = |(width, height)| Terminal::new(TestBackend::new(width, height)).unwrap();
        Self {
            screens: SIZES.into_iter().take(if short { FEW } else { SIZES.len() }).map(screen).collect(),
            layers: BTreeSet::new(),
            views: BTreeSet::new(),
            walked: short.then(BTreeSet::new),
            seen: HashSet::new(),
            contexts: BTreeSet::new(),
            forms: BTreeSet::new(),
            sheets: BTreeSet::new(),
            faults: BTreeSet::new(),
            nested: 0,
            long: false,
        }
    }

    /// Fails on a fault, and on a context, a layer, a view of the sheet or a form that the walk did not come to.
    fn ends(&self) {
        let contexts =
            Context::ALL.into_iter().filter(|c| !matches!(c, Context::Panes | Context::Everywhere));
        let unseen = contexts.map(Context::code).filter(|c| !self.contexts.contains(c));
        let layers = places::LAYERS.iter().copied().filter(|layer| !self.layers.contains(layer));
        let views = places::VIEWS.iter().copied().filter(|view| !self.views.contains(view));
        let missed: Vec<&str> = unseen.chain(layers).chain(views).collect();
        let unopened: Vec<&str> = forms::codes().filter(|code| !self.forms.contains(*code)).collect();
        let faults = &self.faults;
        assert!(
            faults.is_empty(),
            "{} faults:\n{}",
            faults.len(),
            faults.iter().cloned().collect::<String>()
        );
        assert!(
            missed.is_empty() && unopened.is_empty(),
            "the walk does not come to {missed:?} and {unopened:?}"
        );
    }

    /// Goes to every pane and view, and from these rows through every key there.
    fn everywhere(&mut self, program: &mut Program, edges: &[&str]) {
        self.sheets.clear();
        for pane in Pane::ALL {
            for view in 0..8 {
                home(program, pane);
                if !self.look(program) && view > 0 {
                    break;
                }
                let from_end = pane == Pane::Talks && edges.len() == 1;
                for edge in edges.iter().chain(from_end.then_some(&"<end>")) {
                    self.long = *edge == "<home>";
                    for binding in bindings(pane.context()).filter(|b| !leaves(b.command)) {
                        home(program, pane);
                        program.keys(edge);
                        self.press(program, binding);
                        self.enter(program);
                    }
                }
                home(program, pane);
                if !bindings(pane.context()).any(|b| b.command == Command::NextView) {
                    break;
                }
                program.keys("<home>v");
            }
        }
        for word in ["familie", "lettere"] {
            home(program, Pane::Talks);
            program.keys(&format!("<esc><ctrl-f>{word}<enter>"));
            self.look(program);
            self.enter(program);
        }
        for keys in ["<f3><enter>", "<f3><enter>n4.1<enter>"] {
            home(program, Pane::Caseload);
            program.keys(keys);
            self.look(program);
            self.enter(program);
        }
        home(program, Pane::Caseload);
        program.keys("<ctrl-l>");
        self.look(program);
        program.keys("wrong<enter>");
        self.look(program);
        program.keys("right<enter>");
    }

    /// Goes through the layer on top, and closes it.
    fn enter(&mut self, program: &mut Program) {
        let depth = program.model.layers.len();
        if depth == 0 || depth > 4 || self.nested > 4 {
            return;
        }
        let top = program.model.layers.last();
        let own = |layer: &&Layer| !matches!(layer, Layer::Sheet(_) | Layer::Form(_));
        if let (Some(layer), Some(walked)) = (top.filter(own), &mut self.walked)
            && !walked.insert(places::walked(layer))
        {
            return back(program, depth - 1);
        }
        self.nested += 1;
        match program.model.layers.last() {
            Some(Layer::Sheet(_)) => self.sheet(program),
            Some(Layer::Form(_)) => self.form(program),
            Some(Layer::Question(_)) => {}
            Some(_) => self.layer(program),
            None => {}
        }
        back(program, depth - 1);
        self.nested -= 1;
    }

    /// Presses a key of the table, and looks.
    fn press(&mut self, program: &mut Program, binding: &Binding) {
        if let Some(chord) = binding.chords.first() {
            program.press(key(*chord));
            self.look(program);
        }
    }

    /// Types in a layer that takes text, and presses its keys.
    fn layer(&mut self, program: &mut Program) {
        let (context, depth) = (program.model.context(), program.model.layers.len());
        let text = if self.long { LONG } else { "og" };
        if context.takes_text() {
            for keys in [text, "<home>", "<end>"] {
                program.keys(keys);
                self.look(program);
            }
        }
        // The keys that only move come first, the one that accepts comes last.
        let mut keys: Vec<&Binding> = bindings(context)
            .filter(|b| !leaves(b.command) && !matches!(b.command, Command::Back | Command::Help))
            .collect();
        keys.sort_by_key(|b| matches!(b.command, Command::Open | Command::Accept));
        for binding in keys {
            self.press(program, binding);
            let there = program.model.layers.len();
            if there > depth || (there == depth && program.model.context() != context) {
                return self.enter(program);
            }
            if there < depth {
                return;
            }
        }
    }

    /// Goes through the fields of a form, then tries to save it.
    fn form(&mut self, program: &mut Program) {
        let Some(form) = program.model.form() else { return };
        let of = form.kind.of();
        let what =
            if of.len() > 30 { form.kind.code().to_owned() } else { format!("{}:{of}", form.kind.code()) };
        self.forms.insert(form.kind.code().to_owned());
        if !self.seen.insert(what) {
            return;
        }
        for _ in 0..80 {
            self.look(program);
            let here = program.model.form().map(|f| f.focus);
            program.keys("<tab>");
            if program.model.form().map(|f| f.focus) == here {
                break;
            }
        }
        let depth = program.model.layers.len();
        let chooses = program.model.form().is_some_and(|form| form.has(Command::ChooseTalks));
        if chooses && program.keys("<ctrl-r>").model.layers.len() > depth {
            self.look(program);
            self.enter(program);
        }
        program.keys("<ctrl-s>");
        self.look(program);
    }

    /// Goes through the views of a sheet, what Enter does on each row, and the keys.
    fn sheet(&mut self, program: &mut Program) {
        let Some(sheet) = program.model.sheet() else { return };
        let case = &sheet.dossier.case;
        if !self.sheets.insert(format!("{} {}", case.programme.as_str(), case.stage().holds_seat())) {
            return;
        }
        let depth = program.model.layers.len();
        for view in View::ALL {
            let rows = program.model.sheet().map_or(0, |s| s.count(&program.model, 80)).min(14);
            self.look(program);
            for row in 0..rows {
                program.keys("<home>");
                for _ in 0..row {
                    program.keys("<down>");
                }
                program.keys("<enter>");
                self.look(program);
                self.and_back(program, depth, view);
            }
            let turning = [Command::Left, Command::Right, Command::Open, Command::Back];
            for binding in bindings(Context::Sheet)
                .filter(|b| !leaves(b.command) && !turning.contains(&b.command) && view.has(b.command))
            {
                self.press(program, binding);
                self.and_back(program, depth, view);
            }
            let turns = if view.has(Command::NextView) { 7 } else { 0 };
            for _ in 0..turns {
                program.keys("v");
                self.look(program);
            }
            program.keys("<right>");
        }
        // The forms that no row of the sheet opens.
        let talk = TalkId::from_u128(1).to_string();
        let about = ["", "absence-warning 2026-10-01", "1", &talk];
        let all = forms::codes().flat_map(|code| about.map(|of| (code, of)));
        for (code, of) in all {
            let opened = [("case", format!("{code}:{of}")), (code, of.to_owned())].map(|(form, target)| {
                let fields = [("target".to_owned(), target)].into();
                FormKind::of_draft(&Draft { form: form.to_owned(), fields, ..draft() })
            });
            for kind in opened.into_iter().flatten() {
                if self.forms.contains(code) {
                    break;
                }
                let effect = layers::form::of(&mut program.model, kind);
                program.performer.settle(&mut program.model, effect);
                self.look(program);
                self.and_back(program, depth, View::Overview);
            }
        }
    }

    /// Goes through what was opened above a sheet, and back to the view.
    fn and_back(&mut self, program: &mut Program, depth: usize, view: View) {
        if program.model.layers.len() > depth {
            self.enter(program);
        }
        back(program, depth);
        for _ in View::ALL {
            if program.model.sheet().is_some_and(|s| s.view != view) {
                program.keys("<right>");
            }
        }
    }

    /// Looks at the screen at every size; returns whether it is a new one.
    fn look(&mut self, program: &mut Program) -> bool {
        self.contexts.insert(program.model.context().code());
        self.layers.extend(program.model.layers.iter().map(places::layer));
        self.views.extend(program.model.layers.iter().filter_map(|layer| match layer {
            Layer::Sheet(sheet) => Some(places::view(&sheet.view)),
            _ => None,
        }));
        if !self.seen.insert(program.screen()) {
            return false;
        }
        let size = program.model.size;
        for screen in &mut self.screens {
            let area = screen.size().unwrap();
            program.model.size = (area.width, area.height);
            let model = &program.model;
            let mut drawn = Buffer::empty(Rect::from((Position::ORIGIN, area)));
            let pieces = watch::pieces(|| {
                drawn.clone_from(screen.draw(|frame| draw::draw(frame, model)).unwrap().buffer);
            });
            for (fault, row) in faults(&drawn, &pieces) {
                self.faults.insert(format!("{}x{} {fault}: {row}\n", area.width, area.height));
            }
        }
        program.model.size = size;
        true
    }
}

/// What the walk does not press: what ends the program, locks it, goes to another pane, or takes back what was done.
fn leaves(command: Command) -> bool {
    matches!(
        command,
        Command::Quit
            | Command::Lock
            | Command::PaneNext
            | Command::PaneBefore
            | Command::Undo
            | Command::Redo
            | Command::NextView
            | Command::OutsideEditor
    ) || Pane::of(command).is_some()
}

fn draft() -> Draft {
    Draft {
        id: DraftId::from_u128(1),
        author: StaffId::from_u128(1),
        form: String::new(),
        case: None,
        fields: BTreeMap::new(),
        base: None,
        writers: Vec::new(),
        revision: 0,
        saved_at: morning(),
        held: None,
    }
}

fn back(program: &mut Program, depth: usize) {
    for _ in 0..12 {
        if program.model.layers.len() > depth {
            program.keys("<esc>");
        }
    }
}

fn home(program: &mut Program, pane: Pane) {
    back(program, 0);
    let at = Pane::ALL.iter().position(|p| *p == pane).unwrap() + 1;
    program.keys(&at.to_string());
}

fn key(chord: Chord) -> KeyEvent {
    match chord {
        Chord::Char(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE),
        Chord::Ctrl(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
        Chord::CtrlKey(code) => KeyEvent::new(code, KeyModifiers::CONTROL),
        Chord::ShiftKey(code) => KeyEvent::new(code, KeyModifiers::SHIFT),
        Chord::Key(code) => KeyEvent::from(code),
        Chord::Capital => KeyEvent::new(KeyCode::Char('A'), KeyModifiers::SHIFT),
        Chord::Digit => KeyEvent::new(KeyCode::Char('3'), KeyModifiers::NONE),
    }
}
