//! The entry after the Desktop Application Autostart Specification and the Desktop Entry Specification 1.5. It is read by
//! GLib and by systemd, which part in what they make of a `$`, a backtick and a backslash.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Begins the entry's name.
const ENTRY: &str = "org.bothheard.BothHeard";
/// How long the entry's name may be without its ending; a file's may have 255 bytes.
const LONGEST: usize = 200;
/// Ends the name of a running program whose file has been replaced.
const REPLACED: &[u8] = b" (deleted)";

/// Names the entry of a data folder, the usual one or another: no two folders have the same name.
pub fn name(of: Option<&Path>) -> String {
    let folder = of.map_or(&[][..], |folder| folder.as_os_str().as_bytes());
    let mut name = ENTRY.to_owned();
    for byte in folder {
        match byte {
            b'/' => name.push('-'),
            byte if byte.is_ascii_alphanumeric() => name.push(char::from(*byte)),
            byte => name.push_str(&format!("_{byte:02x}")),
        }
    }
    if name.len() > LONGEST {
        // FNV-1a, 64 bits: the same in every version of the program, or an entry could not be taken away again.
        let hash = folder
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        name.truncate(LONGEST);
        name.push_str(&format!("_{hash:016x}"));
    }
    name + ".desktop"
}

/// Finds the program by the name it was started by, links and all, so that what they replace is started the next time.
pub fn program() -> io::Result<PathBuf> {
    let runs = env::current_exe()?;
    // An AppImage runs from a place that is gone when it ends; it says where it lies itself. Another one may have
    // started this program.
    if let (Some(image), Some(mounted)) = (env::var_os("APPIMAGE"), env::var_os("APPDIR"))
        && runs.starts_with(mounted)
    {
        return Ok(image.into());
    }
    let name = env::args_os().next().unwrap_or_default();
    named(&name, &env::var_os("PATH").unwrap_or_default(), &runs).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// Finds the program that runs by its name: a path, or a word that is looked for. A name that leads elsewhere is not
/// its own.
pub fn named(name: &OsStr, path: &OsStr, runs: &Path) -> Option<PathBuf> {
    let bytes = runs.as_os_str().as_bytes();
    let replaced = bytes.strip_suffix(REPLACED).filter(|_| !runs.exists());
    let runs = replaced.map_or(runs, |bytes| Path::new(OsStr::from_bytes(bytes)));
    let leads_here = |file: &PathBuf| {
        // To this very file, or to one that an upgrade put in the place of another of its name.
        file.canonicalize().is_ok_and(|file| file.is_file() && file.file_name() == runs.file_name())
    };
    let places: Vec<_> = match name.as_bytes().contains(&b'/') {
        true => vec![PathBuf::from(name)],
        false => env::split_paths(path).map(|folder| folder.join(name)).collect(),
    };
    let absolute = |file: PathBuf| std::path::absolute(file).ok();
    places.into_iter().chain([runs.to_owned()]).filter_map(absolute).find(leads_here)
}

/// Writes what starts the program over its folder; none where its own name cannot be said so that all read the same.
pub fn text(program: &Path, of: Option<&Path>) -> Option<String> {
    let mut exec = said(program.as_os_str(), "")? + " \"--hidden\"";
    if let Some(folder) = of {
        let folder = folder.as_os_str();
        // What cannot be said in so many signs is said in digits.
        let folder = said(folder, "--data-dir=").or_else(|| said(&digits(folder), "--data-dir-hex="))?;
        exec.extend([" ", &folder]);
    }
    Some(format!("[Desktop Entry]\nType=Application\nName=Both Heard\nIcon=both-heard\nTerminal=false\nExec={exec}\n"))
}

fn digits(folder: &OsStr) -> OsString {
    folder.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>().into()
}

/// Quotes an argument, and then that as a string of the file; none where not all would read the same.
pub fn said(word: &OsStr, before: &str) -> Option<String> {
    let mut said = format!("\"{before}");
    for char in word.to_str()?.chars() {
        match char {
            '$' | '`' | '\\' => return None,
            '"' => said.push_str(r#"\\""#),
            '%' => said.push_str("%%"),
            '\n' => said.push_str(r"\n"),
            '\r' => said.push_str(r"\r"),
            '\t' => said.push_str(r"\t"),
            char if char.is_control() => return None,
            char => said.push(char),
        }
    }
    said.push('"');
    Some(said)
}

/// Takes the entry away, if there is one.
pub fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{name, named, remove, said, text};
    use both_heard_files as files;
    use std::ffi::{OsStr, OsString};
    use std::fs;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::path::Path;

    /// Reads a string of the file and then the arguments, after the specification: what GLib does as well.
    fn read(exec: &str) -> Vec<String> {
        let mut string = String::new();
        let mut chars = exec.chars();
        while let Some(char) = chars.next() {
            string.push(match (char, char == '\\') {
                (char, false) => char,
                (_, true) => match chars.next().unwrap() {
                    's' => ' ',
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    '\\' => '\\',
                    other => panic!("\\{other} is no sign of a desktop entry"),
                },
            });
        }
        let (mut words, mut quoted, mut chars) = (vec![], false, string.chars().peekable());
        let mut word = String::new();
        while let Some(char) = chars.next() {
            match char {
                '"' => quoted = !quoted,
                '\\' if quoted => word.push(chars.next().unwrap()),
                '%' => {
                    assert_eq!(chars.next(), Some('%'), "a code");
                    word.push('%');
                }
                ' ' if !quoted => words.push(std::mem::take(&mut word)),
                '$' | '`' => panic!("{char} bare"),
                char => word.push(char),
            }
        }
        words.push(word);
        words
    }

    fn exec(program: &str, of: Option<&OsStr>) -> Option<String> {
        let text = text(Path::new(program), of.map(Path::new))?;
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 6, "{text}");
        lines[5].strip_prefix("Exec=").map(str::to_owned)
    }

    #[test]
    fn a_path_is_read_as_it_was_said() {
        for path in ["/usr/bin/both-heard", "/home/s & r/Our Apps/bh", "/ä/\"'%f%%/#~;*?()", "/a\nb\tc\rd", "/💬/שלום"]
        {
            let said = exec(path, Some(OsStr::new(path))).unwrap();
            assert_eq!(read(&said), [path, "--hidden", &format!("--data-dir={path}")], "{said}");
        }
    }

    #[test]
    fn a_folder_that_not_all_read_the_same_is_said_in_digits_and_a_program_is_not_said() {
        for folder in [&b"/a$b"[..], b"/a`b", br"/a\b", b"/caf\xe9", b"/a\x01b"] {
            let folder = OsStr::from_bytes(folder);
            let said = exec("/usr/bin/bh", Some(folder)).unwrap();
            let words = read(&said);
            let hex = words[2].strip_prefix("--data-dir-hex=").unwrap();
            let arguments = ["bh", "--hidden", "--data-dir-hex", hex].map(OsString::from);
            let read = crate::arguments::Arguments::read(arguments).unwrap();
            assert_eq!((read.hidden, read.data_dir.as_deref()), (true, Some(Path::new(folder))), "{said}");
            assert_eq!(text(Path::new(folder), None), None, "{folder:?}");
        }
        assert_eq!(said(OsStr::new("$HOME"), ""), None);
    }

    #[test]
    fn each_data_folder_has_an_entry_of_its_own() {
        let check = |of: Option<&str>, expect: &str| assert_eq!(name(of.map(Path::new)), expect, "{of:?}");
        check(None, "org.bothheard.BothHeard.desktop");
        check(Some("/home/sam/two"), "org.bothheard.BothHeard-home-sam-two.desktop");
        check(Some("/home/sam-two"), "org.bothheard.BothHeard-home-sam_2dtwo.desktop");
        check(Some("/home/a_2d b"), "org.bothheard.BothHeard-home-a_5f2d_20b.desktop");
        // Deep ones, too, and what differs only at the end.
        let deep = |end: &str| name(Some(Path::new(&format!("/{}{end}", "deep/".repeat(200)))));
        assert!(deep("a") != deep("b") && deep("a").len() < 255, "{}", deep("a"));
    }

    /// The name it was started by is kept, whatever it leads to, and one that leads elsewhere is not its own.
    #[test]
    fn the_entry_starts_what_they_started() {
        let place = tempfile::tempdir().unwrap();
        let place = place.path().canonicalize().unwrap();
        for folder in ["v1", "v2", "bin"] {
            fs::create_dir(place.join(folder)).unwrap();
        }
        for file in ["v1/both-heard", "v2/both-heard", "bin/sh"] {
            fs::write(place.join(file), "").unwrap();
        }
        symlink(place.join("v1"), place.join("current")).unwrap();
        symlink(place.join("current/both-heard"), place.join("bin/bh")).unwrap();
        let in_place = |file: &str| place.join(file);
        let path = std::env::join_paths([in_place("nowhere"), in_place("bin")]).unwrap();
        let check = |name: &str, runs: &str, expect: &str| {
            let name = if name.contains('/') { in_place(name).into_os_string() } else { name.into() };
            assert_eq!(named(&name, &path, &in_place(runs)), Some(in_place(expect)), "{name:?}");
        };
        check("v1/both-heard", "v1/both-heard", "v1/both-heard");
        check("current/both-heard", "v1/both-heard", "current/both-heard");
        check("bin/bh", "v1/both-heard", "bin/bh");
        check("bh", "v1/both-heard", "bin/bh");
        // Called by a name that it does not have.
        check("sh", "v1/both-heard", "v1/both-heard");
        check("bin/sh", "v1/both-heard", "v1/both-heard");
        check("gone", "v1/both-heard", "v1/both-heard");
        // Upgraded while it runs: the file replaced, or the link.
        check("v1/both-heard", "v1/both-heard (deleted)", "v1/both-heard");
        check("gone", "v1/both-heard (deleted)", "v1/both-heard");
        fs::remove_file(place.join("current")).unwrap();
        symlink(place.join("v2"), place.join("current")).unwrap();
        check("bh", "v1/both-heard", "bin/bh");
        assert_eq!(named(OsStr::new("gone"), &path, &in_place("v3/both-heard (deleted)")), None);
    }

    #[test]
    fn the_entry_comes_and_goes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("autostart").join(name(None));
        remove(&file).unwrap();
        for _ in 0..2 {
            let text = text(Path::new("/opt/Both Heard/bh"), None).unwrap();
            files::replace(&file, text.as_bytes(), || Ok(())).unwrap();
        }
        let entry = fs::read_to_string(&file).unwrap();
        assert!(entry.contains("\nExec=\"/opt/Both Heard/bh\" \"--hidden\"\n"), "{entry}");
        remove(&file).unwrap();
        assert_eq!(fs::read_dir(folder.path().join("autostart")).unwrap().count(), 0);
    }
}
