//! The app in a real terminal: what the screen says, what is kept, how it ends. Each test has a home of its own.

#![cfg(target_os = "linux")]

mod window;

use std::fmt::Write;
use std::fs;

use window::CTRL_C;
use window::DOWN;
use window::ENTER;
use window::ESC;
use window::Home;
use window::RIGHT;
use window::TAB;
use window::Window;

/// The header once everything is saved and differs from the baseline.
const SAVED: &str = "busybiz* · saved";

/// Returns the weight shown for the criterion that the cursor is on.
fn weight(screen: &str) -> Option<i64> {
    let line = screen.lines().find(|line| line.starts_with("│>"))?;
    // Behind the bar.
    let number = line.split_once(']')?.1.split_whitespace().next()?;
    number.replace('−', "-").parse().ok()
}

fn until_weight(window: &Window, expected: i64) {
    window.until(&format!("the weight {expected}"), |screen| weight(screen) == Some(expected));
}

fn open(home: &Home) -> Window {
    let window = home.window(&["demo"]);
    window.until_shown(&["Workbench", "busybiz", "2,000 leads"]);
    window
}

#[test]
fn an_edit_is_saved_and_undone_after_a_restart() {
    let home = Home::with_demo();
    let window = open(&home);
    let before = weight(&window.screen()).expect("a criterion has the cursor");
    window.press(RIGHT);
    until_weight(&window, before + 1);
    window.until_shown(&[SAVED]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
    window.until_over();
    window.assert_given_back();
    // Without a command: the workspace last used.
    let window = home.window(&[]);
    window.until_shown(&["busybiz*"]);
    until_weight(&window, before + 1);
    window.press("u");
    until_weight(&window, before);
    window.until("nothing differs from the baseline", |screen| screen.contains("busybiz · saved"));
}

#[test]
fn a_held_key_is_one_step_of_undo() {
    let home = Home::with_demo();
    let window = open(&home);
    let before = weight(&window.screen()).expect("a criterion has the cursor");
    window.press(&RIGHT.repeat(40));
    until_weight(&window, before + 40);
    window.until_shown(&[SAVED]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
    let window = open(&home);
    until_weight(&window, before + 40);
    window.press("u");
    until_weight(&window, before);
}

#[test]
fn a_cell_opens_its_leads() {
    let home = Home::with_demo();
    let window = open(&home);
    window.press(&format!("{TAB}{ENTER}"));
    window.until_shown(&["[2 Leads]", "To watch"]);
    window.press(ESC);
    window.until_shown(&["[1 Workbench]"]);
}

#[test]
fn french_is_spoken_from_the_first_screen_and_kept_once_chosen() {
    let home = Home::with_demo();
    let window = home.window(&["demo", "--lang", "fr"]);
    window.until_shown(&["Atelier", "commerciaux", "· FR"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
    let window = open(&home);
    // The first setting is the language.
    window.press(&format!(",{RIGHT}"));
    window.until_shown(&["Atelier", "· FR"]);
    window.press(CTRL_C);
    assert_eq!(window.ended(), Ok(0));
    let window = home.window(&[]);
    window.until_shown(&["Atelier", "· FR"]);
}

#[test]
fn any_size_is_drawn() {
    let home = Home::with_demo();
    let window = open(&home);
    window.resize(80, 24);
    window.until("24 rows, the last with keys", |screen| screen.lines().nth(23).is_some_and(|line| line.contains('?')));
    window.resize(60, 20);
    window.until_shown(&["60", "20"]);
    window.resize(1, 1);
    window.resize(160, 50);
    window.until("50 rows", |screen| screen.lines().nth(49).is_some_and(|line| line.contains('?')));
}

#[test]
fn two_windows_see_each_other() {
    let home = Home::with_demo();
    let (one, two) = (open(&home), open(&home));
    let before = weight(&one.screen()).expect("a criterion has the cursor");
    one.press(RIGHT);
    one.until_shown(&[SAVED]);
    let told = std::time::Instant::now();
    until_weight(&two, before + 1);
    assert!(told.elapsed().as_millis() < 2_500, "within two seconds, not {:?}", told.elapsed());
    // Both edit at once, each another criterion: no edit is lost.
    two.press(DOWN);
    two.until("another criterion", |screen| weight(screen).is_some_and(|weight| weight != before + 1));
    let other = weight(&two.screen()).expect("a criterion has the cursor");
    for _ in 0..20 {
        one.press(RIGHT);
        two.press(RIGHT);
    }
    until_weight(&one, before + 21);
    until_weight(&two, other + 20);
    one.press(DOWN);
    until_weight(&one, other + 20);
    two.press("\x1b[A");
    until_weight(&two, before + 21);
}

#[test]
fn what_the_screen_called_saved_survives_a_kill() {
    let home = Home::with_demo();
    let mut expected = None;
    for _ in 0..5 {
        let window = open(&home);
        let before = weight(&window.screen()).expect("a criterion has the cursor");
        assert!(expected.is_none_or(|expected| expected == before), "{expected:?} was saved, {before} is there");
        window.press(RIGHT);
        until_weight(&window, before + 1);
        window.until_shown(&[SAVED]);
        window.signal("KILL");
        window.ended().expect_err("killed");
        expected = Some(before + 1);
    }
}

#[test]
fn every_end_gives_the_terminal_back() {
    let home = Home::with_demo();
    for (keys, code) in [("q", 0), (CTRL_C, 0)] {
        let window = open(&home);
        window.press(keys);
        assert_eq!(window.ended(), Ok(code));
        window.until_over();
        window.assert_given_back();
    }
    for (signal, code) in [("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let window = open(&home);
        window.signal(signal);
        assert_eq!(window.ended(), Ok(code), "{signal}");
        window.until_over();
        window.assert_given_back();
    }
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let home = Home::with_demo();
    let mut window = open(&home);
    window.close();
    assert_eq!(window.ended(), Ok(129));
}

#[test]
fn a_suspended_app_gives_the_terminal_back_and_comes_back() {
    let home = Home::with_demo();
    let window = open(&home);
    window.signal("TSTP");
    window.until_stopped();
    window.until_state("the plain screen", |screen| !screen.alternate_screen());
    window.assert_given_back();
    window.signal("CONT");
    window.until_state("the app's screen", vt100::Screen::alternate_screen);
    window.until_shown(&["busybiz", "2,000 leads"]);
    window.press(RIGHT);
    window.until_shown(&[SAVED]);
}

#[test]
fn text_from_data_steers_no_terminal() {
    let home = Home::new();
    let mut rows = String::from("email,name,company,size\n");
    for n in 0..60 {
        let (name, company) =
            (format!("Jo\x1b]0;OWNED\x07\u{202e}evil\u{200b}{n}"), format!("Acme\x1b[31m\u{9b}31m{n}"));
        writeln!(rows, "a{n}@x.fr,\"{name}\",\"{company}\",{}", n % 7).expect("a string takes all");
    }
    fs::write(home.path("leads.csv"), rows).expect("a file of leads");
    let file = home.path("leads.csv").display().to_string();
    assert_eq!(home.run(&["import", "leads", &file]).code(), Some(0));
    let window = home.window(&[]);
    window.until_shown(&["60 leads"]);
    window.press("2");
    window.until_shown(&["[2 Leads]", "OWNED"]);
    window.press(ENTER);
    window.until("one lead", |screen| screen.contains("OWNED") && !screen.contains("60 of 60"));
    let all = String::from_utf8_lossy(&window.bytes()).into_owned();
    // Before the full screen the terminal is asked for its background, with a bell at the end.
    let text = all.split_once("\x1b[?1049h").expect("the full screen was entered").1;
    for raw in ["\x1b]0;", "\x07", "\x1b[31m", "\u{9b}", "\u{202e}", "\u{200b}"] {
        assert!(!text.contains(raw), "{raw:?} reached the terminal");
    }
}

#[test]
fn without_colours_none_is_written() {
    let home = Home::with_demo();
    let window = home.window_with(&["demo"], &[("NO_COLOR", "1")]);
    window.until_shown(&["busybiz"]);
    let text = String::from_utf8_lossy(&window.bytes()).into_owned();
    assert!(!text.contains("[38;") && !text.contains("[48;"), "colours were written");
}

#[test]
fn all_mistakes_in_a_key_file_are_told_at_once() {
    let home = Home::with_demo();
    fs::create_dir_all(home.config("")).expect("a folder for the keys");
    fs::write(home.config("keys.ron"), "(keys: {\n\"weight-upp\": [\"+\"],\n\"undo\": [\"hyper+u\"],\n})\n")
        .expect("keys");
    let window = open(&home);
    window.until_shown(&["2 mistakes"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
    window.until_over();
    let told = window.screen();
    assert!(told.contains("weight-upp") && told.contains("hyper+u"), "{told}");
}

#[test]
fn a_file_that_was_moved_is_told_and_saved_to_when_it_is_back() {
    let home = Home::with_demo();
    let window = open(&home);
    fs::rename(home.demo(), home.path("elsewhere")).expect("the file moves");
    window.press(RIGHT);
    window.until_shown(&["NOT SAVED"]);
    fs::rename(home.path("elsewhere"), home.demo()).expect("the file comes back");
    window.until_shown(&[SAVED]);
}

#[test]
fn a_workspace_that_cannot_be_opened_is_told_on_the_plain_screen() {
    let home = Home::new();
    fs::write(home.path("notes.txt"), "email,name\n").expect("a file");
    let file = home.path("notes.txt").display().to_string();
    let window = home.window(&["--db", &file]);
    assert_eq!(window.ended(), Ok(4));
    window.until_over();
    assert!(!window.bytes().windows(8).any(|bytes| bytes == b"\x1b[?1049h"), "no full screen for it");
    assert!(window.screen().contains("notes.txt"), "{}", window.screen());
}

#[test]
fn nothing_to_open_is_a_welcome() {
    let home = Home::new();
    let window = home.window(&[]);
    window.until_state("the app's screen", vt100::Screen::alternate_screen);
    window.press("d");
    window.until_shown(&["busybiz", "2,000 leads"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
}

#[test]
fn leads_that_another_window_brings_are_scored_at_once() {
    let home = Home::with_demo();
    let window = open(&home);
    window.press(RIGHT);
    window.until_shown(&[SAVED]);
    let edited = weight(&window.screen()).expect("a criterion has the cursor");
    fs::write(home.path("more.csv"), "email,country\nnew@example.org,FR\n").expect("a file of leads");
    let (file, db) = (home.path("more.csv").display().to_string(), home.demo().display().to_string());
    assert_eq!(home.run(&["import", "leads", &file, "--db", &db]).code(), Some(0));
    window.until_shown(&["2,001 leads"]);
    until_weight(&window, edited);
    window.press("u");
    until_weight(&window, edited - 1);
}

#[test]
fn the_working_week_and_seen_alerts_are_kept() {
    let home = Home::with_demo();
    let db = home.demo().display().to_string();
    let file = home.path("alerts.ron").display().to_string();
    assert_eq!(home.run(&["model", "export", "--db", &db, "-o", &file]).code(), Some(0));
    let model = fs::read_to_string(&file).expect("an exported model");
    let end = model.rfind(')').expect("a model ends with one");
    let alert = "alerts: [(name: \"prices\", filter: (kinds: [\"pricing_view\"]), within: Days(1))],\n";
    fs::write(&file, format!("{}{alert}{}", &model[..end], &model[end..])).expect("a model file");
    assert_eq!(home.run(&["model", "import", &file, "--db", &db]).code(), Some(0));
    let window = open(&home);
    window.press("A");
    window.until_shown(&["> * ", "prices"]);
    window.until_shown(&["saved"]);
    window.press(ESC);
    window.until("the list is closed", |screen| !screen.contains("> * "));
    window.press("3\x1b[Zw");
    window.until_shown(&["Saturday"]);
    window.press(&format!("{} \x13", DOWN.repeat(5)));
    window.until_shown(&["Working week: Monday to Saturday"]);
    window.until_shown(&["saved"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
    let window = open(&home);
    window.press("3\x1b[Z");
    window.until_shown(&["Monday to Saturday", "Who waits too long: "]);
    window.press("A");
    window.until_shown(&["prices"]);
    assert!(!window.screen().contains("> * "), "seen is seen: {}", window.screen());
}

/// Closes the list of models. Esc with a letter right behind it would be another key.
fn leave_list(window: &Window) {
    window.press(ESC);
    window.until("the list is closed", |screen| !screen.contains("─ Models ─"));
}

#[test]
fn models_are_copied_renamed_and_deleted() {
    let home = Home::with_demo();
    let window = open(&home);
    window.press("mc");
    window.until_shown(&["Name of the copy of busybiz"]);
    window.press(&format!("second{ENTER}"));
    window.until("the copy is open", |screen| screen.lines().next().is_some_and(|header| header.contains("second")));
    window.press(RIGHT);
    window.until_shown(&["second* · saved"]);
    window.press("mje");
    window.press(&format!("-b{ENTER}"));
    window.until_shown(&["second-b* · saved"]);
    leave_list(&window);
    // Its history came with it.
    window.press("u");
    window.until_shown(&["second-b · saved"]);
    // Deleted, it is an undo away.
    window.press("mjD");
    window.until_shown(&["busybiz · saved", "Deleted “second-b”"]);
    leave_list(&window);
    window.press("u");
    window.until_shown(&["second-b · saved", "“second-b” is back"]);
    window.press("mD");
    window.until_shown(&["busybiz · saved", "Deleted “second-b”"]);
    leave_list(&window);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
    // Nothing is ever lost: neither the model nor what was edited in it.
    let window = open(&home);
    window.press("m.j");
    window.until_shown(&["deleted"]);
    window.press(ENTER);
    window.until_shown(&["second-b · saved", "“second-b” is back"]);
    // It was opened from the list, which closed.
    window.press("U");
    window.until_shown(&["second-b* · saved"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
}

#[test]
fn another_windows_model_comes_into_the_open_list() {
    let home = Home::with_demo();
    let window = open(&home);
    window.press("m");
    window.until_shown(&["Models", "Intersection grid"]);
    let db = home.demo().display().to_string();
    assert!(home.run(&["model", "copy", "busybiz", "elsewhere", "--db", &db]).success());
    window.until_shown(&["elsewhere"]);
    leave_list(&window);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
}

#[test]
fn the_leads_are_looked_at_as_of_another_day() {
    let home = Home::with_demo();
    let window = open(&home);
    window.until_shown(&["as of 2026-11-01 · busybiz"]);
    window.press(&format!("T{DOWN}"));
    window.until_shown(&["as of 2026-10-31 · busybiz", "as of 2026-10-31 00:00"]);
    // Back to where it began.
    window.press(ESC);
    window.until_shown(&["as of 2026-11-01 00:00"]);
    window.press(&format!("T30/06/2026{ENTER}"));
    window.until_shown(&["as of 2026-06-30 · busybiz", "as of 2026-06-30 23:59"]);
    window.press("2");
    window.until_shown(&["[2 Leads]", "as of 2026-06-30 · busybiz"]);
    window.press("\x14");
    window.until_shown(&["as of 2026-11-01 · busybiz"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
}

/// The keys that empty a field of two letters.
const TWICE_BACK: &str = "\x7f\x7f";
const CTRL_S: &str = "\x13";

/// The masked page has the tallies of the review, and no name, no address and no key of any lead.
fn held_by_nobody(home: &Home) {
    let page = fs::read_to_string(home.path("compte-rendu.html")).expect("the page was written");
    for said in ["lang=\"fr\"", "20\u{202f}% du haut", "hors cible", "qui rappelle ?"] {
        assert!(page.contains(said), "{said} in {page}");
    }
    let leads = home.output(&["top", "--limit", "2000", "--format", "csv", "--db", &home.demo().display().to_string()]);
    let mut checked = 0;
    for line in leads.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        for person in [cells[1], cells[2]].into_iter().filter(|person| !person.is_empty()) {
            assert!(!page.contains(person), "{person}");
            checked += 1;
        }
    }
    assert!(checked > 400, "{checked}");
}

#[test]
fn a_review_goes_on_at_the_very_lead_after_a_kill() {
    let home = Home::with_demo();
    let open = || {
        let window = home.window(&["demo", "--lang", "fr"]);
        window.until_shown(&["Atelier", "busybiz · enregistré"]);
        window
    };
    let window = open();
    window.press("3");
    window.until_shown(&["[3 Revue]", "n commence une revue"]);
    // Ten of the top and four of the next.
    window.press("n");
    window.until_shown(&["Nouvelle revue", "20 des 400 prospects"]);
    window.press(&DOWN.repeat(3));
    window.press(&format!("{TWICE_BACK}10{DOWN}{TWICE_BACK}4"));
    window.until_shown(&["10 des 400 prospects", "4 des 400"]);
    window.press(CTRL_S);
    window.until_shown(&["À juger · 1 sur 14"]);
    window.press("erxgerxgerxg");
    window.until_shown(&["12/14 vus", "À juger · 13 sur 14", "busybiz · enregistré"]);
    window.signal("KILL");
    window.ended().expect_err("killed");
    let window = open();
    window.press("3");
    window.until_shown(&["reprend au prospect 13 sur 14", "12/14"]);
    window.press(ENTER);
    window.until_shown(&["À juger · 13 sur 14"]);
    // The last one before the end is taken back and given anew.
    window.press("u");
    window.until_shown(&["À juger · 12 sur 14", "11/14 vus"]);
    window.press("xge");
    window.until_shown(&["Les 14 prospects ont tous été passés en revue", "14/14 vus"]);
    window.press(ENTER);
    window.until_shown(&["Fin de", "Point ouvert 1"]);
    window.press(&format!("qui rappelle ?{CTRL_S}"));
    window.until_shown(&["est terminée", "Points ouverts", "qui rappelle ?", "· enregistré"]);
    // The minutes, with nobody's name in them.
    window.press("P");
    window.until_shown(&["sont masqués"]);
    window.press("R");
    window.until_shown(&["Compte rendu de la revue"]);
    window.press(&format!("{}{}", DOWN.repeat(4), "\x7f".repeat(90)));
    window.press(&format!("{}{CTRL_S}", home.path("compte-rendu.html").display()));
    window.until_shown(&["Écrit"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
    held_by_nobody(&home);
    let window = home.window(&["demo", "--lang", "fr"]);
    window.until_shown(&["Atelier", "· enregistré"]);
    window.press("3");
    window.until_shown(&["terminée", "14/14", "qui rappelle ?"]);
    window.press("q");
    assert_eq!(window.ended(), Ok(0));
}
