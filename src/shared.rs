//! 共用: what lives between calls and several threads use. A lock is held only while a value is looked up or put in its
//! place, never while somebody's data is worked on.

use std::sync::{PoisonError, RwLock};

/// A value that calls of several threads share.
#[derive(Debug, Default)]
pub(crate) struct Shared<T>(RwLock<T>);

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Self {
        Self(RwLock::new(value))
    }
}

impl<T> Shared<T> {
    /// Looks at the value, together with others that look. Not copied into its callers, as a lock is more than most of them.
    #[inline(never)]
    pub fn look<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        // OK: what a thread that stopped has left is whole, since values are put in their place in one step
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the value, alone.
    #[inline(never)]
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::Shared;

    #[test]
    fn a_thread_that_stops_spoils_nothing() {
        let shared = Shared::from(1);
        let stopped = std::thread::scope(|scope| {
            let changing = || shared.change(|value| assert_ne!(std::mem::replace(value, 2), 1));
            scope.spawn(changing).join()
        });
        assert!(stopped.is_err());
        assert_eq!(shared.look(|value| *value), 2);
    }
}
