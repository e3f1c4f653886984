//! Opening a workspace to write to it, before there is a screen: whoever watches is told how an older one is brought up to date.
//! Never here: what that changes (see `store`).

use std::io::IsTerminal;
use std::io::Write;
use std::path::Path;

use crate::msg;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::Upgrade;
use crate::text::Lang;
use crate::text::Msg;

/// Opens a workspace; a large one of an older version takes a while, which is told on standard error.
pub(super) fn open(path: &Path, now: i64, lang: Lang) -> Result<Store, Problem> {
    let mut err = std::io::stderr();
    let watched = err.is_terminal();
    let mut drawn = false;
    let mut draw = |text: Option<Msg>| {
        let line = text.map_or(String::new(), |text| lang.say(&text));
        // A line that cannot be drawn is no reason to stop.
        let _ = write!(err, "\r\u{1b}[K{line}").and_then(|()| err.flush());
    };
    let opened = Store::open_telling(path, now, &mut |upgrade| {
        if watched {
            drawn = true;
            draw(Some(told(upgrade, lang)));
        }
    });
    if drawn {
        draw(None);
    }
    opened
}

fn told(upgrade: Upgrade, lang: Lang) -> Msg {
    match upgrade {
        Upgrade::Copying(percent) => {
            msg!("shell-upgrade-copying", share = lang.whole_percent(i64::from(percent), 100))
        }
        Upgrade::Checking => msg!("shell-upgrade-checking"),
        Upgrade::Changing => msg!("shell-upgrade-changing"),
    }
}
