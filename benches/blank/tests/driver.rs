//! Tries the driver out on the blank window: whatever a test of the real program leans on must hold here.

#![cfg(target_os = "linux")]

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use both_heard_driver::{Desk, Outcome, PATIENCE, ProcessId, Window, until};
use serde_json::json;

type Tried = Result<(), Box<dyn Error>>;

fn blank() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_blank-window"))
}

/// Lays a field and a button on the page, as it has nothing to act on by itself.
fn with_field(window: &Window) -> Outcome<()> {
    window
        .script(
            "document.body.innerHTML = '<textarea id=field></textarea><button id=button>Press</button>';
             document.body.addEventListener('keydown', e => document.body.dataset.key =
                 [e.ctrlKey && 'Control', e.altKey && 'Alt', e.shiftKey && 'Shift', e.key].filter(Boolean).join('+'));
             document.querySelector('button').onclick = e => e.target.textContent = 'Pressed';
             document.querySelector('textarea').focus()",
        )
        .map(drop)
}

#[test]
fn a_page_is_read_and_pictured() -> Tried {
    let desk = Desk::fresh()?;
    let window = desk.open(blank())?;
    window.wait_for_text("Blank")?;
    assert_eq!(window.text("p")?, "Blank");
    assert!(window.find("h1")?.is_none());
    window.set_size(900, 600)?;
    let picture = desk.home().join("picture.png");
    window.screenshot(&picture)?;
    assert_eq!(png_size(&std::fs::read(&picture)?), Some((900, 600)));
    Ok(())
}

#[test]
fn keys_and_words_arrive() -> Tried {
    let desk = Desk::fresh()?;
    let window = desk.open(blank())?;
    with_field(&window)?;
    for key in ["Enter", "Space", "ArrowLeft", "Escape", "b", "+", "Shift+Escape", "Control+k"] {
        window.press(key)?;
        let expected = if key == "Space" { " " } else { key };
        let said = window.script("return document.body.dataset.key")?;
        assert_eq!(said, json!(expected), "{key}");
    }
    for words in ["It lands as blame, \"again\".", "Zoë & Łukasz ß", "愛子", "👩‍❤️‍👩 e\u{301}"] {
        window.script("document.querySelector('textarea').value = ''")?;
        window.type_text(words)?;
        assert_eq!(window.script("return document.querySelector('textarea').value")?, json!(words));
    }
    window.press("Tab")?;
    window.press("Enter")?;
    window.wait_for_text("Pressed")?;
    with_field(&window)?;
    window.click("#button")?;
    window.wait_for_text("Pressed")?;
    let later = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => done(arguments[0]))";
    assert_eq!(window.script_async(later, &[json!(7)])?, json!(7));
    Ok(())
}

#[test]
fn a_killed_program_is_gone_and_opens_again() -> Tried {
    let desk = Desk::fresh()?;
    let window = desk.open(blank())?;
    let family = window.process().family();
    assert!(family.len() > 1, "WebKit's processes belong to the family");
    window.kill()?;
    assert!(!family.into_iter().any(ProcessId::is_running));
    assert_eq!(desk.open(blank())?.text("p")?, "Blank");
    Ok(())
}

#[test]
fn a_window_is_treated_as_a_user_would() -> Tried {
    let desk = Desk::fresh()?;
    let window = desk.open(blank())?;
    let (display, frame) = window.on_display()?;
    assert_eq!(display.title(frame)?, "Blank");
    until("writing on the screen", PATIENCE, || Ok((display.ink(frame)? > 60).then_some(())))?;
    display.minimise(frame)?;
    until("it to be minimised", PATIENCE, || Ok(display.is_minimised(frame)?.then_some(())))?;
    display.bring_up(frame)?;
    until("it to have the focus", PATIENCE, || Ok(display.is_active(frame)?.then_some(())))?;
    window.close()?;
    Ok(())
}

#[test]
fn desks_do_not_see_each_other() -> Tried {
    let (one, other) = (Desk::fresh()?, Desk::fresh()?);
    let (first, second) = (one.open(blank())?, other.open(blank())?);
    first.script("document.body.textContent = 'first'")?;
    assert_eq!(second.page()?.trim(), "Blank");
    assert_eq!(one.display()?.windows()?.len(), 1);
    assert_ne!(one.home(), other.home());
    Ok(())
}

#[test]
fn a_program_runs_without_webdriver() -> Tried {
    let desk = Desk::fresh()?;
    let mut program = desk.start(blank(), &[])?;
    let display = desk.display()?;
    let frame = until("its window", PATIENCE, || display.window_of(program.process()))?;
    display.close(frame)?;
    program.wait_end(PATIENCE)?;
    let mut killed = desk.start(blank(), &[])?;
    killed.kill()?;
    assert!(!killed.is_running());
    Ok(())
}

#[test]
fn a_notification_is_shown_and_clicked() -> Tried {
    let mut desk = Desk::fresh()?;
    assert!(desk.notifications()?.is_empty());
    desk.start_notifications()?;
    let mut waiting = desk
        .command("dunstify")
        .args(["--appname=Test", "--action=default,Open", "It's time", "Whenever you both are ready"])
        .stdout(std::process::Stdio::piped())
        .spawn()?;
    let shown = desk.wait_for_notifications(1)?;
    let words: Vec<(&str, &str)> = shown.iter().map(|note| (&*note.summary, &*note.body)).collect();
    assert_eq!(words, [("It's time", "Whenever you both are ready")]);
    desk.click_notification()?;
    until("the click to arrive", Duration::from_secs(10), || Ok(waiting.try_wait().ok().flatten()))?;
    let said = waiting.wait_with_output()?.stdout;
    assert_eq!(String::from_utf8_lossy(&said).trim(), "default");
    Ok(())
}

/// Reads width and height from a PNG's header.
fn png_size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |from: usize| Some(u32::from_be_bytes(png.get(from..from + 4)?.try_into().ok()?));
    png.starts_with(b"\x89PNG").then_some(())?;
    Some((number(16)?, number(20)?))
}
