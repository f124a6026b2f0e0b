//! Makes and writes files that only this user can read, and reads small ones as far as they may go.
//!
//! Knows no format and no name of ours. Rights are Unix's (0600 for a file, 0700 for a folder); elsewhere a user's folders are
//! their own already.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The most bytes that are read of a small file: hundreds of times what such a file needs.
pub const MOST: u64 = 256 * 1024;

/// Makes a folder that only this user can enter, where there is none; the rights of one that is there are somebody's choice.
///
/// # Errors
/// What the system says.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let mut make = DirBuilder::new();
    make.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.create(folder)
}

/// Makes a file that only this user can read, to write it.
///
/// # Errors
/// What the system says; [`ErrorKind::AlreadyExists`] where there is something, also a link that leads nowhere.
pub fn create_new(file: &Path) -> io::Result<File> {
    private().write(true).create_new(true).open(file)
}

/// Opens a file to write in place, and makes it where there is none. What stands in its place must be none that waits for another
/// program.
///
/// # Errors
/// What the system says.
pub fn open_or_create(file: &Path) -> io::Result<File> {
    private().write(true).create(true).truncate(false).open(file)
}

fn private() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "rights are Unix's"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Takes from others the right to look into a file. A file system that knows no such rights is no reason to complain.
pub fn make_private(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if file.metadata().is_ok_and(|about| about.permissions().mode() & 0o777 != 0o600) {
            let _ = fs::set_permissions(file, fs::Permissions::from_mode(0o600));
        }
    }
    #[cfg(not(unix))]
    let _ = file;
}

/// Reads a small file, or what a link to one leads to.
///
/// # Errors
/// What the system says; [`ErrorKind::InvalidInput`] of what is no file, [`ErrorKind::FileTooLarge`] of more than [`MOST`] bytes.
pub fn read_small(file: &Path) -> io::Result<Vec<u8>> {
    // Opening a pipe would wait for whoever writes into it.
    if !file.metadata()?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut bytes = vec![];
    File::open(file)?.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Puts a file in the place of what is there, whole or not at all, in a folder that is made where there is none. What stands in
/// its place is never opened: it may be a pipe. `before` is done once the new one is on the disk, before it takes its place.
///
/// # Errors
/// What the system says; what is there stays as it was, and nothing is left beside it.
pub fn replace(file: &Path, bytes: &[u8], before: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    file.parent().map_or(Ok(()), make_folder)?;
    let beside = beside(file, ".new");
    // One that was left there by an end in the middle of it.
    let _ = fs::remove_file(&beside);
    fill(&beside, create_new(&beside)?, bytes)?;
    let done = before().and_then(|()| fs::rename(&beside, file));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Writes a file that is made for it, to the disk; where there is one already, it is left alone.
///
/// # Errors
/// What the system says; nothing is left then, since half a text would be taken for the whole one.
pub fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    fill(file, create_new(file)?, bytes)
}

fn fill(path: &Path, mut file: File, bytes: &[u8]) -> io::Result<()> {
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    // An open file cannot be deleted everywhere.
    drop(file);
    written.or_else(|error| fs::remove_file(path).and(Err(error)))
}

/// Finds the file that a link leads to, also when nothing is there yet; the link itself where what it leads to is no file. Forty
/// links in a row is where Linux ends as well.
#[must_use]
pub fn behind_links(path: &Path) -> PathBuf {
    if path.metadata().is_ok_and(|about| !about.is_file()) {
        return path.to_owned();
    }
    let next = |path: &PathBuf| {
        let to = fs::read_link(path).ok()?;
        Some(path.parent().map_or_else(|| to.clone(), |folder| folder.join(&to)))
    };
    std::iter::successors(Some(path.to_owned()), next).take(40).last().unwrap_or_else(|| path.to_owned())
}

/// Gives what is there, whatever it is, a name beside it that nothing has: `<name>.unreadable`, or with a number behind it.
///
/// # Errors
/// What the system says; it has its name still.
pub fn put_aside(path: &Path) -> io::Result<()> {
    let named = |number: u32| match number {
        1 => beside(path, ".unreadable"),
        _ => beside(path, &format!(".unreadable-{number}")),
    };
    let free = (1..1_000).map(named).find(|name| name.symlink_metadata().is_err());
    fs::rename(path, free.ok_or(ErrorKind::AlreadyExists)?)
}

/// Names something beside a file.
#[must_use]
pub fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

#[cfg(test)]
#[cfg(target_os = "linux")]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    fn mode(path: &Path) -> u32 {
        path.metadata().unwrap().permissions().mode() & 0o777
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_pipe_in_the_place_of_a_file_is_replaced_and_waited_for_by_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("entry");
        assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
        assert_eq!(read_small(&file).unwrap_err().kind(), ErrorKind::InvalidInput);
        replace(&file, b"words", || Ok(())).unwrap();
        assert_eq!(read_small(&file).unwrap(), b"words");
        assert_eq!(names(folder.path()), ["entry"], "nothing is left beside it");
    }

    #[test]
    fn all_that_is_made_is_for_this_user_only() {
        let here = tempfile::tempdir().unwrap();
        let (folder, file) = (here.path().join("a/b"), here.path().join("a/b/c"));
        replace(&file, b"words", || Ok(())).unwrap();
        assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
        drop(open_or_create(&folder.join("lock")).unwrap());
        write_new(&folder.join("new"), b"words").unwrap();
        for name in ["lock", "new"] {
            assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
        }
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        make_folder(&folder).unwrap();
        make_private(&file);
        assert_eq!((mode(&folder), mode(&file)), (0o755, 0o600), "a folder that was there is as it was");
    }

    #[test]
    fn what_fails_half_way_leaves_what_was_there_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("entry");
        fs::write(&file, "old").unwrap();
        fs::write(beside(&file, ".new"), "left over").unwrap();
        let full = || Err(ErrorKind::StorageFull.into());
        assert_eq!(replace(&file, b"new", full).unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!((fs::read(&file).unwrap(), names(folder.path())), (b"old".to_vec(), vec!["entry".into()]));
        assert_eq!(write_new(&file, b"new").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&file).unwrap(), b"old");
        // A device that takes no byte stands for a full disk.
        let device = File::options().write(true).open("/dev/full").unwrap();
        assert_eq!(fill(&file, device, b"half").unwrap_err().kind(), ErrorKind::StorageFull);
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_file_has_a_bound() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("large");
        fs::write(&file, vec![b'x'; MOST as usize]).unwrap();
        assert_eq!(read_small(&file).unwrap().len() as u64, MOST);
        fs::write(&file, vec![b'x'; MOST as usize + 1]).unwrap();
        assert_eq!(read_small(&file).unwrap_err().kind(), ErrorKind::FileTooLarge);
    }

    #[test]
    fn links_lead_to_files_and_to_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "").unwrap();
        fs::create_dir(at("folder")).unwrap();
        for (link, to) in [("one", "file"), ("two", "one"), ("new", "none yet"), ("dir", "folder"), ("round", "round")]
        {
            symlink(to, at(link)).unwrap();
        }
        for (link, leads) in [("file", "file"), ("one", "file"), ("two", "file"), ("new", "none yet"), ("dir", "dir")] {
            assert_eq!(behind_links(&at(link)), at(leads), "{link}");
        }
        assert_eq!(behind_links(&at("round")), at("round"), "it ends");
    }

    #[test]
    fn what_is_put_aside_takes_no_name_that_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.json");
        for words in ["first", "second", "third"] {
            fs::write(&file, words).unwrap();
            put_aside(&file).unwrap();
        }
        assert_eq!(names(folder.path()), ["a.json.unreadable", "a.json.unreadable-2", "a.json.unreadable-3"]);
        assert_eq!(fs::read(folder.path().join("a.json.unreadable")).unwrap(), b"first");
    }
}
