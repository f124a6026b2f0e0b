//! Keeps a second copy of the program from the store: two would each go on with the same check-in, past each other.

use both_heard_files::{make_folder, open_or_create};
use both_heard_store::StoreError;
use std::fs::{File, TryLockError};
use std::path::Path;

/// The sign that this copy is alone with the store, for as long as it lives. The system takes it back when the
/// program ends, however it ends, so a sign left behind is no obstacle.
#[derive(Debug)]
pub(super) struct Alone {
    /// None where the file system knows no locks; then there is nothing to tell copies apart by.
    _lock: Option<File>,
}

impl Alone {
    /// Takes the sign for a store's file, in an empty file beside it.
    pub(super) fn at(store: &Path) -> Result<Self, StoreError> {
        let path = store.with_extension("lock");
        // Opening a pipe would wait for whoever reads from it.
        if path.metadata().is_ok_and(|about| !about.is_file()) {
            return Err(StoreError::InTheWay { path });
        }
        // What is wrong with the folder or the disk, the store itself says best.
        let made = store.parent().map_or(Ok(()), make_folder);
        let Ok(sign) = made.and_then(|()| open_or_create(&path)) else {
            return Ok(Self { _lock: None });
        };
        match sign.try_lock() {
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked),
            Err(TryLockError::Error(_)) => Ok(Self { _lock: None }),
            Ok(()) => Ok(Self { _lock: Some(sign) }),
        }
    }
}
