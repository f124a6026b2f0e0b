//! kill -9 and a closed window: the same step, the same words, paused.

use crate::{at_home, go_on, wait_for_words, writing};
use both_heard_driver::{Desk, Outcome, Window, evening};

/// Starts again after a crash, and takes the offer to go on. Home makes it without showing a word of the check-in.
fn come_back(desk: &Desk) -> Outcome<Window> {
    let window = go_on(desk)?;
    window.wait_for("[data-overlay=paused]")?;
    Ok(window)
}

#[test]
fn killed_in_the_middle_of_a_turn_and_while_typing_it_comes_back() -> Outcome<()> {
    let words = "the plans for spring — and 李さん’s visit";
    let (desk, window) = writing("3:floor", words)?;
    wait_for_words(&desk, words)?;
    window.kill()?;

    let window = come_back(&desk)?;
    evening::at(&window, "3:floor+paused")?;
    window.wait_for_text(words)?;
    window.press("Enter")?;
    window.wait_gone("[data-overlay=paused]")?;
    evening::at(&window, "3:floor")?;
    evening::open_field(&window)?;
    let typed = window.script("return document.querySelector('[data-screen=checkin] :is(input, textarea)').value")?;
    assert_eq!(typed, words);
    window.close()
}

#[test]
fn killed_at_any_point_it_comes_back_to_the_same_place() -> Outcome<()> {
    let places = [
        "0:here|cover-first", "2:floor", "4:line did-i-get-it first 0", "4:line say-back one-more 0",
        "4:line the-rest first 1", "5:missed", "5:ask-heard one-more", "6:breath", "12:next",
    ];
    let (desk, mut window) = at_home()?;
    evening::begin(&window)?;
    let mut from = "0:breath";
    for place in places {
        evening::walk_between(&window, from, place)?;
        window.kill()?;
        window = come_back(&desk)?;
        window.press("Enter")?;
        window.wait_gone("[data-overlay=paused]")?;
        evening::at(&window, place)?;
        from = place;
    }
    window.close()
}

/// A window closed in the middle of a word loses nothing of it.
#[test]
fn a_closed_window_keeps_the_last_words() -> Outcome<()> {
    let words = "typed just before the window was closed";
    let (desk, window) = writing("1:floor", words)?;
    window.close()?;
    let window = come_back(&desk)?;
    window.wait_for_text(words)?;
    // They need not go on now: Home offers it, and so does the next start.
    evening::focus_and_press(&window, "[data-do=leave]")?;
    window.wait_for("[data-screen=home]")?;
    window.close()
}
