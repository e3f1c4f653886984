//! The one table of actions: what a person can ask for, where, and with which keys unless they say otherwise.
//!
//! The key map, the help, the footer, the menu and the README's key table are all read from it. Never here: what an
//! action does, or whether it can run now.

use crate::text::Msg;

macro_rules! contexts {
    ($($(#[$doc:meta])* $variant:ident $name:literal),+ $(,)?) => {
        /// A place where keys have a meaning of their own. What is open is a list of contexts, innermost first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Context { $($(#[$doc])* $variant),+ }

        impl Context {
            /// Every context, in the order of the help.
            pub const ALL: &[Context] = &[$(Context::$variant),+];

            /// Returns the heading of this context in the help.
            pub fn title(self) -> Msg {
                let id = match self { $(Context::$variant => concat!("tui-context-", $name)),+ };
                Msg { id, args: Vec::new() }
            }
        }
    };
}

contexts! {
    /// Everywhere, overlays included.
    Global "global",
    Criteria "criteria",
    Matrix "matrix",
    Leads "leads",
    /// One lead and why it scores what it scores.
    Detail "detail",
    /// What the leads and the verdicts say of the model.
    Review "review",
    /// A review that is being held.
    Session "session",
    Import "import",
    Welcome "welcome",
    /// The list of models.
    Models "models",
    /// The templates to start from.
    Gallery "gallery",
    /// Who plays the roles of a template.
    Roles "roles",
    /// The versions of one model.
    Versions "versions",
    /// The instant that leads are looked at.
    AsOf "as-of",
    /// The edges of the bands.
    Bands "bands",
    /// The zones of the cells.
    Painter "painter",
    /// A list of parts of the model.
    List "list",
    /// Fields under each other, of which some are text fields.
    Form "form",
    /// A question with a yes and a no.
    Confirm "confirm",
    /// A text to scroll and read.
    Popup "popup",
    /// A list filtered by what is typed.
    Picker "picker",
    Files "files",
    Menu "menu",
    Help "help",
    /// A text field that has the cursor, on top of any other context.
    TextField "text-field",
}

impl Context {
    /// Returns whether typing writes text here.
    pub fn types(self) -> bool {
        matches!(self, TextField | Picker | Files | Menu | Help)
    }

    /// Returns whether letters stop here unless they are bound here: an overlay that is not a text field.
    pub fn is_modal(self) -> bool {
        matches!(self, Form | Confirm | Models | Versions | Gallery | Roles | Bands | Painter | List | Popup)
    }

    /// Returns whether one key may not mean two things in these two contexts.
    pub fn overlaps(self, other: Context) -> bool {
        self == other || self == Global || other == Global
    }
}

/// Default keys of an action in some contexts.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub contexts: &'static [Context],
    /// Key names, the one to show first. Empty: by the menu or the mouse only.
    pub keys: &'static [&'static str],
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub action: Action,
    /// The name in key files; it never changes.
    pub name: &'static str,
    text: &'static str,
    short: &'static str,
    pub bindings: &'static [Binding],
}

impl Spec {
    /// Returns the contexts this action belongs to.
    pub fn contexts(&self) -> impl Iterator<Item = Context> + use<> {
        self.bindings.iter().flat_map(|binding| binding.contexts.iter().copied())
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident $name:literal $($contexts:expr => [$($key:literal),*]),+;)+) => {
        /// Something a person can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[$doc])* $variant),+ }

        impl Action {
            /// Every action, in the order of the help and the menu.
            pub const ALL: &[Action] = &[$(Action::$variant),+];
        }

        /// The table, one row for each action in the order of [`Action::ALL`].
        pub const SPECS: &[Spec] = &[$(Spec {
            action: Action::$variant,
            name: $name,
            text: concat!("action-", $name),
            short: concat!("action-", $name, "-short"),
            bindings: &[$(Binding { contexts: $contexts, keys: &[$($key),*] }),+],
        }),+];
    };
}

impl Action {
    /// Returns the row of this action.
    pub fn spec(self) -> &'static Spec {
        &SPECS[self as usize]
    }

    /// Returns the name in key files.
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// Returns the action of that name.
    pub fn from_name(name: &str) -> Option<Action> {
        SPECS.iter().find(|spec| spec.name == name).map(|spec| spec.action)
    }

    /// Returns what it does, for the help and the menu.
    pub fn text(self) -> Msg {
        Msg { id: self.spec().text, args: Vec::new() }
    }

    /// Returns what it does in a word or two, for the footer.
    pub fn short(self) -> Msg {
        Msg { id: self.spec().short, args: Vec::new() }
    }

    /// Returns whether it belongs to one of these contexts.
    pub fn is_in(self, contexts: &[Context]) -> bool {
        self.spec().contexts().any(|context| contexts.contains(&context))
    }
}

use Context::{
    AsOf, Bands, Confirm, Criteria, Detail, Files, Form, Gallery, Global, Help, Import, Leads, List, Matrix, Menu,
    Models, Painter, Picker, Popup, Review, Roles, Session, TextField, Versions, Welcome,
};

/// The screens, with no overlay open.
const SCREENS: &[Context] = &[Criteria, Matrix, Leads, Detail, Review, Session, Import, Welcome];
/// Overlays that change the model at once.
const EDITORS: &[Context] = &[Bands, Painter, List];
const WORKBENCH: &[Context] = &[Criteria, Matrix];
/// Where letters move as arrows do.
const LETTERS_MOVE: &[Context] = &[
    Criteria, Matrix, Leads, Detail, Review, Session, Import, Welcome, Models, Versions, Gallery, Roles, Bands,
    Painter, List, Popup,
];
/// Where a person says what they found of a lead.
const VERDICTS: &[Context] = &[Leads, Detail, Session];
/// Where `g` and `G` jump to the ends: not among leads, where `g` is kept for "good".
const LETTERS_JUMP: &[Context] = &[Criteria, Matrix, Import, Models, Versions, Gallery, Roles, List, Popup];
const PANES: &[Context] = &[Criteria, Matrix, Leads, Detail, Review, Session, Import, Welcome, Form, Bands, Roles];

actions! {
    // Moving.
    MoveUp "up" &[Global] => ["up"], LETTERS_MOVE => ["k"];
    MoveDown "down" &[Global] => ["down"], LETTERS_MOVE => ["j"];
    MoveLeft "left" &[Matrix, Leads, Detail, Review, Session, Import, Painter] => ["left", "h"], &[Form, Confirm] => ["left"];
    MoveRight "right" &[Matrix, Leads, Detail, Review, Session, Import, Painter] => ["right", "l"], &[Form, Confirm] => ["right"];
    PageUp "page-up" &[Global] => ["pageup"];
    PageDown "page-down" &[Global] => ["pagedown"];
    MoveFirst "first" &[Global] => ["home"], LETTERS_JUMP => ["g"];
    MoveLast "last" &[Global] => ["end"], LETTERS_JUMP => ["G"];
    NextPane "next-pane" PANES => ["tab"];
    PreviousPane "previous-pane" PANES => ["shift+tab"];
    Open "open" &[Matrix, Leads, Review, Session, Import, Welcome, Models, Gallery, List] => ["enter"];
    Accept "accept" &[TextField, Picker, Files, Menu, Help, Confirm, Form, Roles] => ["enter"];
    Back "back" &[Global] => ["esc"];
    SaveForm "save-form" &[Form] => ["ctrl+s"];

    // Screens. The second key is the same key without Shift on a French keyboard.
    ScreenWorkbench "screen-workbench" SCREENS => ["1", "&"];
    ScreenLeads "screen-leads" SCREENS => ["2", "é"];
    ScreenReview "screen-review" SCREENS => ["3", "\""];
    ScreenImport "screen-import" SCREENS => ["4", "'"];
    NextScreen "next-screen" SCREENS => ["ctrl+right"];
    PreviousScreen "previous-screen" SCREENS => ["ctrl+left"];

    // Criteria.
    WeightUp "weight-up" &[Criteria] => ["right", "l", "=", "+"];
    WeightDown "weight-down" &[Criteria] => ["left", "h", "-"];
    WeightUpMore "weight-up-more" &[Criteria, Detail] => ["L", "shift+right"];
    WeightDownMore "weight-down-more" &[Criteria, Detail] => ["H", "shift+left"];
    TypeWeight "type-weight" &[Criteria, Bands] => ["w"];
    WeightBaseline "weight-baseline" &[Criteria, Detail] => ["backspace", "0"];
    Toggle "toggle" &[Criteria, Import, Form, List] => ["space"];
    Edit "edit" &[Criteria] => ["enter", "e"], &[Detail] => ["enter"], &[Review, Bands, Painter, List] => ["e"];
    New "new" &[Criteria, Review, Models, Form, Bands, Painter, List] => ["n"];
    Duplicate "duplicate" &[Criteria, Models] => ["c"];
    Delete "delete" &[Criteria, Review, Models, Form, Bands, Painter, List] => ["D", "delete"];
    ReorderUp "reorder-up" &[Criteria, Form, List] => ["K", "shift+up"];
    ReorderDown "reorder-down" &[Criteria, Form, List] => ["J", "shift+down"];

    // Matrix and model.
    CellView "cell-view" WORKBENCH => ["v"];
    EditBands "edit-bands" WORKBENCH => ["B"];
    EditCaps "edit-caps" WORKBENCH => ["C"];
    BandEdgeUp "band-edge-up" &[Matrix] => ["=", "+"], &[Bands] => ["right", "l", "=", "+"];
    BandEdgeDown "band-edge-down" &[Matrix] => ["-"], &[Bands] => ["left", "h", "-"];
    BandEdgeUpMore "band-edge-up-more" &[Matrix, Bands] => ["L", "shift+right"];
    BandEdgeDownMore "band-edge-down-more" &[Matrix, Bands] => ["H", "shift+left"];
    AxisSettings "axis-settings" &[Bands] => ["s"];
    PaintZones "paint-zones" WORKBENCH => ["Z"];
    EditZones "edit-zones" &[Painter, Review] => ["z"];
    Paint "paint" &[Painter] => ["space", "enter"];
    NextZone "next-zone" &[Painter] => ["tab"];
    PreviousZone "previous-zone" &[Painter] => ["shift+tab"];
    PickZone "pick-zone" &[Painter] => ["p"];
    SelectUp "select-up" &[Painter] => ["shift+up", "K"];
    SelectDown "select-down" &[Painter] => ["shift+down", "J"];
    SelectLeft "select-left" &[Painter] => ["shift+left", "H"];
    SelectRight "select-right" &[Painter] => ["shift+right", "L"];
    NextMap "next-map" &[Painter] => ["t"];
    CompareMap "compare-map" &[Painter] => ["c"];
    PutInForce "put-in-force" &[Painter] => ["f"];
    ChooseMap "choose-map" WORKBENCH => ["t"];
    ZoneFilter "zone-filter" &[Matrix, Leads] => ["z"];
    SetBaseline "set-baseline" WORKBENCH => ["b"], &[Versions] => ["b"];
    SaveVersion "save-version" WORKBENCH => ["s"], &[Versions] => ["s"];

    // Models and time.
    Models "models" SCREENS => ["m"];
    Parts "parts" WORKBENCH => ["a"];
    Alerts "alerts" SCREENS => ["A"];
    Checks "checks" SCREENS => ["!"];
    RenameModel "rename-model" &[Models] => ["R", "e"];
    ArchiveModel "archive-model" &[Models] => ["a"];
    ShowArchived "show-archived" &[Models] => ["."];
    ImportModel "import-model" &[Models] => ["i"];
    ExportModel "export-model" &[Models] => ["x"];
    Versions "versions" &[Models] => ["v"];
    RestoreVersion "restore-version" &[Versions] => ["enter", "o"];
    CompareWith "compare-with" &[Versions] => ["space"];
    AsOf "as-of" SCREENS => ["T"];
    AsOfUsual "as-of-usual" SCREENS => ["ctrl+t"], &[AsOf] => ["ctrl+t"];

    // Leads.
    Filter "filter" &[Criteria, Leads, Import, Models, Gallery] => ["/"];
    Order "order" &[Leads] => ["o"];
    Mark "mark" &[Picker] => ["tab"], &[Painter] => ["v"];
    NextLead "next-lead" &[Detail, Session] => ["n"];
    PreviousLead "previous-lead" &[Detail, Session] => ["p"];
    Copy "copy" &[Criteria, Matrix, Leads, Detail, Session, Import, Popup] => ["y"];

    // What was found of a lead.
    TooEarly "too-early" VERDICTS => ["e"];
    TooLate "too-late" VERDICTS => ["r"];
    OffTarget "off-target" VERDICTS => ["x"];
    Right "right-verdict" VERDICTS => ["g"];
    Comment "comment" VERDICTS => ["c"];
    ClearVerdict "clear-verdict" VERDICTS => ["delete", "D"];
    NoteHunch "hunch" &[Detail, Session] => ["i"];
    SkipLead "skip-lead" &[Session] => ["space"];
    FilterVerdict "filter-verdict" &[Leads] => ["f"];
    OpenDisputed "open-disputed" &[Session] => ["w"];
    ReviewSettings "review-settings" &[Review] => ["s"];
    Minutes "minutes" &[Review, Session] => ["R"];
    CallSheet "call-sheet" &[Review, Leads] => ["E"];
    ReadSheet "read-sheet" &[Review] => ["I"];
    WorkingWeek "working-week" &[Review] => ["w"];

    // The review.
    NextField "next-field" &[Review] => ["f"];
    ShowLeads "show-leads" &[Review] => ["o"];

    // Files.
    ImportLeads "import-leads" &[Import, Welcome] => ["i"];
    ImportEvents "import-events" &[Import, Welcome] => ["I"];
    ImportOptions "import-options" &[Import] => ["f"];
    LoadDemo "load-demo" &[Welcome] => ["d"];
    LeaveOpen "leave-open" &[Roles] => ["D", "delete"];
    UseTemplate "use-template" &[Welcome, Models, Import] => ["t"];

    // Everywhere.
    Undo "undo" SCREENS => ["u", "ctrl+z"], EDITORS => ["u", "ctrl+z"], &[Models] => ["u", "ctrl+z"];
    Redo "redo" SCREENS => ["U", "ctrl+y"], EDITORS => ["U", "ctrl+y"];
    Menu "menu" SCREENS => [":", "ctrl+p"];
    Help "help" &[Global] => ["?", "f1"];
    Privacy "privacy" SCREENS => ["P"];
    Present "present" SCREENS => ["F"];
    Mouse "mouse" SCREENS => ["M"];
    Settings "settings" SCREENS => [","];
    Quit "quit" &[Global] => ["q", "ctrl+c", "ctrl+q"];
}
