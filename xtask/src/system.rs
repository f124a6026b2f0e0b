//! Finds out which system packages are missing and installs them, after naming them.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::broken::Broken;
use crate::command::{asked, find, prepare, run};

/// What packages are needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and running the program.
    Build,
    /// Testing it too: a virtual display, a notification daemon, drivers for both browsers.
    Test,
}

/// Whether the person is asked before something is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// They are asked.
    Ask,
    /// They have said yes already: by `--yes`, `CI=true`, or by being root.
    Given,
}

/// A distribution's way with packages.
#[derive(Debug)]
struct Packager {
    /// What the distribution, or one it is made from, calls itself.
    ids: &'static [&'static str],
    build: &'static [&'static str],
    test: &'static [&'static str],
    missing: fn(&[&str]) -> Vec<String>,
    install: &'static [&'static str],
    /// What renews the list of packages, where an install does not do it by itself.
    refresh: Option<&'static [&'static str]>,
}

const APT: Packager = Packager {
    ids: &["debian", "ubuntu"],
    build: &["build-essential", "libasound2-dev", "librsvg2-dev", "libssl-dev", "libwebkit2gtk-4.1-dev", "pkg-config"],
    test: &["dbus-x11", "dunst", "libfaketime", "openbox", "webkit2gtk-driver", "x11-xkb-utils", "xdotool", "xvfb"],
    missing: |names| {
        // It fails when a name is unknown, and still lists the others: so only its list counts.
        let list = stdout(prepare("dpkg-query").args(["-W", "-f", "${Package} ${db:Status-Status}\\n"]).args(names));
        not_installed(names, &list)
    },
    install: &["apt-get", "install", "--yes", "--no-install-recommends"],
    refresh: Some(&["apt-get", "update"]),
};
const DNF: Packager = Packager {
    ids: &["fedora", "rhel"],
    build: &[
        "alsa-lib-devel", "gcc", "gcc-c++", "librsvg2-devel", "make", "openssl-devel", "pkgconf-pkg-config",
        "webkit2gtk4.1-devel",
    ],
    // By path where Fedora has moved the file from package to package.
    test: &[
        "/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb", "/usr/bin/setxkbmap", "dbus-daemon", "dbus-tools", "dunst",
        "libfaketime", "openbox", "xdotool",
    ],
    missing: |names| {
        let is_missing = |name: &&&str| asked("rpm", &["-q", "--whatprovides", name]).is_none();
        names.iter().filter(is_missing).map(ToString::to_string).collect()
    },
    install: &["dnf", "install", "--assumeyes"],
    refresh: None,
};
const PACMAN: Packager = Packager {
    ids: &["arch"],
    build: &["alsa-lib", "base-devel", "librsvg", "openssl", "pkgconf", "webkit2gtk-4.1"],
    test: &["dbus", "dunst", "libfaketime", "openbox", "xdotool", "xorg-server-xvfb", "xorg-setxkbmap"],
    // `-T` lists exactly what is not satisfied, and fails when there is any.
    missing: |names| stdout(prepare("pacman").arg("-T").args(names)).lines().map(str::to_owned).collect(),
    install: &["pacman", "-S", "--needed", "--noconfirm"],
    refresh: Some(&["pacman", "-Sy"]),
};

/// The names under which a browser for the UI's tests may be here, the first one preferred: without a window of its own it
/// takes a fifth less time.
const BROWSERS: &[&str] =
    &["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Settles whether to ask: not for `--yes`, not on a build server, not when root.
pub fn consent(yes: bool) -> Consent {
    let on_server = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
    if yes || on_server || is_root() { Consent::Given } else { Consent::Ask }
}

/// Sees to it that everything is there for a purpose.
pub fn provide(purpose: Purpose, consent: Consent) -> Result<(), Broken> {
    if cfg!(target_os = "linux") { provide_on_linux(purpose, consent) } else { look_elsewhere() }
}

/// Gives the path of a browser for the UI's tests.
pub fn browser() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| find(name))
}

fn provide_on_linux(purpose: Purpose, consent: Consent) -> Result<(), Broken> {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let Some(packager) = packager(&release) else {
        println!(
            "This distribution is not one of those known here (Debian, Ubuntu, Fedora, Arch and their kin).\n\
             If the build fails, install what matches: {}.",
            wanted(&APT, purpose, &release).join(", ")
        );
        return Ok(());
    };
    let missing = (packager.missing)(&wanted(packager, purpose, &release));
    if missing.is_empty() {
        return Ok(());
    }
    println!("System packages that are missing: {}", missing.join(" "));
    let install: Vec<&str> = packager.install.iter().copied().chain(missing.iter().map(String::as_str)).collect();
    if consent == Consent::Ask && !agreed()? {
        let install = install.join(" ");
        return Err(Broken::Missing(format!("Nothing was installed. To install them yourself: sudo {install}")));
    }
    // Without a list of packages, or with one from last month, it finds nothing: then once more with a new one.
    as_root(&install).or_else(|broken| {
        as_root(packager.refresh.ok_or(broken)?)?;
        as_root(&install)
    })
}

/// Reads `/etc/os-release` for the distribution, or the one it is made from.
fn packager(release: &str) -> Option<&'static Packager> {
    let ids = ["ID", "ID_LIKE"].map(|name| field(release, name).unwrap_or_default());
    let mut ids = ids.iter().flat_map(|ids| ids.split_whitespace());
    ids.find_map(|id| [&APT, &DNF, &PACMAN].into_iter().find(|packager| packager.ids.contains(&id)))
}

fn field<'a>(release: &'a str, name: &str) -> Option<&'a str> {
    release.lines().find_map(|line| Some(line.strip_prefix(name)?.strip_prefix('=')?.trim_matches('"')))
}

/// Lists what a purpose needs, whether it is there or not.
fn wanted(packager: &Packager, purpose: Purpose, release: &str) -> Vec<&'static str> {
    let mut names = packager.build.to_vec();
    if purpose == Purpose::Test {
        names.extend(packager.test);
        if browser().is_none() {
            names.push(match field(release, "ID") {
                Some("debian") => "chromium-headless-shell",
                // A snap behind this name.
                Some("ubuntu") => "chromium-browser",
                _ => "chromium",
            });
        }
    }
    names
}

/// Finds what dpkg-query's list does not call installed: unknown, merely known, or half removed.
fn not_installed(names: &[&str], list: &str) -> Vec<String> {
    let installed: Vec<&str> = list.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    names.iter().filter(|name| !installed.contains(name)).map(ToString::to_string).collect()
}

/// Gives what a command says, even if it fails.
fn stdout(command: &mut Command) -> String {
    command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

fn as_root(words: &[&str]) -> Result<(), Broken> {
    let mut command = prepare(if is_root() { "env" } else { "sudo" });
    run(command.arg("DEBIAN_FRONTEND=noninteractive").args(words))
}

fn is_root() -> bool {
    asked("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}

fn agreed() -> Result<bool, Broken> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    print!("Install them? [Y/n] ");
    std::io::stdout().flush().map_err(Broken::file("stdout"))?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(Broken::file("stdin"))?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes"))
}

/// Says what macOS and Windows lack; there is no packager to do it by.
fn look_elsewhere() -> Result<(), Broken> {
    let mut lacking: Vec<&str> = Vec::new();
    if cfg!(target_os = "macos") {
        if asked("xcode-select", &["-p"]).is_none() {
            lacking.push("Xcode's command line tools: run `xcode-select --install`");
        }
        if asked("pkg-config", &["--exists", "openssl"]).is_none()
            && asked("brew", &["--prefix", "openssl@3"]).is_none()
        {
            lacking.push("OpenSSL's libcrypto: run `brew install openssl@3` (https://brew.sh)");
        }
    }
    if cfg!(windows) {
        if !has_webview2() {
            lacking.push(
                "the WebView2 runtime: https://developer.microsoft.com/microsoft-edge/webview2 (Windows 11 has it)",
            );
        }
        if asked("perl", &["-v"]).is_none() {
            lacking.push("Perl, to build OpenSSL's libcrypto: run `winget install StrawberryPerl.StrawberryPerl`");
        }
    }
    if asked("node", &["--version"]).is_none() {
        lacking.push("Node.js 20 or newer: https://nodejs.org");
    }
    if lacking.is_empty() {
        return Ok(());
    }
    Err(Broken::Missing(format!("Missing, and how to get it:\n  {}", lacking.join("\n  "))))
}

fn has_webview2() -> bool {
    let folder = r"Microsoft\EdgeWebView\Application";
    ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"]
        .iter()
        .filter_map(std::env::var_os)
        .any(|place| Path::new(&place).join(folder).is_dir())
}

#[cfg(test)]
mod tests {
    use super::{APT, DNF, PACMAN, Purpose, not_installed, packager, wanted};

    #[test]
    fn knows_distributions_and_their_kin() {
        let check = |release: &str, expected: Option<&str>| {
            assert_eq!(packager(release).map(|packager| packager.install[0]), expected, "{release}");
        };
        check("NAME=\"Debian GNU/Linux\"\nID=debian\n", Some("apt-get"));
        check("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Some("apt-get"));
        check("ID=fedora\n", Some("dnf"));
        check("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", Some("dnf"));
        check("ID=manjaro\nID_LIKE=arch\n", Some("pacman"));
        check("ID=nixos\n", None);
        check("", None);
    }

    #[test]
    fn only_what_is_fully_installed_counts() {
        let list = "xvfb installed\ndunst config-files\nopenbox half-installed\n";
        let missing = not_installed(&["dunst", "openbox", "unheard-of", "xvfb"], list);
        assert_eq!(missing, ["dunst", "openbox", "unheard-of"]);
    }

    #[test]
    fn testing_needs_all_that_building_needs() {
        for packager in [&APT, &DNF, &PACMAN] {
            let (build, test) = (wanted(packager, Purpose::Build, ""), wanted(packager, Purpose::Test, ""));
            assert!(test.len() > build.len());
            assert!(build.iter().all(|name| test.contains(name)));
        }
    }
}
