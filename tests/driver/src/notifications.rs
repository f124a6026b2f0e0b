//! Runs a real notification daemon that writes down what it shows and can be clicked.

use std::fs;
use std::path::PathBuf;

use crate::child::Words;
use crate::{Desk, DriveError, Outcome, PATIENCE, until, until_true};

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

/// Writes a note beside its place and moves it there, so that a reader never sees half a note.
const WRITE_DOWN: &str = "#!/bin/sh\n\
    note=\"$(dirname \"$0\")/$(date +%s%N)\"\n\
    printf '%s\\0%s\\0%s\\0%s\\0' \"$DUNST_APP_NAME\" \"$DUNST_SUMMARY\" \"$DUNST_BODY\" \"$DUNST_URGENCY\" \
    > \"$note.part\" && mv \"$note.part\" \"$note.note\"\n";
/// Stands in for the menu in which dunst offers what can be chosen: it takes the line with the words asked for.
const CHOOSE: &str = "#!/bin/sh\ngrep -m 1 -F -f \"$(dirname \"$0\")/choice\"\n";

impl Desk {
    /// Starts a notification daemon (dunst) that keeps what it shows on screen until it is clicked.
    pub fn start_notifications(&mut self) -> Outcome<()> {
        let shown = self.shown_folder();
        for (name, text) in [("write-down.sh", WRITE_DOWN), ("choose.sh", CHOOSE)] {
            fs::write(shown.join(name), text).map_err(DriveError::io(format!("writing {name}")))?;
            #[cfg(unix)]
            fs::set_permissions(shown.join(name), std::os::unix::fs::PermissionsExt::from_mode(0o700))
                .map_err(DriveError::io(format!("making {name} executable")))?;
        }
        let stays = ["low", "normal", "critical"].map(|urgency| format!("[urgency_{urgency}]\n    timeout = 0\n"));
        let text = format!(
            "[global]\n    monitor = 0\n    follow = none\n    markup = full\n    dmenu = {shown}/choose.sh\n{}\
             [write_down]\n    summary = \"*\"\n    script = {shown}/write-down.sh\n",
            stays.concat(),
            shown = shown.display(),
        );
        let config = shown.join("dunstrc");
        fs::write(&config, text).map_err(DriveError::io("writing dunstrc"))?;
        let mut command = self.command("dunst");
        let not_ready = self.keep("dunst", command.arg("-conf").arg(config), Words::Logged)?.not_ready();
        let answers = || Ok(self.call("org.freedesktop.Notifications.GetServerInformation", &[]).is_ok());
        until_true("dunst to answer", answers).map_err(|_| not_ready)
    }

    /// Lists every notification shown so far, oldest first.
    pub fn notifications(&self) -> Outcome<Vec<Notification>> {
        let mut notes: Vec<PathBuf> = fs::read_dir(self.shown_folder())
            .map_err(DriveError::io("listing the notifications"))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "note"))
            .collect();
        notes.sort();
        let read = |path| fs::read(path).map(|bytes| parse(&String::from_utf8_lossy(&bytes)));
        notes.iter().map(read).collect::<Result<_, _>>().map_err(DriveError::io("reading a notification"))
    }

    /// Waits until at least `count` notifications have been shown and lists them, oldest first.
    pub fn wait_for_notifications(&self, count: usize) -> Outcome<Vec<Notification>> {
        until(&format!("{count} notifications"), PATIENCE, || {
            Ok(Some(self.notifications()?).filter(|shown| shown.len() >= count))
        })
    }

    /// Clicks the topmost notification, as soon as one is on screen.
    pub fn click_notification(&self) -> Outcome<()> {
        self.wait_for_one_on_screen()?;
        self.call("org.dunstproject.cmd0.NotificationAction", &["uint32:0"]).map(drop)
    }

    /// Chooses what the notification on screen offers under these words.
    pub fn choose_on_notification(&self, words: &str) -> Outcome<()> {
        self.wait_for_one_on_screen()?;
        let choice = self.shown_folder().join("choice");
        fs::write(&choice, words).map_err(DriveError::io("writing what is chosen"))?;
        self.call("org.dunstproject.cmd0.ContextMenuCall", &[]).map(drop)
    }

    /// Holds back whatever is to be shown, as "do not disturb" does; or shows it.
    pub fn do_not_disturb(&self, hold: bool) -> Outcome<()> {
        let what = ["string:org.dunstproject.cmd0", "string:paused", &format!("variant:boolean:{hold}")];
        self.call("org.freedesktop.DBus.Properties.Set", &what).map(drop)
    }

    /// Names the folder into which the daemon writes what it showed; beside the home, not in it.
    fn shown_folder(&self) -> PathBuf {
        self.everything().join("shown")
    }

    fn wait_for_one_on_screen(&self) -> Outcome<()> {
        let arguments = ["string:org.dunstproject.cmd0", "string:displayedLength"];
        until_true("a notification on screen", || {
            let reply = self.call("org.freedesktop.DBus.Properties.Get", &arguments).unwrap_or_default();
            Ok(reply.split_whitespace().last().is_some_and(|count| count != "0"))
        })
    }

    /// Calls the daemon by `dbus-send`; refused when there is no daemon or no bus.
    fn call(&self, method: &str, arguments: &[&str]) -> Outcome<String> {
        let output = self
            .command("dbus-send")
            .args(["--session", "--print-reply", "--reply-timeout=5000"])
            .args(["--dest=org.freedesktop.Notifications", "/org/freedesktop/Notifications", method])
            .args(arguments)
            .output()
            .map_err(DriveError::io(method))?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(DriveError::not_ready("dunst", format!("it refused {method}"))),
        }
    }
}

fn parse(note: &str) -> Notification {
    let mut fields = note.split(END_OF_FIELD).map(str::to_owned);
    let mut next = || fields.next().unwrap_or_default();
    Notification { app: next(), summary: next(), body: next(), urgency: next() }
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
