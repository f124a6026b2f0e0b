//! Runs a real notification daemon that writes down what it shows and can be clicked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Desk, DriveError, Outcome, PATIENCE, until};

/// A notification as the daemon showed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// The program it came from.
    pub app: String,
    /// Its heading.
    pub summary: String,
    /// Its words.
    pub body: String,
    /// `LOW`, `NORMAL` or `CRITICAL`.
    pub urgency: String,
}

/// Ends each field; no text on D-Bus can hold it.
const END_OF_FIELD: char = '\0';

/// Writes the daemon's settings and gives them with the command that starts it.
pub(crate) fn daemon(desk: &Desk) -> Outcome<(PathBuf, Command)> {
    let shown = desk.shown_folder();
    let script = shown.join("write-down.sh");
    // Written beside and moved into place, so that a reader never sees half a note.
    let lines = "#!/bin/sh\n\
        note=\"$(dirname \"$0\")/$(date +%s%N)\"\n\
        printf '%s\\0%s\\0%s\\0%s\\0' \"$DUNST_APP_NAME\" \"$DUNST_SUMMARY\" \"$DUNST_BODY\" \"$DUNST_URGENCY\" \
        > \"$note.part\" && mv \"$note.part\" \"$note.note\"\n";
    fs::write(&script, lines).map_err(DriveError::io("writing the notification script"))?;
    executable(&script)?;
    // Stands in for the menu in which dunst offers what can be chosen: it takes the line with the words asked for.
    let menu = shown.join("choose.sh");
    let takes = "#!/bin/sh\ngrep -m 1 -F -f \"$(dirname \"$0\")/choice\"\n";
    fs::write(&menu, takes).map_err(DriveError::io("writing the script that chooses"))?;
    executable(&menu)?;
    let config = shown.join("dunstrc");
    let stays = |urgency: &str| format!("[urgency_{urgency}]\n    timeout = 0\n");
    let text = format!(
        "[global]\n    monitor = 0\n    follow = none\n    markup = full\n    dmenu = {}\n{}{}{}[write_down]\n    summary = \"*\"\n    script = {}\n",
        menu.display(),
        stays("low"),
        stays("normal"),
        stays("critical"),
        script.display(),
    );
    fs::write(&config, text).map_err(DriveError::io("writing dunstrc"))?;
    Ok((config, desk.command("dunst")))
}

/// Says whether a daemon answers on the bus.
pub(crate) fn answers(desk: &Desk) -> bool {
    call(desk, "org.freedesktop.Notifications.GetServerInformation", &[]).is_some()
}

/// Reads the notes the daemon left in `folder`, oldest first.
pub(crate) fn shown(folder: &Path) -> Outcome<Vec<Notification>> {
    let mut notes: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(DriveError::io("listing the notifications"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "note"))
        .collect();
    notes.sort();
    notes
        .iter()
        .map(|path| {
            let bytes = fs::read(path).map_err(DriveError::io("reading a notification"))?;
            Ok(parse(&String::from_utf8_lossy(&bytes)))
        })
        .collect()
}

/// Clicks the topmost notification, as soon as one is on screen.
pub(crate) fn click(desk: &Desk) -> Outcome<()> {
    until("a notification on screen", PATIENCE, || Ok((displayed(desk) > 0).then_some(())))?;
    call(desk, "org.dunstproject.cmd0.NotificationAction", &["uint32:0"])
        .map(drop)
        .ok_or_else(|| would_not("be clicked"))
}

/// Chooses what a notification on screen offers under these words.
pub(crate) fn choose(desk: &Desk, words: &str) -> Outcome<()> {
    until("a notification on screen", PATIENCE, || Ok((displayed(desk) > 0).then_some(())))?;
    let choice = desk.shown_folder().join("choice");
    fs::write(&choice, words).map_err(DriveError::io("writing what is chosen"))?;
    call(desk, "org.dunstproject.cmd0.ContextMenuCall", &[]).map(drop).ok_or_else(|| would_not("show its menu"))
}

/// Lets the daemon hold back what it is asked to show, as a desktop's "do not disturb" does; or show it.
pub(crate) fn hold_back(desk: &Desk, hold: bool) -> Outcome<()> {
    let what = ["string:org.dunstproject.cmd0", "string:paused", &format!("variant:boolean:{hold}")];
    call(desk, "org.freedesktop.DBus.Properties.Set", &what).map(drop).ok_or_else(|| would_not("hold back"))
}

fn would_not(what: &str) -> DriveError {
    DriveError::NotReady { tool: "dunst".to_owned(), last_words: format!("it would not {what}") }
}

/// Counts the notifications on screen now.
fn displayed(desk: &Desk) -> u32 {
    let arguments = ["string:org.dunstproject.cmd0", "string:displayedLength"];
    call(desk, "org.freedesktop.DBus.Properties.Get", &arguments)
        .and_then(|reply| reply.split_whitespace().last()?.parse().ok())
        .unwrap_or(0)
}

/// Calls the daemon by `dbus-send`; nothing is answered when there is no daemon or no bus.
fn call(desk: &Desk, method: &str, arguments: &[&str]) -> Option<String> {
    let output = desk
        .command("dbus-send")
        .args(["--session", "--print-reply", "--reply-timeout=5000"])
        .args(["--dest=org.freedesktop.Notifications", "/org/freedesktop/Notifications", method])
        .args(arguments)
        .output()
        .ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn parse(note: &str) -> Notification {
    let mut fields = note.split(END_OF_FIELD).map(str::to_owned);
    let mut next = || fields.next().unwrap_or_default();
    Notification { app: next(), summary: next(), body: next(), urgency: next() }
}

#[cfg(unix)]
fn executable(file: &Path) -> Outcome<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o700))
        .map_err(DriveError::io("making the notification script executable"))
}

#[cfg(not(unix))]
fn executable(_file: &Path) -> Outcome<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Notification, parse};

    #[test]
    fn reads_a_note_whose_words_run_over_lines() {
        let expected = Notification {
            app: "Both Heard".into(),
            summary: "It's time".into(),
            body: "one\ntwo".into(),
            urgency: "NORMAL".into(),
        };
        assert_eq!(parse("Both Heard\0It's time\0one\ntwo\0NORMAL\0"), expected);
    }
}
