#![allow(clippy::all, clippy::pedantic)]
#[path = "it/agreement.rs"]
mod agreement;
#[path = "it/insight.rs"]
mod insight;
#[path = "it/taught.rs"]
mod taught;
mod screens {
    #[path = "/work/wt/bayes/tests/it/screens/app.rs"]
    pub mod app;
    #[test]
    fn show() {
        use quadrille::text::Lang;
        for (bench, keys) in [
            (crate::taught::taught as fn() -> quadrille::workbench::Workbench, "2 enter"),
            (crate::taught::untaught, "2 enter"),
            (crate::taught::taught, "2 enter tab tab"),
        ] {
            for (w, h, l) in [(80, 24, Lang::En), (100, 30, Lang::Fr)] {
                let mut a = app::on(bench(), l, w, h);
                let t = std::time::Instant::now();
                app::press(&mut a, keys);
                println!("{:?}\n{}", t.elapsed(), app::screen(&a));
            }
        }
    }
}
