//! Reads the command line.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// What the program is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arguments {
    /// Whether it starts without a window.
    pub hidden: bool,
    /// Whether it opens on the check-in.
    pub begin: bool,
    /// Where the couple's words are, if not at the usual place.
    pub data_dir: Option<PathBuf>,
    /// What is printed instead of a start.
    pub print: Option<Print>,
}

/// What is printed instead of a start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// The next planned time.
    Next,
    /// The version.
    Version,
    /// What can be asked for.
    Help,
}

/// What `--help` prints. English, as the names of the arguments are; the manual says the same at more length.
pub const HELP: &str = "\
Both Heard: a weekly check-in for two, at one laptop.

Usage: both-heard [OPTIONS]

  --next           Print the next planned time, such as 2026-11-29 19:30, and end
  --begin          Open the window on the check-in
  --hidden         Start in the background, without a window
  --data-dir DIR   Keep everything in DIR instead of the usual place
  --version        Print the version and end
  --help           Print this and end
";

impl Arguments {
    /// Reads them.
    ///
    /// # Errors
    /// Says which one is not known, or lacks its value.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, lexopt::Error> {
        use lexopt::prelude::{Long, Short};
        let mut arguments = Self::default();
        let mut words = lexopt::Parser::from_iter(words);
        while let Some(word) = words.next()? {
            match word {
                Long("hidden") => arguments.hidden = true,
                Long("begin") => arguments.begin = true,
                Long("data-dir") => arguments.data_dir = Some(folder(words.value()?)?),
                // Not for people: the login entry writes a name so when other signs would not be read alike by all.
                Long("data-dir-hex") => arguments.data_dir = Some(folder(bytes(&words.value()?)?)?),
                Long("next") => arguments.print = Some(Print::Next),
                Long("version") | Short('V') => arguments.print = Some(Print::Version),
                Long("help") | Short('h') => arguments.print = Some(Print::Help),
                _ => return Err(word.unexpected()),
            }
        }
        Ok(arguments)
    }
}

/// Writes what may hold anybody's words on one line of a terminal: cut in its middle, with what would steer the terminal, or
/// turn the direction of writing, in digits.
pub fn on_one_line(said: &str) -> String {
    const MOST: usize = 300;
    let mut signs: Vec<char> = said.chars().collect();
    if signs.len() > MOST {
        signs.splice(MOST / 2..signs.len() - MOST / 2, ['…']);
    }
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    signs.into_iter().map(|c| if steers(c) { c.escape_default().to_string() } else { c.into() }).collect()
}

/// Reads a name from its bytes, two digits each.
fn bytes(digits: &OsStr) -> Result<OsString, lexopt::Error> {
    let bytes = digits.as_encoded_bytes().chunks(2).map(|pair| {
        // No sign before it, which a number could have.
        let pair = std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2 && !pair.starts_with('+'))?;
        u8::from_str_radix(pair, 16).ok()
    });
    let name = bytes.collect::<Option<Vec<_>>>().and_then(name_of);
    name.ok_or_else(|| "after '--data-dir-hex' there is no name in digits".into())
}

#[cfg(unix)]
fn name_of(bytes: Vec<u8>) -> Option<OsString> {
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes))
}

#[cfg(not(unix))]
fn name_of(bytes: Vec<u8>) -> Option<OsString> {
    String::from_utf8(bytes).ok().map(OsString::from)
}

/// Reads the name of a folder. An option in its place means that the name was forgotten: a variable of a script was empty.
fn folder(value: OsString) -> Result<PathBuf, lexopt::Error> {
    if value.is_empty() {
        return Err("the folder after '--data-dir' has no name".into());
    }
    if value.as_encoded_bytes().starts_with(b"-") {
        return Err("there is no folder after '--data-dir'; one whose name begins with a dash is named './-…'".into());
    }
    Ok(value.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_knows_what_the_help_knows() {
        let manual = include_str!("../../../docs/both-heard.1").replace(r"\-", "-");
        let options: Vec<_> = HELP.split_whitespace().filter(|word| word.starts_with("--")).collect();
        assert_eq!(options.len(), 6);
        for option in options {
            assert!(manual.contains(option), "{option}");
        }
    }

    #[test]
    fn what_is_said_of_an_argument_is_short_and_steers_nothing() {
        let check = |said: &str, expect: &str| assert_eq!(on_one_line(said), expect);
        check("the folder '/home/Zoë/ein „Ort“' cannot be used", "the folder '/home/Zoë/ein „Ort“' cannot be used");
        check("a\u{1b}[31mb\nc\u{202e}d", r"a\u{1b}[31mb\nc\u{202e}d");
        check(&"x".repeat(300), &"x".repeat(300));
        check(
            &format!("{}{}", "é".repeat(2_000), "y".repeat(2_000)),
            &format!("{}…{}", "é".repeat(150), "y".repeat(150)),
        );
    }

    #[test]
    fn the_command_line_is_read_or_refused_by_name() {
        let read = |line: &str| {
            Arguments::read(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
        };
        let usual = Arguments::default;
        assert_eq!(read("both-heard"), Ok(usual()));
        assert_eq!(read("both-heard --hidden"), Ok(Arguments { hidden: true, ..usual() }));
        assert_eq!(read("both-heard --begin"), Ok(Arguments { begin: true, ..usual() }));
        let folder = Arguments { data_dir: Some("/a/b".into()), print: Some(Print::Next), ..usual() };
        assert_eq!(read("both-heard --next --data-dir /a/b"), Ok(folder.clone()));
        assert_eq!(read("both-heard --data-dir=/a/b --next"), Ok(folder));
        assert_eq!(read("both-heard -V"), Ok(Arguments { print: Some(Print::Version), ..usual() }));
        let odd = Arguments { data_dir: Some("./-x".into()), ..usual() };
        assert_eq!(read("both-heard --data-dir ./-x"), Ok(odd));
        for line in [
            "both-heard --data-dir", "both-heard --data-dir=", "both-heard --data-dir --next",
            "both-heard --data-dir=-x", "both-heard --data-dir-hex=2d78",
        ] {
            assert!(read(line).unwrap_err().contains("'--data-dir'"), "{line}");
        }
        let cafe = read("both-heard --data-dir-hex 2f636166e9").unwrap().data_dir.unwrap();
        assert_eq!(cafe.as_os_str().as_encoded_bytes(), b"/caf\xe9");
        for digits in ["2", "2f6", "zz", "+2", "é"] {
            assert!(read(&format!("both-heard --data-dir-hex={digits}")).unwrap_err().contains("hex"), "{digits}");
        }
        assert!(read("both-heard --hidden=yes").unwrap_err().contains("--hidden"));
        assert!(read("both-heard --remind").unwrap_err().contains("--remind"));
        assert!(read("both-heard evening").unwrap_err().contains("evening"));
    }
}
