//! Whether zones bring what their owners can take, who waits longer than was agreed, and the working time both are counted in.

mod calendar;
