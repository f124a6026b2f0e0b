//! What lies over a step, in the real window: a block and a break across a restart, not today, and no record.

use crate::{assert_nowhere, at_place, go_on, store, wait_for_words};
use both_heard_driver::{Desk, Outcome, Window, evening};
use std::fs;

const LEANS: &str = "4:line makes-sense first 0";

/// Starts again, and takes the offer to go on.
fn come_back(desk: &Desk, over: &str) -> Outcome<Window> {
    let window = go_on(desk)?;
    evening::at(&window, &format!("{LEANS}+{over}"))?;
    Ok(window)
}

#[test]
fn what_is_in_the_way_outlives_a_kill_and_is_nowhere_afterwards() -> Outcome<()> {
    let (desk, window) = at_place(LEANS)?;
    window.press("b")?;
    evening::at(&window, &format!("{LEANS}+block naming"))?;
    window.script("document.querySelector('#block').focus()")?;
    let words = "my father never asked twice";
    window.type_text(words)?;
    wait_for_words(&desk, words)?;
    window.kill()?;

    let window = come_back(&desk, "block naming")?;
    let typed = window.script("return document.querySelector('#block').value")?;
    assert_eq!(typed, words);
    window.press("Enter")?;
    evening::at(&window, &format!("{LEANS}+block saying"))?;
    window.wait_for_text(words)?;
    window.press("Enter")?;
    evening::at(&window, &format!("{LEANS}+block after"))?;
    // A break, agreed for twenty minutes, and the window closed meanwhile.
    window.press("3")?;
    evening::at(&window, &format!("{LEANS}+break"))?;
    window.press("1")?;
    evening::at(&window, &format!("{LEANS}+away"))?;
    // It was said: nothing holds it any more, also before the check-in ends.
    assert_nowhere(&desk, words, "while they are away");
    window.close()?;

    let window = come_back(&desk, "away")?;
    window.press("Enter")?;
    evening::at(&window, LEANS)?;
    evening::walk_between(&window, LEANS, "5:ask-heard first")?;
    window.press("1")?;
    evening::at(&window, "5:settled yes")?;
    evening::focus_and_press(&window, "[data-do=leave]")?;
    evening::focus_and_press(&window, "[data-screen=home] [data-do=end]")?;
    evening::focus_and_press(&window, "dialog [data-do=confirm]")?;
    window.wait_gone("[data-do=end]")?;
    assert_nowhere(&desk, words, "with the window open");
    window.close()?;
    assert_nowhere(&desk, words, "with the window closed");
    Ok(())
}

/// Plays an arrival where the keys are the two answers; gives all that is to be seen of it, on the screen and on disk.
fn not_today(first: &str, second: &str) -> Outcome<(String, Vec<(String, u64)>)> {
    let (desk, window) = at_place("0:here|ask-first")?;
    for (key, part) in
        [(first, "done-first"), ("Enter", "cover-second"), ("Enter", "ask-second"), (second, "done-second")]
    {
        window.press(key)?;
        evening::at(&window, &format!("0:here|{part}"))?;
    }
    window.press("Enter")?;
    window.wait_for("[data-do=time-1]")?;
    let page = window.page()?;
    window.press("1")?;
    window.wait_for("[data-screen=home]")?;
    let seen = format!("{page}\n{}", window.page()?);
    window.close()?;
    let mut files: Vec<_> = fs::read_dir(store(&desk).parent().unwrap())
        .into_iter()
        .flatten()
        .flatten()
        // The driver ends the program at once: a file may be half replaced.
        .filter(|entry| entry.path().extension().is_none_or(|ending| ending != "new"))
        .map(|entry| {
            (entry.file_name().to_string_lossy().into_owned(), entry.metadata().map_or(0, |about| about.len()))
        })
        .collect();
    files.sort();
    Ok((seen, files))
}

#[test]
fn not_today_shows_and_leaves_the_same_whoever_said_it() -> Outcome<()> {
    let one = not_today("2", "1")?;
    assert_eq!(one, not_today("1", "2")?);
    assert!(one.1.iter().any(|(name, size)| name == "both-heard.db" && *size > 0), "{:?}", one.1);
    Ok(())
}
