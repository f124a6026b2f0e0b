//! Reads a file that people may write, as far as it may go, and writes one whole or not at all.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

/// The most bytes that are read: hundreds of times what such a file needs.
pub const MOST: u64 = 256 * 1024;

/// Reads a file, or what a link to one leads to.
///
/// # Errors
/// What the system says; [`ErrorKind::InvalidInput`] of what is no file, [`ErrorKind::FileTooLarge`] of a large one.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    // Opening a pipe would wait for whoever writes into it.
    if !path.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut bytes = vec![];
    File::open(path)?.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Writes a file that only this user can read, whole or not at all, in a folder that only this user can enter where there
/// was none. What stands in its place is never opened: it may be a pipe. `before` is done once the new one is on the disk, before it takes the place of what is there.
///
/// # Errors
/// What the system says; what is there stays as it was.
pub fn write(path: &Path, text: &[u8], before: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    // One that was left there by an end in the middle of it.
    let _ = fs::remove_file(&beside);
    let written =
        write_private(Path::new(&beside), text).and_then(|()| before()).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write_private(path: &Path, text: &[u8]) -> io::Result<()> {
    let (mut folder, mut file) = (DirBuilder::new(), OpenOptions::new());
    folder.recursive(true);
    file.write(true).create_new(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    }
    path.parent().map_or(Ok(()), |parent| folder.create(parent))?;
    let mut file = file.open(path)?;
    file.write_all(text)?;
    file.sync_all()
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::write;
    use std::fs;
    use std::process::Command;

    #[test]
    fn a_pipe_in_the_place_of_a_file_is_replaced_and_waited_for_by_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("entry");
        assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
        write(&file, b"words", || Ok(())).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"words");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
