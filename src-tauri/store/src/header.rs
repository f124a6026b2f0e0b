//! Reads the first hundred bytes of a file, to refuse it before SQLite has laid a hand on it.
//!
//! SQLite itself may roll back a journal, make files beside the database or change its mode while it opens one. A file
//! that is not ours, or too new for us, must be left as it was. Layout: <https://sqlite.org/fileformat2.html>, 1.3.

use crate::error::{StoreError, told_by_system};
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

const MAGIC: &[u8] = b"SQLite format 3\0";
const LENGTH: usize = 100;

/// What the header of a file tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Header {
    /// There is no file, or nothing in it.
    Empty,
    /// It is ours, as long as it says, with a schema we know.
    Ours {
        /// How many bytes it has.
        length: u64,
    },
}

/// Looks at a file; `application` is the number by which it is ours, `known` the newest schema there is.
pub(crate) fn inspect(file: &Path, application: i32, known: u32) -> Result<Header, StoreError> {
    // Asked first: a journal means that a write goes on or was cut off, and the file may be in the middle of it.
    let journal = beside(file, "-journal")?;
    beside(file, "-wal")?;
    beside(file, "-shm")?;
    let mut length = 0;
    let mut header = vec![];
    // Opening a pipe would wait for whoever writes into it.
    match file.metadata() {
        Ok(about) if about.is_file() => {
            length = about.len();
            header = first_bytes(file, LENGTH).map_err(|e| told_by_looking(file, &e))?;
        }
        Ok(_) => return Err(StoreError::NotADatabase),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(told_by_looking(file, &error)),
    }
    if header.is_empty() && journal.as_deref().is_some_and(is_of_more) {
        // SQLite would take the file for a new one, and the journal for one without use.
        return Err(StoreError::Damaged);
    }
    read(&header, length, journal.is_some(), application, known)
}

/// Finds a file that SQLite keeps beside a database while it works; none when there is nothing in it.
fn beside(file: &Path, ending: &str) -> Result<Option<PathBuf>, StoreError> {
    let mut path = file.as_os_str().to_owned();
    path.push(ending);
    let path = PathBuf::from(path);
    match path.symlink_metadata() {
        Ok(about) if about.is_file() => Ok((about.len() > 0).then_some(path)),
        Ok(_) => Err(StoreError::InTheWay { path }),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(told_by_looking(&path, &error)),
    }
}

/// Tells whether a journal is that of a database in which there was something; layout: 3 of the same text.
fn is_of_more(journal: &Path) -> bool {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let header = first_bytes(journal, 20).unwrap_or_default();
    header.starts_with(&MAGIC) && header.get(16..20).is_some_and(|pages| pages != [0; 4])
}

fn first_bytes(file: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(most);
    File::open(file)?.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn told_by_looking(file: &Path, error: &io::Error) -> StoreError {
    match error.kind() {
        ErrorKind::PermissionDenied => StoreError::NoAccess,
        // Our own names are short, so it is the folder's.
        why @ (ErrorKind::NotADirectory | ErrorKind::InvalidFilename) => {
            StoreError::Folder { path: file.parent().unwrap_or(file).to_owned(), why }
        }
        _ => told_by_system(error),
    }
}

fn read(header: &[u8], length: u64, journal: bool, application: i32, known: u32) -> Result<Header, StoreError> {
    if header.is_empty() {
        return Ok(Header::Empty);
    }
    if !header.starts_with(&MAGIC[..MAGIC.len().min(header.len())]) {
        return Err(StoreError::NotADatabase);
    }
    if header.len() < LENGTH {
        return Err(StoreError::Damaged);
    }
    let number = |from: usize| u32::from_be_bytes([header[from], header[from + 1], header[from + 2], header[from + 3]]);
    if number(68) != application.cast_unsigned() {
        return Err(StoreError::Foreign);
    }
    let found = number(60);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        bytes if bytes.is_power_of_two() && bytes >= 512 => u64::from(bytes),
        _ => return Err(StoreError::Damaged),
    };
    if !journal && length < page * u64::from(number(28)) {
        return Err(StoreError::Damaged);
    }
    Ok(Header::Ours { length })
}

#[cfg(test)]
mod tests {
    use super::*;

    const APPLICATION_ID: i32 = 0x4248_7264;

    #[cfg(unix)]
    #[test]
    fn a_folder_that_can_be_none_is_named() {
        let here = tempfile::tempdir().unwrap();
        std::fs::write(here.path().join("file"), "").unwrap();
        for (name, why) in [("file", ErrorKind::NotADirectory), (&"x".repeat(300), ErrorKind::InvalidFilename)] {
            let folder = here.path().join(name);
            let told = inspect(&folder.join("both-heard.db"), APPLICATION_ID, 1);
            assert_eq!(told, Err(StoreError::Folder { path: folder, why }));
        }
    }

    /// Makes a header of 4,096-byte pages.
    fn header(application: i32, schema: u32, pages: u32) -> Vec<u8> {
        let mut header = MAGIC.to_vec();
        header.resize(LENGTH, 0);
        header[16..18].copy_from_slice(&4_096u16.to_be_bytes());
        header[28..32].copy_from_slice(&pages.to_be_bytes());
        header[60..64].copy_from_slice(&schema.to_be_bytes());
        header[68..72].copy_from_slice(&application.to_be_bytes());
        header
    }

    #[track_caller]
    #[allow(clippy::needless_pass_by_value, reason = "so that a case is a line")]
    fn check(header: &[u8], length: u64, journal: bool, expect: Result<Header, StoreError>) {
        assert_eq!(read(header, length, journal, APPLICATION_ID, 3), expect);
    }

    #[test]
    fn a_file_is_known_by_its_first_bytes() {
        let ours = |length| Ok(Header::Ours { length });
        let newer = |found| Err(StoreError::Newer { found, known: 3 });
        check(b"", 0, false, Ok(Header::Empty));
        check(b"S", 1, false, Err(StoreError::Damaged));
        check(b"SQLite format 3\0", 16, false, Err(StoreError::Damaged));
        check(b"Dear diary", 10, false, Err(StoreError::NotADatabase));
        check(&[0; 100], 4_096, false, Err(StoreError::NotADatabase));
        check(&header(APPLICATION_ID, 3, 2), 8_192, false, ours(8_192));
        check(&header(APPLICATION_ID, 1, 2), 8_192, false, ours(8_192));
        check(&header(APPLICATION_ID, 1, 2), 9_000, false, ours(9_000));
        check(&header(APPLICATION_ID, 1, 2), 8_191, false, Err(StoreError::Damaged));
        check(&header(APPLICATION_ID, 1, 2), 8_191, true, ours(8_191));
        check(&header(APPLICATION_ID, 4, 2), 8_192, false, newer(4));
        check(&header(APPLICATION_ID, 4, 2), 100, false, newer(4));
        check(&header(APPLICATION_ID, u32::MAX, 2), 8_192, false, newer(u32::MAX));
        check(&header(0, 1, 2), 8_192, false, Err(StoreError::Foreign));
        check(&header(252_006_674, 9, 2), 8_192, false, Err(StoreError::Foreign));
        let odd = [&header(APPLICATION_ID, 1, 2)[..16], &[0x0f, 0xff], &header(APPLICATION_ID, 1, 2)[18..]].concat();
        check(&odd, 8_192, false, Err(StoreError::Damaged));
    }
}
