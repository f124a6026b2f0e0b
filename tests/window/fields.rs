//! kill -9, a page that dies and a closed window, with words in a field: they are there again, and nowhere once kept.

use crate::{ask_store, at_home, files_with, program, wait_for_words};
use both_heard_driver::{Desk, Outcome, Window, evening, until_true};

/// How the window goes, over the head of whoever types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Killed,
    /// The page alone; another comes in its place, and then all of it is killed, as WebDriver lets go of a page that died.
    PageDied,
    Closed,
}

/// A field: the way to it from Home, or from the welcome, and the way back to it.
struct Field {
    name: &'static str,
    css: &'static str,
    led: fn(&Window) -> Outcome<()>,
    again: fn(&Window) -> Outcome<()>,
    text: &'static str,
}

fn click(window: &Window, hooks: &[&str]) -> Outcome<()> {
    hooks.iter().try_for_each(|hook| evening::focus_and_press(window, &format!("[data-do={hook}]")))
}

const STAY: fn(&Window) -> Outcome<()> = |_| Ok(());
const TO_CARDS: fn(&Window) -> Outcome<()> = |window| click(window, &["to-cards"]);
const TO_SETTINGS: fn(&Window) -> Outcome<()> = |window| click(window, &["to-settings"]);
const TO_MOVE: fn(&Window) -> Outcome<()> = |window| click(window, &["move"]);

const WELCOME: Field = Field { name: "a name", css: "#name-one", led: STAY, again: STAY, text: "Zoë" };
const FIELDS: [Field; 6] = [
    Field {
        name: "a new card",
        css: "#own-words",
        led: |window| click(window, &["to-cards", "deck-us", "write"]),
        again: TO_CARDS,
        text: "canary of a card",
    },
    Field {
        name: "a card in other words",
        css: "#own-words",
        led: |window| click(window, &["to-cards", "deck-joy", "card", "edit"]),
        // The other card waits still, and is come to first.
        again: |window| click(window, &["to-cards", "deck-joy", "card"]),
        text: "canary of another",
    },
    Field { name: "a name in use", css: "#name-two", led: TO_SETTINGS, again: TO_SETTINGS, text: "Robin canary" },
    Field {
        name: "a rest",
        css: "#rest-from",
        led: |window| click(window, &["to-settings", "add-rest"]),
        again: TO_SETTINGS,
        text: "21 canary",
    },
    Field { name: "another time", css: "#next-time", led: TO_MOVE, again: TO_MOVE, text: "20 canary" },
    Field {
        name: "a format's name",
        css: "#format-name",
        led: |window| click(window, &["change", "make-own"]),
        again: |window| {
            click(window, &["change"])?;
            // The names of their own begin with the time they were made, far from the end of the numbers.
            window.wait_for("[data-do^=pick-0]")?;
            window.script("document.querySelector('[data-do^=pick-0]').click()")?;
            click(window, &["edit"])
        },
        text: "a canary of a name that is far too long for any list",
    },
];

/// Types into a field, waits until the words are in the file, lets the window go and comes back to the field.
fn try_field(desk: &Desk, window: Window, field: &Field, end: End) -> Outcome<Window> {
    (field.led)(&window)?;
    window.wait_for(field.css)?;
    window.script(&format!("const field = document.querySelector('{}'); field.focus(); field.select()", field.css))?;
    window.type_text(field.text)?;
    if end == End::Closed {
        window.close()?;
    } else {
        wait_for_words(desk, field.text)?;
        if end == End::PageDied {
            window.process().kill_page()?;
            window.process().page_is_there()?;
        }
        window.kill()?;
    }
    let window = desk.open(program())?;
    window.wait_for("[data-screen=home], [data-screen=welcome]")?;
    (field.again)(&window)?;
    window.wait_for(field.css)?;
    let typed = window.script(&format!("return document.querySelector('{}').value", field.css))?;
    assert_eq!(typed, field.text, "{}, {end:?}", field.name);
    Ok(window)
}

#[test]
fn a_name_at_the_welcome_outlives_a_kill_and_a_page_that_dies() -> Outcome<()> {
    for end in [End::Killed, End::PageDied] {
        let desk = Desk::fresh()?;
        let window = desk.open(program())?;
        window.wait_for("[data-screen=welcome]")?;
        try_field(&desk, window, &WELCOME, end)?.kill()?;
    }
    Ok(())
}

#[test]
fn words_in_any_field_outlive_a_kill() -> Outcome<()> {
    let (desk, mut window) = at_home()?;
    for field in &FIELDS {
        window = try_field(&desk, window, field, End::Killed)?;
        window.kill()?;
        window = desk.open(program())?;
        window.wait_for("[data-screen=home]")?;
    }
    window.close()
}

#[test]
fn words_for_a_card_outlive_a_page_that_dies_and_a_closed_window_and_are_nowhere_once_given_up() -> Outcome<()> {
    let (desk, window) = at_home()?;
    let [card, ..] = &FIELDS;
    let window = try_field(&desk, window, card, End::PageDied)?;
    // What is typed in the middle stays there, letter after letter.
    ["ArrowLeft", "ArrowLeft", "1", "2"].iter().try_for_each(|key| window.press(key))?;
    let typed = window.script("return document.querySelector('#own-words').value")?;
    assert_eq!(typed, "canary of a ca12rd");
    click(&window, &["not-now"])?;
    until_true("the words to be nowhere", || Ok(files_with(desk.everything(), card.text).is_empty()))?;
    click(&window, &["to-home"])?;
    let window = try_field(&desk, window, card, End::Closed)?;
    // Kept, it is a card, and given up as that, it is nowhere.
    window.press("Enter")?;
    window.wait_for_text(card.text)?;
    until_true("the words to be remembered no more", || {
        Ok(ask_store(&desk, |tx| tx.typed().all()).is_some_and(|typed| typed.is_empty()))
    })?;
    window.close()
}
