//! Arguments in, exit code out. Never here: anything else.

fn main() {}
