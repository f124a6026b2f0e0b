//! Reads a file that people may write, as far as it may go.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// The most bytes that are read: hundreds of times what such a file needs.
pub(crate) const MOST: u64 = 256 * 1024;

/// Reads a file, or what a link to one leads to.
///
/// # Errors
/// What the system says; [`ErrorKind::InvalidInput`] of what is no file, [`ErrorKind::FileTooLarge`] of a large one.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    // Opening a pipe would wait for whoever writes into it.
    if !path.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut bytes = vec![];
    File::open(path)?.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
