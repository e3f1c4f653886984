//! The command line: one file per command, all reading the same workbench. Arguments in, exit code out.
//!
//! Never here: a file, a thread, the clock, the terminal or the database. All that is asked of a [`Host`].

mod alerts;
mod args;
mod capacity;
mod completions;
mod demo;
mod explain;
mod fields;
mod generate;
mod help;
mod host;
mod import;
mod learn;
mod matrix;
mod model;
mod open;
mod questions;
mod score;
mod shot;
mod start;
mod suggest;
mod templates;
mod top;
mod travel;
mod usage;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::text::Msg;

pub use host::Amount;
pub use host::AppStart;
pub use host::Contents;
pub use host::Host;
pub use host::Imported;
pub use host::Job;
pub use host::ModelChange;
pub use host::ModelEntry;
pub use host::ModelState;
pub use host::Shot;
pub use host::Stream;
pub use host::Version;
pub use host::Versions;
pub use host::Watch;
pub use host::What;

/// Runs one command line, without the program's own name, and returns the exit code: 0 all well, 1 the output could
/// not be written, 2 not understood, 3 some rows rejected, 4 refused, 130 cancelled.
pub fn run(args: Vec<OsString>, host: &mut dyn Host) -> u8 {
    let lang = args::spoken(&args).unwrap_or_else(|| host.lang());
    let outcome = dispatch(args, lang, host);
    let flushed = host.out().flush();
    let problem = match outcome.and_then(|code| read_on(flushed).map(|()| code)) {
        Ok(code) => return code,
        // Whoever read the other end has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
        Err(Failure::Problem(problem)) => {
            report(&problem, lang, host);
            return problem.kind.exit_code();
        }
        Err(Failure::Output(error)) => unwritten(&error),
        Err(Failure::Report(error)) => Problem::refused(msg!("cli-change-made", why = unwritten(&error).text)),
    };
    report(&problem, lang, host);
    OUTPUT_FAILED
}

/// The exit code when the output could not be written.
const OUTPUT_FAILED: u8 = 1;

fn unwritten(error: &io::Error) -> Problem {
    Problem::refused(match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => msg!("cli-output-full"),
        _ => msg!("cli-output-failed", error = error.to_string()),
    })
}

/// Takes a reader who left for one who has seen enough: the work goes on without them.
fn read_on(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}

fn dispatch(args: Vec<OsString>, lang: Lang, host: &mut dyn Host) -> Result<u8, Failure> {
    let matches = match args::parse(args, lang, host) {
        Ok(matches) => matches,
        Err(args::Stop::Text(text)) => {
            host.out().write_all(text.as_bytes())?;
            return Ok(0);
        }
        Err(args::Stop::Problem(problem)) => return Err(problem.into()),
    };
    let db = matches.get_one::<PathBuf>("db").cloned();
    let color = args::color(&matches);
    let mut ctx = Ctx { host, lang, db, color };
    match matches.subcommand() {
        None => start::run(&mut ctx),
        Some(("demo", m)) => demo::run(m, &mut ctx),
        Some(("generate", m)) => generate::run(m, &mut ctx),
        Some(("import", m)) => import::run(m, &mut ctx),
        Some(("matrix", m)) => matrix::run(m, &mut ctx),
        Some(("score", m)) => score::run(m, &mut ctx),
        Some(("top", m)) => top::run(m, &mut ctx),
        Some(("explain", m)) => explain::run(m, &mut ctx),
        Some(("history", m)) => travel::history(m, &mut ctx),
        Some(("inflow", m)) => travel::inflow(m, &mut ctx),
        Some(("questions", m)) => questions::run(m, &mut ctx),
        Some(("capacity", m)) => capacity::capacity(m, &mut ctx),
        Some(("sla", m)) => capacity::sla(m, &mut ctx),
        Some(("alerts", m)) => alerts::run(m, &mut ctx),
        Some(("learn", m)) => learn::learn(m, &mut ctx),
        Some(("agreement", m)) => learn::agreement(m, &mut ctx),
        Some(("suggest", m)) => suggest::run(m, &mut ctx),
        Some(("model", m)) => model::run(m, &mut ctx),
        Some(("shot", m)) => shot::run(m, &mut ctx),
        Some(("completions", m)) => completions::run(m, &mut ctx),
        Some(("help", m)) => help::run(m, &mut ctx),
        Some((name, _)) => unreachable!("every command of the tree has an arm, {name} has none"),
    }
}

fn report(problem: &Problem, lang: Lang, host: &mut dyn Host) {
    let mut lines = problem.tell(lang).into_iter();
    let first = lines.next().unwrap_or_default();
    let mut text = lang.say(&msg!("cli-problem", text = first));
    for line in lines {
        text.push_str("\n  ");
        text.push_str(&line);
    }
    text.push('\n');
    // Where nobody reads the errors there is nobody to tell.
    let _ = host.err().write_all(text.as_bytes()).and_then(|()| host.err().flush());
}

/// Why a command ended early.
#[derive(Debug)]
enum Failure {
    Problem(Problem),
    /// Standard output could not be written; files' failures are problems.
    Output(io::Error),
    /// The change was made, but standard output could not be written to say so.
    Report(io::Error),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Failure {
        Failure::Problem(problem)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

/// Whether output is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Color {
    /// On a terminal, unless the environment asks for none.
    #[default]
    Auto,
    Always,
    Never,
}

/// What every command is handed.
struct Ctx<'h> {
    host: &'h mut dyn Host,
    lang: Lang,
    /// The workspace named by `--db`.
    db: Option<PathBuf>,
    color: Color,
}

impl Ctx<'_> {
    /// Returns the workspace this command is about.
    fn workspace(&self) -> PathBuf {
        self.db.clone().unwrap_or_else(|| self.host.workspace())
    }

    /// Writes a sentence as a line of standard output.
    fn say(&mut self, msg: &Msg) -> Result<(), Failure> {
        let text = self.lang.say(msg);
        Ok(writeln!(self.host.out(), "{text}")?)
    }

    /// Ends what is told before a change: nobody needs to read it, but whoever wants to must be able to.
    fn told_before(&mut self, told: Result<(), Failure>) -> Result<(), Failure> {
        match told.and_then(|()| Ok(self.host.out().flush()?)) {
            Err(Failure::Output(error)) => read_on(Err(error)),
            other => other,
        }
    }

    /// Ends what is told of a change that was made.
    fn told_after(&mut self, told: Result<(), Failure>) -> Result<(), Failure> {
        match self.told_before(told) {
            Err(Failure::Output(error)) => Err(Failure::Report(error)),
            other => other,
        }
    }

    /// Writes a sentence as a line of standard error, where what is written is not the answer.
    fn note(&mut self, msg: &Msg) {
        let text = self.lang.say(msg);
        let _ = writeln!(self.host.err(), "{text}");
    }
}
