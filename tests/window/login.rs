//! The entry for the login, as the program in a real window writes it.

use crate::{program, store};
use both_heard_driver::{Desk, Outcome};
use std::fs;
use std::os::unix::fs::symlink;

/// Replaced by an upgrade while it runs, it is started the next time by the name it was started by now.
#[test]
fn the_login_starts_what_they_started() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let home = desk.home();
    let (file, new) = (home.join("v 1/both-heard"), home.join("v 1/new"));
    let entry = desk.config_home().join("autostart/org.bothheard.BothHeard.desktop");
    fs::create_dir(home.join("v 1")).unwrap();
    fs::copy(program(), &file).unwrap();
    for link in ["our link", "our $link"] {
        symlink(&file, home.join(link)).unwrap();
    }
    for (name, said) in [("v 1/both-heard", true), ("our link", true), ("our $link", false)] {
        let starts = home.join(name);
        let window = desk.open(&starts)?;
        window.wait_for("[data-screen=welcome]")?;
        fs::copy(program(), &new).unwrap();
        fs::rename(&new, &file).unwrap();
        let save = "const done = arguments[0]; const change = { autostart: true }; \
            const saved = window.__TAURI_INTERNALS__.invoke('save_settings', { change }); \
            saved.then(() => done('saved'), (trouble) => done(trouble.kind));";
        assert_eq!(window.script_async(save, &[])?, if said { "saved" } else { "login-unsaid" }, "{name}");
        let exec = format!("\nExec=\"{}\" \"--hidden\"\n", starts.display());
        let written = fs::read_to_string(&entry).unwrap_or_default();
        assert_eq!(written.contains(&exec), said, "{name}: {written}");
        window.close()?;
        // The next is asked anew.
        for file in [&entry, &store(&desk).with_file_name("settings.json")] {
            let _ = fs::remove_file(file);
        }
    }
    Ok(())
}
