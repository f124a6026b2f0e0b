//! Small screens and large letters: the window fits on the screen, each button is in reach and each sentence in sight; and
//! the window opens where it was, or where it can be seen.

use crate::{at_home, pictures, program, store};
use both_heard_driver::{Arrangement, Desk, Outcome, Window, evening, until_true};
use std::fs;

/// Names what cannot be reached: buttons, links and fields that neither stand in the window nor in a part of it that
/// scrolls; and on the stage the sentence and the way on, which must stand there without scrolling.
const OUT_OF_REACH: &str = "
    const within = (box) => box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
    const scrolls = (part) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowY);
    const reached = (part) => {
        const box = part.getBoundingClientRect();
        if (within(box) || box.width === 0) return true;
        const holder = part.closest('main, nav, dialog, .day') && [...ancestors(part)].find(scrolls);
        return holder !== undefined && within(holder.getBoundingClientRect());
    };
    function* ancestors(part) { for (let up = part.parentElement; up; up = up.parentElement) yield up; }
    const seen = [...document.querySelectorAll('button, a, input, textarea, select')].filter((part) => part.checkVisibility());
    const lost = seen.filter((part) => !reached(part)).map((part) => part.textContent.trim() || part.id || part.tagName);
    const stage = [...document.querySelectorAll('[data-screen=checkin] :is(h1, [data-do=go-on], [data-do=next])')];
    const cut = (part) => {
        const [box, holder] = [part, part.closest('main') ?? document.body].map((one) => one.getBoundingClientRect());
        return !within(box) || box.bottom > holder.bottom + 1 || box.top < holder.top - 1;
    };
    return [...lost, ...stage.filter((part) => part.checkVisibility() && cut(part))
        .map((part) => 'out of sight: ' + part.textContent.trim())];";

/// The desktops that were too small: width, height, and what is set to 2 there.
const DESKTOPS: [(u16, u16, Option<&str>); 3] =
    [(1024, 600, None), (1366, 768, Some("GDK_DPI_SCALE")), (1920, 1080, Some("GDK_SCALE"))];

fn check(window: &Window, (width, height): (u16, u16), place: &str) -> Outcome<()> {
    window.wait_still()?;
    let lost = window.script(OUT_OF_REACH)?;
    assert_eq!(lost, serde_json::json!([]), "{width}×{height}, {place}");
    let (display, on) = window.on_display()?;
    let [left, top, wide, high] = display.place(on)?;
    let fits = left >= 0 && top >= 0 && left + wide <= i32::from(width) && top + high <= i32::from(height);
    assert!(fits, "{width}×{height}, {place}: {left} {top} {wide} {high}");
    Ok(())
}

#[test]
fn every_button_is_in_reach_and_every_sentence_in_sight() -> Outcome<()> {
    for (width, height, larger) in DESKTOPS {
        let size = (width, height);
        let mut desk = Desk::arranged(&Arrangement { size, ..Arrangement::default() })?;
        if let Some(twice) = larger {
            desk.set_env(twice, "2");
        }
        let mut pictures = pictures(&format!("small-{width}"))?;
        let window = desk.open(program())?;
        let mut look = |place: &str| {
            pictures.take(&window, &place.replace([':', ' ', '|'], "-"))?;
            check(&window, size, place)
        };
        window.wait_for("[data-screen=welcome]")?;
        look("welcome")?;
        evening::settle_in(&window)?;
        look("home")?;
        evening::begin(&window)?;
        let mut from = "0:breath";
        look(from)?;
        let places = [
            "0:here|ask-first", "1:floor", "3:floor", "4:line say-back first 0", "4:line did-i-get-it first 0",
            "4:line is-there-more first 0", "5:ask-heard first", "6:breath", "10:request", "12:next",
        ];
        for place in places {
            evening::walk_between(&window, from, place)?;
            look(place)?;
            from = place;
        }
        window.press("Space")?;
        window.wait_for("[data-overlay=paused]")?;
        look("paused")?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn the_window_opens_where_it_was_or_where_it_can_be_seen() -> Outcome<()> {
    let (desk, window) = at_home()?;
    let (display, on) = window.on_display()?;
    display.move_to(on, [200, 100, 800, 600])?;
    until_true("the window to be moved", || Ok(display.place(on)?[2..] == [800, 600]))?;
    let was = display.place(on)?;
    window.wait_until("the page to follow", "return innerWidth === 800 && innerHeight === 600")?;
    window.close()?;
    let file = store(&desk).with_file_name("window.json");
    for (kept, expect) in [
        (None, Some(was)),
        (Some(r#"{"x":5000,"y":40,"width":800,"height":600,"maximised":false}"#), None),
        (Some("no place"), None),
    ] {
        if let Some(kept) = kept {
            fs::write(&file, kept).unwrap();
        }
        let window = desk.open(program())?;
        window.wait_for("[data-screen=home]")?;
        let (display, on) = window.on_display()?;
        let is = display.place(on)?;
        let seen = is[0] >= 0 && is[1] >= 0 && is[0] + is[2] <= 1280 && is[1] + is[3] <= 900;
        assert!(seen, "{is:?}");
        assert!(expect.is_none_or(|expect| is == expect), "{is:?} and not {expect:?}");
        window.close()?;
    }
    Ok(())
}
