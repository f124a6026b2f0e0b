//! Finds out which system packages are missing and installs them, after naming them.

use std::collections::BTreeSet;
use std::fs;
use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::broken::Broken;
use crate::command::{asked, is_there, prepare, run};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packager {
    /// Debian, Ubuntu and their kin.
    Apt,
    /// Fedora and its kin.
    Dnf,
    /// Arch and its kin.
    Pacman,
}

const APT_BUILD: &[&str] =
    &["build-essential", "libasound2-dev", "librsvg2-dev", "libssl-dev", "libwebkit2gtk-4.1-dev", "pkg-config"];
const APT_TEST: &[&str] =
    &["dbus-x11", "dunst", "libfaketime", "openbox", "webkit2gtk-driver", "x11-xkb-utils", "xdotool", "xvfb"];
const DNF_BUILD: &[&str] = &[
    "alsa-lib-devel", "gcc", "gcc-c++", "librsvg2-devel", "make", "openssl-devel", "pkgconf-pkg-config",
    "webkit2gtk4.1-devel",
];
// By path where Fedora has moved the file from package to package.
const DNF_TEST: &[&str] = &[
    "/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb", "/usr/bin/setxkbmap", "dbus-daemon", "dbus-tools", "dunst",
    "libfaketime", "openbox", "xdotool",
];
const PACMAN_BUILD: &[&str] = &["alsa-lib", "base-devel", "librsvg", "openssl", "pkgconf", "webkit2gtk-4.1"];
const PACMAN_TEST: &[&str] =
    &["dbus", "dunst", "libfaketime", "openbox", "xdotool", "xorg-server-xvfb", "xorg-setxkbmap"];

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
pub fn browser() -> Option<String> {
    let found = BROWSERS.iter().find(|name| is_there(name))?;
    asked("which", &[found]).map(|path| path.trim().to_owned())
}

fn provide_on_linux(purpose: Purpose, consent: Consent) -> Result<(), Broken> {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let Some(packager) = packager(&release) else {
        println!(
            "This distribution is not one of those known here (Debian, Ubuntu, Fedora, Arch and their kin).\n\
             If the build fails, install what matches: {}.",
            wanted(Packager::Apt, purpose, &release).join(", ")
        );
        return Ok(());
    };
    let missing = packager.missing(&wanted(packager, purpose, &release));
    if missing.is_empty() {
        return Ok(());
    }
    println!("System packages that are missing: {}", missing.join(" "));
    if consent == Consent::Ask && !agreed()? {
        return Err(Broken::Missing(format!(
            "Nothing was installed. To install them yourself: sudo {}",
            packager.install(&missing).join(" ")
        )));
    }
    packager.refresh(false)?;
    // A list from last month names files the mirror no longer has: then once more with a new one.
    as_root(&packager.install(&missing)).or_else(|_| {
        packager.refresh(true)?;
        as_root(&packager.install(&missing))
    })
}

/// Reads `/etc/os-release` for the distribution, or the one it is made from.
fn packager(release: &str) -> Option<Packager> {
    let ids = ["ID", "ID_LIKE"].map(|name| field(release, name).unwrap_or_default());
    ids.iter().flat_map(|ids| ids.split_whitespace()).find_map(|id| match id {
        "debian" | "ubuntu" => Some(Packager::Apt),
        "fedora" | "rhel" => Some(Packager::Dnf),
        "arch" => Some(Packager::Pacman),
        _ => None,
    })
}

fn field<'a>(release: &'a str, name: &str) -> Option<&'a str> {
    release.lines().find_map(|line| Some(line.strip_prefix(name)?.strip_prefix('=')?.trim_matches('"')))
}

/// Lists what a purpose needs, whether it is there or not.
fn wanted(packager: Packager, purpose: Purpose, release: &str) -> Vec<&'static str> {
    let (build, test) = match packager {
        Packager::Apt => (APT_BUILD, APT_TEST),
        Packager::Dnf => (DNF_BUILD, DNF_TEST),
        Packager::Pacman => (PACMAN_BUILD, PACMAN_TEST),
    };
    let mut names = build.to_vec();
    if purpose == Purpose::Test {
        names.extend(test);
        if !BROWSERS.iter().any(|name| is_there(name)) {
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

impl Packager {
    fn missing(self, names: &[&str]) -> Vec<String> {
        match self {
            Self::Apt => {
                let mut query = prepare("dpkg-query");
                query.args(["-W", "-f", "${Package} ${db:Status-Status}\\n"]).args(names);
                // It fails when a name is unknown, and still lists the others: so only its list counts.
                let list = query.output().map(|output| output.stdout).unwrap_or_default();
                not_listed(names, &installed_by_dpkg(&String::from_utf8_lossy(&list)))
            }
            Self::Dnf => names
                .iter()
                .filter(|name| asked("rpm", &["-q", "--whatprovides", name]).is_none())
                .map(|name| (*name).to_owned())
                .collect(),
            Self::Pacman => {
                let mut query = prepare("pacman");
                // `-T` lists exactly what is not satisfied, and fails when there is any.
                let list = query.arg("-T").args(names).output().map(|output| output.stdout);
                String::from_utf8_lossy(&list.unwrap_or_default()).lines().map(str::to_owned).collect()
            }
        }
    }

    fn install(self, names: &[String]) -> Vec<String> {
        let start: &[&str] = match self {
            Self::Apt => &["apt-get", "install", "--yes", "--no-install-recommends"],
            Self::Dnf => &["dnf", "install", "--assumeyes"],
            Self::Pacman => &["pacman", "-S", "--needed", "--noconfirm"],
        };
        start.iter().map(|word| (*word).to_owned()).chain(names.iter().cloned()).collect()
    }

    /// Renews the list of packages when there is none, or in any case.
    fn refresh(self, in_any_case: bool) -> Result<(), Broken> {
        let words: &[&str] = match self {
            Self::Apt if in_any_case || !has_apt_lists() => &["apt-get", "update"],
            Self::Pacman if in_any_case => &["pacman", "-Sy"],
            _ => return Ok(()),
        };
        as_root(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }
}

/// Reads dpkg-query's list for what is installed, not merely known or half removed.
fn installed_by_dpkg(list: &str) -> BTreeSet<&str> {
    list.lines().filter_map(|line| line.strip_suffix(" installed")).collect()
}

fn not_listed(names: &[&str], list: &BTreeSet<&str>) -> Vec<String> {
    names.iter().filter(|name| !list.contains(*name)).map(|name| (*name).to_owned()).collect()
}

fn has_apt_lists() -> bool {
    fs::read_dir("/var/lib/apt/lists").into_iter().flatten().flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.contains("_Packages")
    })
}

fn as_root(words: &[String]) -> Result<(), Broken> {
    let sudo = ["sudo".to_owned()];
    let all: Vec<&String> = if is_root() { words.iter().collect() } else { sudo.iter().chain(words).collect() };
    let Some((program, arguments)) = all.split_first() else {
        return Ok(());
    };
    run(prepare(program).args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    // `/proc/self` belongs to whoever we are.
    fs::read_to_string("/proc/self/status")
        .unwrap_or_default()
        .lines()
        .find_map(|line| line.strip_prefix("Uid:")?.split_whitespace().nth(1))
        == Some("0")
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
    use super::{Packager, Purpose, installed_by_dpkg, not_listed, packager, wanted};

    #[test]
    fn knows_distributions_and_their_kin() {
        let check = |release: &str, expected: Option<Packager>| assert_eq!(packager(release), expected);
        check("NAME=\"Debian GNU/Linux\"\nID=debian\n", Some(Packager::Apt));
        check("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Some(Packager::Apt));
        check("ID=fedora\n", Some(Packager::Dnf));
        check("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", Some(Packager::Dnf));
        check("ID=manjaro\nID_LIKE=arch\n", Some(Packager::Pacman));
        check("ID=nixos\n", None);
        check("", None);
    }

    #[test]
    fn only_what_is_fully_installed_counts() {
        let list = "xvfb installed\ndunst config-files\nopenbox half-installed\n";
        let missing = not_listed(&["dunst", "openbox", "unheard-of", "xvfb"], &installed_by_dpkg(list));
        assert_eq!(missing, ["dunst", "openbox", "unheard-of"]);
    }

    #[test]
    fn testing_needs_all_that_building_needs() {
        for packager in [Packager::Apt, Packager::Dnf, Packager::Pacman] {
            let (build, test) = (wanted(packager, Purpose::Build, ""), wanted(packager, Purpose::Test, ""));
            assert!(test.len() > build.len());
            assert!(build.iter().all(|name| test.contains(name)));
        }
    }

    #[test]
    fn an_install_names_every_package() {
        let words = Packager::Apt.install(&["xvfb".to_owned(), "dunst".to_owned()]);
        assert_eq!(words.join(" "), "apt-get install --yes --no-install-recommends xvfb dunst");
    }
}
