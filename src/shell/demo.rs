//! The demo workspace: generated leads and activity, and the built-in model, put together once.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use crate::cli::What;
use crate::generate;
use crate::generate::Spec;
use crate::import::KeyChoice;
use crate::import::Options;
use crate::import::inspect;
use crate::model::template;
use crate::problem::Problem;
use crate::shell::files;
use crate::shell::files::MemorySource;
use crate::shell::intake::Intake;
use crate::shell::open;
use crate::store::Store;
use crate::text::Lang;

/// The demo's data: everybody's demo is the same, and stays what it was on the day its activity ends.
const SPEC: Spec = Spec { leads: 2_000, events_per_lead: 20, seed: 7, as_of: 1_793_491_200 };
/// The built-in model on it.
const MODEL: &str = "busybiz";

/// Makes the demo workspace under another name and then gives it its own, so that there is never half a demo.
pub(super) fn make(path: &Path, now: i64) -> Result<(), Problem> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let draft = std::path::PathBuf::from(name);
    // Left by a process of the same number that was killed.
    let _ = fs::remove_file(&draft);
    let made = fill(&draft, now).and_then(|()| fs::rename(&draft, path).map_err(|error| files::told(&error, path)));
    if made.is_err() {
        let _ = fs::remove_file(&draft);
    }
    made
}

fn fill(path: &Path, now: i64) -> Result<(), Problem> {
    let mut store = Store::create(path, now)?;
    let mut leads = MemorySource { name: "leads.csv", bytes: Vec::new() };
    let mut events = MemorySource { name: "events.csv", bytes: Vec::new() };
    let told = |error: std::io::Error| files::told(&error, path);
    generate::leads(&SPEC, &mut leads.bytes).map_err(told)?;
    generate::events(&SPEC, &mut events.bytes).map_err(told)?;
    for (source, what) in [(leads, What::Leads), (events, What::Events { create_leads: false })] {
        let key = (what == What::Leads).then(|| KeyChoice::Column("email".to_owned()));
        let options = Options { key, ..Options::default() };
        let shape = inspect(&source, &options, &mut |_| ControlFlow::Continue(()))?;
        let intake = Intake {
            source: &source,
            shape: &shape,
            what,
            options: &options,
            rejects: &mut std::io::sink(),
            lang: Lang::En,
            now,
            dry_run: false,
        };
        intake.run(&mut store, &mut |_, _| ControlFlow::Continue(()))?;
    }
    let model = template(MODEL).expect("the model of the demo is built in");
    store.add_model(&model.name, &open::written(&model)?, now)?;
    store.set_setting(open::AS_OF, Some(&SPEC.as_of.to_string()))
}
