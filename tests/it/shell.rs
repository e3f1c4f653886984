//! What the shell knows of terminals and signals that needs no terminal: colours, sizes, refusals, workers that fail.

use std::sync::mpsc;
use std::time::Duration;

use quadrille::problem::Kind;
use quadrille::shell::colour::Background;
use quadrille::shell::colour::When;
use quadrille::shell::colour::background_of;
use quadrille::shell::colour::colours;
use quadrille::shell::signals::Busy;
use quadrille::shell::terminal;
use quadrille::text::Lang;
use quadrille::tui::theme::ColourLevel;

#[test]
fn the_person_has_the_last_word_on_colours() {
    type Environment = &'static [(&'static str, &'static str)];
    let cases: [(When, bool, Environment, ColourLevel); 9] = [
        (When::Auto, true, &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], ColourLevel::True),
        (When::Auto, true, &[("TERM", "xterm-kitty")], ColourLevel::True),
        (When::Auto, true, &[("TERM", "xterm"), ("NO_COLOR", "1")], ColourLevel::None),
        (When::Auto, true, &[("TERM", "xterm"), ("NO_COLOR", "")], ColourLevel::Ansi16),
        (When::Auto, false, &[("TERM", "xterm-256color")], ColourLevel::None),
        (When::Always, false, &[("TERM", "xterm-256color")], ColourLevel::Ansi256),
        (When::Always, true, &[("TERM", "xterm"), ("NO_COLOR", "1")], ColourLevel::Ansi16),
        (When::Always, true, &[("TERM", "dumb")], ColourLevel::Ansi16),
        (When::Never, true, &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], ColourLevel::None),
    ];
    for (when, to_terminal, environment, expected) in cases {
        let var =
            |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(colours(when, to_terminal, var), expected, "{when:?} {to_terminal} {environment:?}");
    }
}

#[test]
fn the_background_is_read_from_its_number() {
    for (value, background) in [
        ("15;0", Some(Background::Dark)),
        ("0;15", Some(Background::Light)),
        ("0;default;7", Some(Background::Light)),
        ("7;8", Some(Background::Dark)),
        ("15;default", None),
        ("1;99", None),
        ("", None),
    ] {
        assert_eq!(background_of(value), background, "{value}");
    }
}

#[test]
fn a_terminal_of_any_size_is_painted_within_bounds() {
    assert_eq!(terminal::clamp(80, 24).area(), 80 * 24);
    let area = terminal::clamp(u16::MAX, u16::MAX);
    assert_eq!((area.width, area.height), (terminal::MAX_COLUMNS, terminal::MAX_ROWS));
    assert!(terminal::clamp(0, 0).is_empty());
}

#[test]
fn without_a_terminal_the_commands_are_named() {
    assert_eq!(terminal::check_given(true, Some("xterm")), Ok(()));
    for (is_terminal, term) in [(false, Some("xterm")), (true, Some("dumb"))] {
        let problem = terminal::check_given(is_terminal, term).expect_err("no full screen here");
        assert_eq!(problem.kind, Kind::Usage);
        assert!(problem.tell(Lang::Fr)[1].contains("quadrille matrix"), "{:?}", problem.tell(Lang::Fr));
    }
    assert_eq!(terminal::check_given(true, None).is_err(), cfg!(unix));
}

#[test]
fn a_worker_that_panics_is_told_and_stops_nothing_else() {
    let (told, problems) = mpsc::channel();
    let on_panic = move |problem| told.send(problem).expect("the test listens");
    let worker = terminal::spawn_worker("store", on_panic, || panic!("a customer's name")).expect("a thread");
    worker.join().expect("the panic was caught");
    let said = problems.recv().expect("the panic was told").tell(Lang::En);
    assert!(said[0].contains("store") && !said.concat().contains("customer"), "{said:?}");
}

#[test]
fn leaving_a_screen_that_was_never_entered_does_nothing() {
    assert!(!terminal::leave());
}

#[test]
fn an_ending_program_waits_for_the_running_transaction_and_starts_no_other() {
    let busy = Busy::default();
    let working = busy.start().expect("nothing is ending");
    assert!(!busy.close(Duration::ZERO), "a transaction is running");
    assert!(busy.start().is_none(), "no other may start");
    let waiter = std::thread::spawn({
        let busy = busy.clone();
        move || busy.close(Duration::from_secs(60))
    });
    drop(working);
    assert!(waiter.join().expect("no panic"), "the running one is done");
}
