//! A thread of its own for what may take long, once there is something for it to do. Never here: what that is.

use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::SendError;
use std::sync::mpsc::Sender;

use crate::problem::Problem;
use crate::shell::terminal;

/// A thread that takes in one kind of work. It ends with the program, whatever it is at.
pub(super) struct Aside<T> {
    asks: Option<Sender<T>>,
}

impl<T> Default for Aside<T> {
    fn default() -> Aside<T> {
        Aside { asks: None }
    }
}

impl<T: Send + 'static> Aside<T> {
    /// Hands work to the thread; one that broke, which was told, has a successor.
    pub(super) fn ask(
        &mut self,
        mut task: T,
        name: &str,
        failed: impl FnOnce(Problem) + Send + 'static,
        work: impl FnOnce(&Receiver<T>) + Send + 'static,
    ) {
        if let Some(asks) = &self.asks {
            match asks.send(task) {
                Ok(()) => return,
                Err(SendError(unsent)) => task = unsent,
            }
        }
        let (asks, inbox) = mpsc::channel();
        // Where no thread can be had the work stays undone.
        let _ = terminal::spawn_worker(name, failed, move || work(&inbox));
        let _ = asks.send(task);
        self.asks = Some(asks);
    }
}
