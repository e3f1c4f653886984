//! The editors of the axes, bands, groups, zones and maps: what is shown, and what keys and the mouse do to the model.

use insta::assert_snapshot;

use quadrille::text::Lang;

use crate::demo;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;

#[test]
fn peek() {
    for (keys, size) in
        [("B", (80, 24)), ("B tab down", (100, 30)), ("Z", (80, 24)), ("Z", (100, 30)), ("Z J L", (160, 50))]
    {
        let mut app = on(demo::bench(500), Lang::En, size.0, size.1);
        press(&mut app, keys);
        println!("{keys}\n{}", screen(&app));
    }
}
