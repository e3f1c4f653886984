//! Shows a file in whatever program the platform shows such files with. Never here: a shell, or anything but the file's path.

use std::io;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

/// The platform's program that shows files.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else if cfg!(windows) {
    "explorer"
} else {
    "xdg-open"
};

/// Starts the platform's program on a file and goes on; an error if it cannot be started.
pub(super) fn show(path: &Path) -> io::Result<()> {
    let mut command = Command::new(OPENER);
    command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // An interrupt of this program is none of the other's.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    // Somebody has to take note of its end.
    std::thread::Builder::new().name("opener".to_owned()).spawn(move || drop(child.wait()))?;
    Ok(())
}
