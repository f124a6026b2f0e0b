//! Another kind of check-in in the real window: one of their own, and one without a record.

use crate::{assert_nowhere, at_home, files_with, go_on, store, wait_for_words};
use both_heard_driver::{Outcome, Window, evening};

/// Picks a format on the page before a check-in.
fn pick(window: &Window, format: &str) -> Outcome<()> {
    evening::focus_and_press(window, "[data-do=change]")?;
    window.wait_for("[data-screen=before]")?;
    window.wait_for(&format!("[data-do=pick-{format}]"))?;
    window.script(&format!("document.querySelector('[data-do=pick-{format}]').click()"))?;
    Ok(())
}

#[test]
fn a_format_of_their_own_is_made_used_and_named_afterwards() -> Outcome<()> {
    let (desk, window) = at_home()?;
    pick(&window, "thanks")?;
    evening::focus_and_press(&window, "[data-do=make-own]")?;
    window.wait_for("[data-screen=format] #format-name")?;
    window.script("const name = document.querySelector('#format-name'); name.focus(); name.select()")?;
    window.type_text("Our Sunday thanks")?;
    // The second step goes: one appreciates, and that is all.
    window.script("document.querySelectorAll('[data-do=remove]')[2].focus()")?;
    window.press("Enter")?;
    wait_for_words(&desk, "Our Sunday thanks")?;
    evening::focus_and_press(&window, "[data-do=to-before]")?;
    window.wait_for_text("Our Sunday thanks")?;
    evening::focus_and_press(&window, "[data-do=begin]")?;
    evening::walk_to(&window, "1:floor")?;
    for place in ["2:thanks", "2:next", "2:keep"] {
        window.press("Enter")?;
        evening::at(&window, place)?;
    }
    window.press("1")?;
    window.press("Enter")?;
    evening::at(&window, "ended:closed:all")?;
    window.press("Enter")?;
    window.wait_for("[data-screen=home]")?;
    // Home offers it again; its page says what it was.
    window.wait_for_text("Our Sunday thanks")?;
    evening::open_newest(&window)?;
    window.wait_for_text("Our Sunday thanks")?;
    window.close()
}

#[test]
fn without_a_record_no_word_is_left_anywhere() -> Outcome<()> {
    let (desk, mut window) = at_home()?;
    let words = "a lamp left on in the hallway";
    for crash in [false, true] {
        pick(&window, "thanks")?;
        window.script("document.querySelector('#unkept').click()")?;
        evening::focus_and_press(&window, "[data-do=begin]")?;
        evening::walk_to(&window, "1:floor")?;
        evening::write(&window, words)?;
        wait_for_words(&desk, words)?;
        if crash {
            window.kill()?;
            window = go_on(&desk)?;
            evening::at(&window, "1:floor+paused")?;
            window.wait_for_text(words)?;
            window.press("Enter")?;
            evening::at(&window, "1:floor")?;
        }
        for place in ["1:floor", "2:floor", "3:thanks", "3:next"] {
            evening::at(&window, place)?;
            window.press("Enter")?;
        }
        // Nothing is asked: there is nothing to choose.
        evening::at(&window, "ended:closed:nothing")?;
        assert_nowhere(&desk, words, &format!("with the window open, crash: {crash}"));
        window.press("Enter")?;
        window.wait_for("[data-screen=home]")?;
    }
    window.close()?;
    assert_nowhere(&desk, words, "with the window closed");
    assert_eq!(files_with(desk.everything(), "Robin"), [store(&desk)]);
    Ok(())
}
