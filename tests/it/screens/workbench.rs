//! The workbench screen: what it shows, and what keys do to it.

use quadrille::text::Lang;

use crate::demo;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;

#[test]
fn look() {
    for (w, h) in [(80, 24), (100, 30), (160, 50)] {
        let mut app = on(demo::bench(2000), Lang::En, w, h);
        println!("{}", screen(&app));
        press(&mut app, "down L L tab right down");
        println!("{}", screen(&app));
    }
    let mut app = on(demo::bench(2000), Lang::Fr, 100, 30);
    println!("{}", screen(&app));
    press(&mut app, "2");
    println!("{}", screen(&app));
    press(&mut app, "enter");
    println!("{}", screen(&app));
    press(&mut app, "1 enter");
    println!("{}", screen(&app));
    press(&mut app, "esc n enter enter enter down enter");
    println!("{}", screen(&app));
    press(&mut app, "esc esc esc B");
    println!("{}", screen(&app));
    press(&mut app, "esc ?");
    println!("{}", screen(&app));
}
