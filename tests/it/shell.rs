//! What the shell knows of terminals and signals that needs no terminal: colours, sizes, refusals, workers that fail.

use std::sync::mpsc;
use std::time::Duration;

use quadrille::problem::Kind;
use quadrille::shell::colour::Background;
use quadrille::shell::colour::Colours;
use quadrille::shell::colour::When;
use quadrille::shell::colour::background_of;
use quadrille::shell::colour::colours;
use quadrille::shell::signals::Busy;
use quadrille::shell::terminal;
use quadrille::text::Lang;

/// `--color`, the environment, what follows.
type Case = (When, &'static [(&'static str, &'static str)], Colours);

#[test]
fn the_environment_says_how_many_colours_there_are() {
    let cases: &[Case] = &[
        (When::Auto, &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Colours::True),
        (When::Auto, &[("TERM", "xterm-256color"), ("COLORTERM", "24bit")], Colours::True),
        (When::Auto, &[("TERM", "tmux-256color")], Colours::TwoHundredFiftySix),
        (When::Auto, &[("TERM", "xterm-kitty")], Colours::True),
        (When::Auto, &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")], Colours::True),
        (When::Auto, &[("TERM", "xterm")], Colours::Sixteen),
        (When::Auto, &[("TERM", "linux")], Colours::Sixteen),
        (When::Auto, &[("TERM", "vt100")], Colours::None),
        (When::Auto, &[("TERM", "dumb"), ("COLORTERM", "truecolor")], Colours::None),
        (When::Auto, &[("WT_SESSION", "1")], Colours::True),
        (When::Auto, &[("TERM", "xterm"), ("NO_COLOR", "1")], Colours::None),
        (When::Auto, &[("TERM", "xterm"), ("NO_COLOR", "")], Colours::Sixteen),
        (When::Always, &[("TERM", "xterm"), ("NO_COLOR", "1")], Colours::Sixteen),
        (When::Always, &[("TERM", "dumb")], Colours::Sixteen),
        (When::Never, &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Colours::None),
        (
            When::Auto,
            &[
                ("TERM", "xterm-256color"),
                ("COLORTERM", "truecolor"),
                ("TERM_PROGRAM", "Apple_Terminal"),
                ("TERM_PROGRAM_VERSION", "455.1"),
            ],
            Colours::TwoHundredFiftySix,
        ),
        (
            When::Auto,
            &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal"), ("TERM_PROGRAM_VERSION", "465")],
            Colours::True,
        ),
    ];
    for (when, environment, expected) in cases {
        let var =
            |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(colours(*when, true, var), *expected, "{when:?} {environment:?}");
    }
    let rich = |name: &str| (name == "TERM").then(|| "xterm-256color".to_owned());
    assert_eq!(colours(When::Auto, false, rich), Colours::None, "an output that is no terminal has no colours");
    assert_eq!(colours(When::Always, false, rich), Colours::TwoHundredFiftySix);
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
