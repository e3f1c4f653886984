//! Bringing a file in, as a person does it: keys in, requests answered by the shell over real files, screens out.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

use quadrille::problem::Kind;
use quadrille::shell::intake::Desk;
use quadrille::shell::intake::answer;
use quadrille::shell::intake::list_folder;
use quadrille::store::Store;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::FolderEntry;
use quadrille::tui::app::FolderListing;
use quadrille::tui::app::JobDone;
use quadrille::tui::app::Screen;
use quadrille::tui::screens::import::ImportDone;
use quadrille::tui::screens::import::ImportKind;
use quadrille::tui::screens::import::ImportNews;
use quadrille::tui::screens::import::ImportRequest;
use quadrille::tui::screens::import::ImportWork;
use quadrille::tui::screens::import::Progress;
use quadrille::tui::screens::import::Step;
use quadrille::tui::update::update;
use tempfile::TempDir;

use crate::screens::app::empty;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const LEADS: &str = "\
E-mail;Nom;Fonction;Effectif;Créé le;Démo demandée;Score HubSpot;;Notes
a.nowak@acme.io;Anna Nowak;VP Marketing;1 200;13/09/2026;oui;12,5;x;froid
c.berger@beryl.fr;Carl Berger;Directrice CRM;45;02/09/2026;non;87;;
d.costa@nordlys.no;Dora Costa;CMO;10 000;21/10/2026;;3,25;;rappeler
e.duval@acme.io;Élodie Duval;Acheteuse;12;01/10/2026;oui;41;;
pas-une-adresse;Karl Ruiz;CMO;7;05/10/2026;non;9;;
f.ito@tokyo.jp;Fumi Ito;VP Sales;300;30/10/2026
";

const EVENTS: &str = "\
email,type,date,page,campaign,amount,secret
a.nowak@acme.io,visit,2026-09-14T10:00:00Z,/pricing,autumn,,x
a.nowak@acme.io,visit,2026-09-14T10:00:00Z,/pricing,autumn,,x
c.berger@beryl.fr,open,2026-09-15T08:30:00Z,,autumn,2.5,x
nobody@else.where,visit,2026-09-16T08:30:00Z,/home,,,x
";

/// An app, a folder of its own, and the workspace that the shell would have open.
struct Trial {
    app: App,
    folder: TempDir,
    store: Option<Store>,
    stop: AtomicBool,
    /// Whether requests to the worker are answered.
    answered: bool,
    asked: Vec<Effect>,
}

impl Trial {
    fn new(lang: Lang, width: u16, height: u16) -> Trial {
        let folder = tempfile::tempdir().unwrap();
        let app = empty(lang, width, height);
        let stop = AtomicBool::new(false);
        Trial { app, folder, store: None, stop, answered: true, asked: Vec::new() }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Shows the folder on the import screen.
    fn enter(&mut self, kind: ImportKind) {
        self.press(if kind == ImportKind::Leads { "i" } else { "I" });
        self.enter_here();
    }

    fn enter_here(&mut self) {
        let listing = list_folder(self.folder.path()).unwrap();
        update(&mut self.app, Event::Job(JobDone::Folder(listing)));
    }

    /// Presses keys, and answers what is asked of the worker as the shell does.
    fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let effects = press(&mut self.app, key);
            self.work(effects);
        }
    }

    fn work(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if self.answered {
                let done = match &effect {
                    Effect::Import(request) => Some(JobDone::Import(self.answer(request))),
                    Effect::ListFolder(path) => list_folder(path).ok().map(JobDone::Folder),
                    _ => None,
                };
                self.asked.push(effect);
                if let Some(done) = done {
                    let more = update(&mut self.app, Event::Job(done));
                    self.work(more);
                }
            } else {
                self.asked.push(effect);
            }
        }
    }

    fn answer(&mut self, request: &ImportRequest) -> ImportDone {
        let db = self.folder.path().join("ws.quadrille");
        let mut desk =
            Desk { store: &mut self.store, db: &db, lang: self.app.lang, now: 1_790_000_000, stop: &self.stop };
        answer(request, &mut desk, &mut |_| {})
    }

    /// Chooses a file of the folder by its name.
    fn choose(&mut self, name: &str) {
        type_text(&mut self.app, name);
        self.press("enter");
    }

    fn screen(&self) -> String {
        screen(&self.app)
    }

    #[track_caller]
    fn sees(&self, text: &str) {
        let screen = self.screen();
        assert!(screen.contains(text), "no {text:?} in\n{screen}");
    }

    #[track_caller]
    fn sees_not(&self, text: &str) {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} in\n{screen}");
    }

    /// Puts the cursor on the column of that name.
    fn column(&mut self, name: &str) {
        let shape = self.app.import.shape().unwrap();
        self.app.import.row = shape.columns.iter().position(|column| column.name == name).unwrap();
    }

    /// Opens the list of what a column or the file can be, and chooses by typing.
    fn pick(&mut self, key: &str, word: &str) {
        self.press(key);
        type_text(&mut self.app, word);
        self.press("enter");
    }

    fn leads(&self) -> usize {
        self.store.as_ref().unwrap().dataset().unwrap().n_leads()
    }
}

fn entry(name: &str, size: u64) -> FolderEntry {
    FolderEntry { name: name.to_owned(), is_folder: size == 0, size }
}

/// A folder as everybody's could be.
fn listing() -> FolderListing {
    let entries = vec![
        entry("archive", 0),
        entry("budget.xlsx", 40_961),
        entry("crm-export.CSV", 2_345_678),
        entry("events.csv", 912),
        entry("notes.txt", 1_024),
        entry("photo\u{1b}[31m.png", 99_000),
    ];
    FolderListing { path: PathBuf::from("/srv/ana/leads"), entries }
}

fn golden(name: &str, text: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

// --- How it looks ---

#[test]
fn every_step_looks_as_it_did() {
    for (lang, width, height) in [(Lang::En, 80, 24), (Lang::Fr, 80, 24), (Lang::En, 100, 30), (Lang::Fr, 100, 30)] {
        let mut trial = Trial::new(lang, width, height);
        let golden =
            |step: &str, trial: &Trial| golden(&format!("import-{step}-{}-{width}", lang.tag()), &trial.screen());
        golden("0-welcome", &trial);
        trial.file("leads.csv", LEADS);
        trial.press("i");
        update(&mut trial.app, Event::Job(JobDone::Folder(listing())));
        golden("1-file", &trial);
        trial.enter(ImportKind::Leads);
        trial.choose("leads.csv");
        golden("2-columns", &trial);
        trial.column("Score HubSpot");
        golden("2-columns-one", &trial);
        trial.press("end enter");
        golden("3-check", &trial);
        trial.press("enter");
        let subject = trial.app.import.subject.as_mut().unwrap();
        subject.tally.as_mut().unwrap().rejects = Some(PathBuf::from("/srv/ana/leads/leads.rejected.csv"));
        golden("4-done", &trial);
    }
}

#[test]
fn activity_and_trouble_look_as_they_did() {
    for (lang, width, height) in [(Lang::En, 80, 24), (Lang::Fr, 100, 30)] {
        let mut trial = Trial::new(lang, width, height);
        let golden =
            |step: &str, trial: &Trial| golden(&format!("import-{step}-{}-{width}", lang.tag()), &trial.screen());
        trial.file("events.csv", EVENTS);
        trial.file("torn.csv", "name,note\nA,\"open\nB,fine\n");
        trial.file("dates.csv", "id,when\n1,03/04/2026\n2,05/06/2026\n");
        trial.enter(ImportKind::Events);
        trial.choose("events.csv");
        golden("activity", &trial);
        trial.press("esc esc tab");
        trial.choose("torn.csv");
        golden("unreadable", &trial);
        trial.press("esc esc");
        trial.choose("dates.csv");
        golden("question", &trial);
        let mut trial = Trial::new(lang, width, height);
        trial.answered = false;
        trial.press("i");
        update(&mut trial.app, Event::Job(JobDone::Folder(listing())));
        trial.press("enter");
        golden("looking", &trial);
        let number = number(&trial);
        let progress = Progress { rows: 120_000, bytes: 9_000_000, of_bytes: Some(36_000_000), elapsed_ms: 3_000 };
        update(
            &mut trial.app,
            Event::Job(JobDone::Import(ImportDone { number, news: ImportNews::Progress(progress) })),
        );
        golden("going", &trial);
    }
}

#[test]
fn a_large_terminal_is_used() {
    let mut trial = Trial::new(Lang::En, 160, 50);
    golden("import-0-welcome-en-160", &trial.screen());
    trial.file("leads.csv", LEADS);
    trial.enter(ImportKind::Leads);
    trial.choose("leads.csv");
    golden("import-2-columns-en-160", &trial.screen());
}

#[test]
fn no_size_breaks_a_screen() {
    let mut trial = Trial::new(Lang::Fr, 80, 24);
    trial.file("leads.csv", LEADS);
    let draw_all = |trial: &mut Trial| {
        for (width, height) in [(0, 0), (1, 1), (20, 5), (80, 24), (81, 25), (250, 24), (80, 90)] {
            update(&mut trial.app, Event::Resize(width, height));
            trial.screen();
        }
        update(&mut trial.app, Event::Resize(80, 24));
    };
    draw_all(&mut trial);
    trial.enter(ImportKind::Leads);
    draw_all(&mut trial);
    trial.choose("leads.csv");
    draw_all(&mut trial);
    trial.press("enter");
    draw_all(&mut trial);
    trial.press("enter");
    draw_all(&mut trial);
}

// --- From file to leads ---

fn number(trial: &Trial) -> u64 {
    trial.app.import.running.as_ref().unwrap().request.number
}

/// The last request to the worker.
fn last(trial: &Trial) -> &ImportRequest {
    let mut requests = trial.asked.iter().rev().filter_map(|effect| match effect {
        Effect::Import(request) => Some(request),
        _ => None,
    });
    requests.next().unwrap()
}

#[test]
fn four_times_enter_brings_a_file_in() {
    let mut trial = Trial::new(Lang::En, 80, 24);
    trial.file("leads.csv", LEADS);
    trial.enter(ImportKind::Leads);
    trial.choose("leads.csv");
    assert_eq!(trial.app.import.step, Step::Columns);
    trial.press("enter");
    assert_eq!((trial.app.import.step, trial.store.is_some()), (Step::Check, false));
    assert!(!trial.folder.path().join("ws.quadrille").exists(), "a check makes no workspace");
    assert!(!trial.folder.path().join("leads.rejected.csv").exists(), "and no file");
    let mut promised = trial.app.import.tally().unwrap().clone();
    trial.press("enter");
    assert_eq!(trial.app.import.step, Step::Done);
    assert_eq!(trial.leads(), 5);
    let done = trial.app.import.tally().unwrap().clone();
    assert_eq!(done.starter.as_deref(), Some("first"));
    assert!(fs::read_to_string(done.rejects.as_ref().unwrap()).unwrap().contains("f.ito@tokyo.jp"));
    // What was promised is what was done, but for what only a real import leaves behind.
    (promised.starter, promised.rejects) = (done.starter.clone(), done.rejects.clone());
    assert_eq!(promised, done);
    // The worker opens what came in: the screen stays until it has been read.
    let bench = crate::demo::bench(20);
    let opened = quadrille::tui::app::Opened {
        reviews: quadrille::tui::app::ReviewsTold::default(),
        workspace: "ws".to_owned(),
        models: vec![crate::screens::app::info("first")],
        bench: Some(bench),
        fixed: None,
        stays: false,
        told: None,
    };
    update(&mut trial.app, Event::Job(JobDone::Opened(Box::new(opened))));
    assert_eq!(trial.app.screen, Screen::Import);
    trial.sees("[ Open the workbench ]");
    trial.press("enter");
    assert_eq!(trial.app.screen, Screen::Workbench);
}

#[test]
fn the_sum_comes_out_and_a_check_counts_as_the_import_does() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("a.csv", "id,size\n1,10\n2,20\n3,30\n");
    trial.file("b.csv", "id,size\n1,10\n2,25\n\n4,x\n5,50\n6,60,7\n3,\n");
    trial.enter(ImportKind::Leads);
    trial.choose("a.csv");
    trial.press("enter enter i");
    trial.choose("b.csv");
    trial.column("size");
    trial.pick("enter", "whole");
    trial.press("end enter");
    let numbers = |trial: &Trial| {
        let tally = trial.app.import.tally().unwrap();
        (tally.new, tally.updated, tally.unchanged, tally.counts.rejected, tally.counts.accepted)
    };
    assert_eq!(numbers(&trial), (1, 2, 1, 2, 4));
    trial.sees("line 5, column “size”: is not a number: x".replace(['“', '”'], "\"").as_str());
    trial.sees("6  rows read");
    trial.sees("1 blank line was passed over.");
    assert_eq!(trial.leads(), 3, "a check changes nothing");
    trial.press("enter");
    assert_eq!(numbers(&trial), (1, 2, 1, 2, 4));
    assert_eq!(trial.leads(), 4);
    trial.press("i");
    trial.choose("b.csv");
    trial.press("enter");
    trial.sees("This very file was imported before");
}

#[test]
fn activity_needs_known_leads_unless_it_may_make_them() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("leads.csv", LEADS);
    trial.file("events.csv", EVENTS);
    trial.enter(ImportKind::Leads);
    trial.choose("leads.csv");
    trial.press("enter enter I");
    trial.choose("events.csv");
    trial.press("enter");
    let tally = trial.app.import.tally().unwrap();
    assert_eq!((tally.new, tally.unchanged, tally.counts.rejected, tally.leads_made), (2, 1, 1, 0));
    trial.press("esc");
    trial.press("f");
    type_text(&mut trial.app, "unknown");
    trial.press("enter");
    type_text(&mut trial.app, "makes");
    trial.press("enter");
    assert!(last(&trial).forced.create_leads);
    trial.press("end enter enter");
    let tally = trial.app.import.tally().unwrap();
    assert_eq!((tally.new, tally.unchanged, tally.counts.rejected, tally.leads_made), (3, 1, 0, 1));
    assert_eq!(trial.leads(), 6);
}

#[test]
fn what_the_workspace_refuses_is_told_where_it_stands() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("a.csv", "id,size\n1,10\n2,20\n");
    trial.file("b.csv", "id,size\n1,2026-01-02\n2,2026-01-03\n");
    trial.enter(ImportKind::Leads);
    trial.choose("a.csv");
    trial.press("enter enter i");
    trial.choose("b.csv");
    trial.column("size");
    trial.pick("enter", "dates");
    trial.press("end enter");
    assert_eq!(trial.app.import.step, Step::Columns);
    trial.sees("The field holds whole numbers, but the file brings dates.");
    trial.press("home down space end enter");
    assert_eq!(trial.app.import.step, Step::Check);
}

#[test]
fn a_column_is_read_as_the_workspace_has_it() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("a.csv", "id,size,code\n1,10,x1\n2,20,x2\n");
    trial.file("b.csv", "id,size,code\n1,10,1\n2,many,2\n");
    trial.enter(ImportKind::Leads);
    trial.choose("a.csv");
    trial.press("enter enter i");
    trial.choose("b.csv");
    trial.sees("size: read as whole numbers, as the workspace has it.");
    trial.sees("code: read as text, as the workspace has it.");
    trial.press("enter");
    let tally = trial.app.import.tally().unwrap();
    assert_eq!((tally.updated, tally.counts.rejected), (1, 1));
}

// --- Stopping ---

#[test]
fn esc_stops_the_work_and_leaves_everything_as_it_was() {
    let mut trial = Trial::new(Lang::En, 80, 24);
    trial.file("leads.csv", LEADS);
    trial.enter(ImportKind::Leads);
    trial.choose("leads.csv");
    trial.press("enter");
    trial.answered = false;
    trial.press("enter");
    let request = last(&trial).clone();
    assert!(matches!(request.work, ImportWork::Import(_)));
    trial.press("enter space f");
    assert_eq!(last(&trial), &request, "nothing else is asked for meanwhile");
    trial.press("esc");
    assert_eq!(trial.asked.last(), Some(&Effect::Cancel));
    trial.sees("Stopping");
    trial.stop.store(true, Ordering::Relaxed);
    let done = trial.answer(&request);
    assert!(matches!(&done.news, ImportNews::Failed(problem) if problem.kind == Kind::Cancelled));
    update(&mut trial.app, Event::Job(JobDone::Import(done)));
    assert_eq!(trial.app.import.step, Step::Check);
    trial.sees("Stopped. The workspace is as it was.");
    assert!(trial.app.import.running.is_none());
    assert!(trial.store.is_none());
    let names: Vec<_> = fs::read_dir(trial.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["leads.csv"], "no workspace, no file of rejected rows");
    trial.stop.store(false, Ordering::Relaxed);
    trial.answered = true;
    trial.press("enter");
    assert_eq!(trial.leads(), 5);
}

#[test]
fn an_answer_to_an_older_question_is_not_taken() {
    let mut trial = Trial::new(Lang::En, 80, 24);
    let path = trial.file("leads.csv", LEADS);
    trial.enter(ImportKind::Leads);
    trial.answered = false;
    trial.choose("leads.csv");
    let first = last(&trial).clone();
    let answer = trial.answer(&first);
    let late = ImportDone { number: first.number + 1, news: answer.news.clone() };
    update(&mut trial.app, Event::Job(JobDone::Import(late)));
    assert_eq!(trial.app.import.step, Step::File);
    update(&mut trial.app, Event::Job(JobDone::Import(answer.clone())));
    assert_eq!(trial.app.import.step, Step::Columns);
    trial.press("esc");
    update(&mut trial.app, Event::Job(JobDone::Import(answer)));
    assert_eq!((trial.app.import.step, first.path), (Step::File, path));
}

// --- Changing what was guessed ---

#[test]
fn every_guess_about_a_column_can_be_changed() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("leads.csv", LEADS);
    trial.enter(ImportKind::Leads);
    trial.choose("leads.csv");
    trial.column("Effectif");
    trial.press("space");
    assert_eq!(last(&trial).forced.options.ignore, ["Effectif"]);
    trial.sees("9 found, 7 kept");
    trial.press("space");
    assert!(last(&trial).forced.options.ignore.is_empty());
    trial.pick("enter", "decimals");
    assert_eq!(last(&trial).forced.options.types.len(), 1);
    trial.pick("enter", "as found");
    assert!(last(&trial).forced.options.types.is_empty());
    trial.column("Nom");
    trial.pick("enter", "identifies");
    trial.sees("key: name");
    // A key that is left out is no key any more.
    trial.press("space");
    trial.sees("key: e-mail");
    trial.column("");
    trial.press("space");
    trial.sees("A column without a name is never kept.");
}

#[test]
fn every_setting_of_the_file_can_be_forced() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("leads.csv", LEADS);
    trial.enter(ImportKind::Leads);
    trial.choose("leads.csv");
    let cases = [
        ("Separator", "comma"),
        ("Separator", "as found"),
        ("Encoding", "windows-1252"),
        ("Encoding", "as found"),
        ("Decimal", "comma"),
        ("Dates that", "month"),
        ("Time zone", "Europe/Paris"),
        ("Rows that", "first row stands"),
        ("identifies", "row’s number"),
        ("Quotes", "plain text"),
        ("First row", "is data"),
    ];
    for (setting, value) in cases {
        let before = last(&trial).clone();
        trial.press("f");
        type_text(&mut trial.app, setting);
        trial.press("enter");
        type_text(&mut trial.app, value);
        trial.press("enter");
        assert_ne!(before.forced, last(&trial).forced, "{setting}: {value}");
        assert!(trial.app.import.shape().is_some(), "{setting}: {value}\n{}", trial.screen());
    }
    let shape = trial.app.import.shape().unwrap();
    assert_eq!((shape.zone.name(), shape.has_header, shape.rows), ("Europe/Paris", false, 7));
    trial.press("f");
    type_text(&mut trial.app, "no value");
    trial.press("enter");
    type_text(&mut trial.app, "froid");
    trial.press("enter");
    assert_eq!(last(&trial).forced.options.blanks, ["froid"]);
}

#[test]
fn dates_that_can_be_read_two_ways_are_asked_about() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("dates.csv", "id,when\n1,03/04/2026\n2,05/06/2026\n");
    trial.enter(ImportKind::Leads);
    trial.choose("dates.csv");
    trial.sees("needs you");
    let n = trial.asked.len();
    trial.press("enter");
    assert_eq!(trial.asked.len(), n, "nothing goes on before the answer");
    trial.sees("First of all: The dates can be read day first or month first");
    trial.column("when");
    trial.pick("enter", "month first");
    trial.sees_not("needs you");
    trial.press("end enter enter");
    assert_eq!(trial.leads(), 2);
}

#[test]
fn the_parts_of_activity_can_be_given_out() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("odd.csv", "qui,quoi,quand,ou\na,visit,2026-01-02,/x\nb,open,2026-01-03,/y\n");
    trial.enter(ImportKind::Leads);
    trial.choose("odd.csv");
    trial.press("tab");
    assert_eq!(last(&trial).kind, ImportKind::Events);
    trial.sees("No column is known to say whose event it is.");
    trial.column("qui");
    trial.pick("enter", "whose");
    trial.sees("No column is known to say what kind of event it is.");
    trial.press("f");
    type_text(&mut trial.app, "One kind");
    trial.press("enter");
    type_text(&mut trial.app, "form");
    trial.press("enter");
    assert_eq!(last(&trial).forced.options.events.fixed_kind.as_deref(), Some("form"));
    trial.column("quoi");
    trial.pick("enter", "what kind");
    trial.column("ou");
    trial.pick("enter", "asset");
    let events = &last(&trial).forced.options.events;
    assert_eq!((events.fixed_kind.as_deref(), events.asset.as_deref()), (None, Some("ou")));
    assert!(trial.app.import.open_question().is_none(), "{}", trial.screen());
}

#[test]
fn a_file_that_cannot_be_read_says_where_and_what_to_do() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("torn.csv", "name,note\nA,\"open\nB,fine\n");
    trial.file("empty.csv", "");
    trial.file("book.csv", b"PK\x03\x04xl/workbook.xml");
    trial.enter(ImportKind::Leads);
    trial.choose("empty.csv");
    trial.sees("empty.csv: The file is empty.");
    trial.press("enter space");
    trial.press("esc esc");
    trial.choose("book.csv");
    trial.sees("book.csv: This is");
    trial.press("esc esc");
    trial.choose("torn.csv");
    trial.sees("A quote opens on line 2");
    trial.sees("press f, then “quotes”");
    trial.press("f");
    type_text(&mut trial.app, "quotes");
    trial.press("enter");
    type_text(&mut trial.app, "plain");
    trial.press("enter");
    trial.sees("[ Check 2 rows ]");
}

#[test]
fn an_option_that_fails_leaves_what_was_found() {
    let mut trial = Trial::new(Lang::En, 100, 30);
    trial.file("a.csv", "id;a b\n1;x\n2;\"y\"z\n");
    trial.enter(ImportKind::Leads);
    trial.choose("a.csv");
    let path = trial.folder.path().join("a.csv");
    fs::write(&path, "").unwrap();
    trial.column("a b");
    trial.press("space");
    trial.sees("The file is empty.");
    trial.sees("2 found, 2 kept");
    assert!(trial.app.import.subject.as_ref().unwrap().forced.options.ignore.is_empty());
}

// --- Finding a file ---

#[test]
fn a_folder_shows_files_of_rows_first_and_letters_find_them() {
    let mut trial = Trial::new(Lang::En, 80, 24);
    trial.press("i");
    update(&mut trial.app, Event::Job(JobDone::Folder(listing())));
    let screen = trial.screen();
    let at = |name: &str| screen.find(name).unwrap_or_else(|| panic!("no {name} in\n{screen}"));
    assert!(at("crm-export.CSV") < at("events.csv") && at("events.csv") < at("notes.txt"));
    assert!(at("notes.txt") < at("archive/") && at("archive/") < at("budget.xlsx"));
    assert!(!screen.contains('\u{1b}'));
    // Letters that mean something elsewhere are letters here.
    trial.answered = false;
    type_text(&mut trial.app, "q1ev");
    trial.sees("/ q1ev");
    trial.press("esc");
    type_text(&mut trial.app, "ev");
    trial.press("enter");
    assert_eq!(last(&trial).path, Path::new("/srv/ana/leads/events.csv"));
}

#[test]
fn folders_and_typed_paths_lead_to_files() {
    let mut trial = Trial::new(Lang::En, 80, 24);
    let folder = fs::canonicalize(trial.folder.path()).unwrap();
    fs::create_dir(folder.join("deep")).unwrap();
    trial.file("deep/a file.csv", "id\n1\n");
    trial.enter(ImportKind::Leads);
    trial.choose("deep");
    assert_eq!(trial.asked.last(), Some(&Effect::ListFolder(folder.join("deep"))));
    trial.press("backspace");
    assert_eq!(trial.asked.last(), Some(&Effect::ListFolder(folder.clone())));
    trial.choose("deep/");
    assert_eq!(trial.app.import.files.listing.as_ref().unwrap().path, folder.join("deep"));
    assert_eq!(trial.app.import.files.picker.query(), "");
    trial.choose("..");
    assert_eq!(trial.app.import.files.listing.as_ref().unwrap().path, folder);
    let pasted = format!("'{}'\n", folder.join("deep/a\\ file.csv").display());
    update(&mut trial.app, Event::Paste(pasted));
    trial.press("enter");
    trial.sees("[ Check 1 row ]");
    trial.press("esc");
    // Another path takes the place of the one that stood there, pasted or typed.
    let path = folder.join("deep/a file.csv").display().to_string();
    update(&mut trial.app, Event::Paste(path.clone()));
    assert_eq!(trial.app.import.files.picker.query(), path);
    type_text(&mut trial.app, &path);
    assert_eq!(trial.app.import.files.picker.query(), path);
    trial.press("esc");
    trial.choose(&format!("{}/", folder.join("deep").display()));
    assert_eq!(trial.app.import.files.listing.as_ref().unwrap().path, folder.join("deep"));
    trial.press("backspace");
    trial.choose("deep/missing.csv");
    trial.sees("missing.csv: ");
    trial.press("esc esc esc");
    assert_eq!(trial.app.screen, Screen::Welcome);
}

// --- People's data ---

#[test]
fn what_names_a_person_is_masked() {
    let mut trial = Trial::new(Lang::En, 160, 50);
    let mut many = String::new();
    for n in 0..30 {
        many.push_str("ola");
        many.push_str(&n.to_string());
        many.push_str("@acme.io;Ola Nordmann\n");
    }
    trial.file("people.csv", format!("E-mail;Nom\n{many}secret address;Kari Hansen\n"));
    trial.enter(ImportKind::Leads);
    trial.choose("people.csv");
    // What the list over the panel is for is not said with keys that it takes.
    trial.press("home enter");
    assert!(!trial.screen().contains("text — current"), "{}", trial.screen());
    trial.sees_not("leave it out.");
    trial.press("esc end");
    trial.sees("ola0@acme");
    trial.sees("Nordmann");
    trial.press("P");
    trial.sees_not("ola0@acme");
    trial.sees_not("Nordmann");
    trial.press("enter");
    trial.sees("is not an e-mail address: s***");
    trial.sees_not("secret");
    trial.press("P");
    trial.sees("is not an e-mail address: secret address");
}

#[test]
fn a_lead_that_nobody_knows_is_masked_too() {
    let mut trial = Trial::new(Lang::En, 160, 50);
    trial.file("visits.csv", EVENTS);
    trial.enter(ImportKind::Events);
    trial.choose("visits.csv");
    trial.press("enter");
    trial.sees("nobody@else.where");
    trial.press("P");
    trial.sees("n***@else.where");
    trial.sees_not("nobody@else.where");
}

#[test]
fn row_numbers_of_two_files_are_not_mixed_up() {
    let mut trial = Trial::new(Lang::En, 120, 40);
    trial.file("one.csv", "size;sector\n1;a\n1;b\n2;a\n");
    trial.file("two.csv", "size;sector\n7;x\n7;y\n8;x\n");
    trial.enter(ImportKind::Leads);
    trial.choose("one.csv");
    trial.press("enter enter");
    assert_eq!(trial.leads(), 3);
    trial.press("i");
    trial.enter_here();
    trial.choose("two.csv");
    trial.press("enter");
    trial.sees("No column identifies a lead");
    trial.sees("take row numbers all the same: press f");
    // The keys of the screen are named also while a list lies over it.
    trial.press("f");
    trial.sees("all the same: press f");
    trial.press("esc");
    // Whoever chooses them means it.
    trial.pick("f", "what identifies");
    type_text(&mut trial.app, "number");
    trial.press("enter end enter");
    assert_eq!(trial.app.import.step, Step::Check);
    assert_eq!(trial.app.import.tally().map(|tally| tally.updated), Some(3));
    // The same file again, with new rows, needs no choice.
    trial.press("esc esc");
    trial.file("one.csv", "size;sector\n1;a\n1;b\n2;a\n2;b\n");
    trial.press("esc");
    trial.enter_here();
    trial.choose("one.csv");
    trial.press("enter");
    assert_eq!(trial.app.import.tally().map(|tally| (tally.new, tally.unchanged)), Some((1, 3)));
}

// --- The mouse ---

#[test]
fn the_button_and_the_columns_can_be_pressed() {
    let mut trial = Trial::new(Lang::En, 80, 24);
    trial.file("leads.csv", LEADS);
    let click = |trial: &mut Trial, text: &str| {
        let screen = trial.screen();
        let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
        let x = quadrille::text::width(&line[..line.find(text).unwrap()]);
        let mouse = crossterm::event::MouseEvent {
            kind: crossterm::event::MouseEventKind::Down(crossterm::event::MouseButton::Left),
            column: u16::try_from(x).unwrap(),
            row: u16::try_from(y).unwrap(),
            modifiers: crossterm::event::KeyModifiers::NONE,
        };
        let effects = update(&mut trial.app, Event::Mouse(mouse));
        trial.work(effects);
    };
    click(&mut trial, "Import leads");
    assert_eq!(trial.app.screen, Screen::Import);
    trial.enter_here();
    click(&mut trial, "leads.csv");
    assert_eq!(trial.app.import.step, Step::Columns);
    click(&mut trial, "Fonction");
    assert_eq!(trial.app.import.column(), Some(2));
    click(&mut trial, "[ Check 6 rows ]");
    assert_eq!(trial.app.import.step, Step::Check);
}
