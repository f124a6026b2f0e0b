//! Lets the program start, in the background, when they log in: an entry where the desktop looks for such things.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};

/// Begins the entry's name.
const ENTRY: &str = "org.bothheard.BothHeard";

/// Lets the program start with these arguments, or no more. Another data folder, `of`, has an entry of its own.
///
/// # Errors
/// Names the file that could not be written.
#[cfg(target_os = "linux")]
pub(super) fn start_at_login<R: Runtime>(
    handle: &AppHandle<R>,
    start: bool,
    of: Option<&Path>,
    arguments: &[String],
) -> Result<(), PathBuf> {
    let folder = handle.path().config_dir().unwrap_or_default().join("autostart");
    let file = folder.join(name(of));
    // An AppImage runs from a place that is gone when it ends; it says where it lies itself.
    let program = std::env::var_os("APPIMAGE").map_or_else(std::env::current_exe, |file| Ok(file.into()));
    program.and_then(|program| entry(start, &file, &program, arguments)).map_err(|_| file)
}

/// Lets the program start, or no more; the arguments were given when the plugin was made. There is one entry for all
/// data folders here.
#[cfg(not(target_os = "linux"))]
pub(super) fn start_at_login<R: Runtime>(
    handle: &AppHandle<R>,
    start: bool,
    _: Option<&Path>,
    _: &[String],
) -> Result<(), PathBuf> {
    use tauri_plugin_autostart::ManagerExt;
    let login = handle.autolaunch();
    // Where the entry lies only the plugin knows.
    if start { login.enable() } else { login.disable() }.map_err(|_| PathBuf::new())
}

/// Writes the entry, or takes it away. After the Desktop Application Autostart Specification and the Desktop Entry
/// Specification 1.5, which says how a path is quoted.
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "Linux alone keeps a file"))]
fn entry(start: bool, file: &Path, program: &Path, arguments: &[String]) -> io::Result<()> {
    if !start {
        return match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    file.parent().map_or(Ok(()), fs::create_dir_all)?;
    let words = std::iter::once(program.to_string_lossy().into_owned()).chain(arguments.iter().cloned());
    let exec = words.map(|word| quoted(&word)).collect::<Vec<_>>().join(" ");
    fs::write(
        file,
        format!("[Desktop Entry]\nType=Application\nName=Both Heard\nIcon=both-heard\nTerminal=false\nExec={exec}\n"),
    )
}

/// Names the entry of a data folder, the usual one or another: no two folders have the same name.
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "Linux alone keeps a file"))]
fn name(of: Option<&Path>) -> String {
    let mut name = ENTRY.to_owned();
    for byte in of.map_or(&[][..], |folder| folder.as_os_str().as_encoded_bytes()) {
        match byte {
            b'/' => name.push('-'),
            byte if byte.is_ascii_alphanumeric() => name.push(char::from(*byte)),
            byte => name.push_str(&format!("_{byte:02x}")),
        }
    }
    name + ".desktop"
}

/// Quotes an argument, and then that as a string of the file.
fn quoted(word: &str) -> String {
    let mut quoted = String::from('"');
    for char in word.chars() {
        match char {
            '"' | '`' | '$' => quoted.extend(['\\', '\\', char]),
            '\\' => quoted.push_str(r"\\\\"),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_as_desktops_read_it() {
        let check = |word: &str, expect: &str| assert_eq!(quoted(word), expect, "{word}");
        check("/usr/bin/both-heard", r#""/usr/bin/both-heard""#);
        check("/home/s & r/Our Apps/both heard", r#""/home/s & r/Our Apps/both heard""#);
        check(r#"/a"b`c$d\e%f"#, r#""/a\\"b\\`c\\$d\\\\e%%f""#);
    }

    #[test]
    fn each_data_folder_has_an_entry_of_its_own() {
        let check = |of: Option<&str>, expect: &str| assert_eq!(name(of.map(Path::new)), expect, "{of:?}");
        check(None, "org.bothheard.BothHeard.desktop");
        check(Some("/home/sam/two"), "org.bothheard.BothHeard-home-sam-two.desktop");
        check(Some("/home/sam-two"), "org.bothheard.BothHeard-home-sam_2dtwo.desktop");
        check(Some("/home/a_2d b"), "org.bothheard.BothHeard-home-a_5f2d_20b.desktop");
    }

    #[test]
    fn the_entry_comes_and_goes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("autostart").join(name(None));
        let start = |start| entry(start, &file, Path::new("/opt/Both Heard/bh"), &["--hidden".into()]);
        start(false).unwrap();
        start(true).unwrap();
        start(true).unwrap();
        let entry = fs::read_to_string(&file).unwrap();
        assert!(entry.contains("\nExec=\"/opt/Both Heard/bh\" \"--hidden\"\n"), "{entry}");
        start(false).unwrap();
        assert_eq!(fs::read_dir(folder.path().join("autostart")).unwrap().count(), 0);
    }
}
