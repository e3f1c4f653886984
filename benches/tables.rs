//! The benchmark's figures as tables: times by size, how they grow with the leads, memory. Never here: measuring.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it found")]

use serde_json::Value as Json;

/// Prints the tables of the sizes measured, smallest first.
pub(crate) fn print(found: &[Json]) {
    heading("Milliseconds", found);
    for name in names(found, "times") {
        row(&name, found.iter().map(|size| shown(figure(size, "times", &name))));
    }
    if found.len() > 1 {
        println!();
        heading("Nanoseconds for each lead", found);
        for name in names(found, "times") {
            let each = |size: &Json| figure(size, "times", &name).zip(size["leads"].as_f64());
            row(&name, found.iter().map(|size| shown(each(size).map(|(ms, leads)| ms * 1e6 / leads))));
        }
    }
    println!();
    heading("MiB", found);
    for name in names(found, "memory") {
        row(&format!("memory, {name}"), found.iter().map(|size| shown(figure(size, "memory", &name))));
    }
    row("workspace file", found.iter().map(|size| shown(size["workspace_mib"].as_f64())));
}

fn heading(unit: &str, found: &[Json]) {
    let sizes: Vec<String> = found.iter().map(|size| format!(" {} leads |", size["leads"])).collect();
    println!("| {unit} |{}", sizes.concat());
    println!("|---|{}", "---:|".repeat(found.len()));
}

fn row(name: &str, figures: impl Iterator<Item = String>) {
    println!("| {name} | {} |", figures.collect::<Vec<_>>().join(" | "));
}

/// Returns the names of a list of named figures, in its order.
fn names(found: &[Json], list: &str) -> Vec<String> {
    let first = found.first().and_then(|size| size[list].as_array());
    first.into_iter().flatten().filter_map(|entry| Some(entry[0].as_str()?.to_owned())).collect()
}

fn figure(size: &Json, list: &str, name: &str) -> Option<f64> {
    size[list].as_array()?.iter().find(|entry| entry[0] == name)?[1].as_f64()
}

/// Writes a figure with as many places as say something.
fn shown(figure: Option<f64>) -> String {
    match figure {
        None => "–".to_owned(),
        Some(figure) if figure < 1.0 => format!("{figure:.3}"),
        Some(figure) if figure < 10.0 => format!("{figure:.2}"),
        Some(figure) if figure < 100.0 => format!("{figure:.1}"),
        Some(figure) => format!("{figure:.0}"),
    }
}
