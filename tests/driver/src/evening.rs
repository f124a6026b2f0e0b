//! Plays an evening of the two people the tests and the demonstration know, Sam and Robin, by keyboard alone.

use std::path::PathBuf;
use std::{fs, io};

use crate::{Desk, DriveError, Outcome, Pictures, Window};

/// One moment of the check-in: where the screen stands, and what the two of them do there.
struct Moment {
    /// The place as the screen names it: `4:line say-back first 0`; a part of it after a bar, what lies over it after a
    /// plus.
    at: &'static str,
    /// What its picture is called; none where the screen was pictured before.
    picture: Option<&'static str>,
    /// What is typed into the step's field first.
    words: Option<&'static str>,
    /// The key that leads on.
    key: &'static str,
}

const fn moment(at: &'static str, picture: Option<&'static str>, key: &'static str) -> Moment {
    Moment { at, picture, words: None, key }
}

const fn written(at: &'static str, picture: Option<&'static str>, words: &'static str) -> Moment {
    Moment { at, picture, words: Some(words), key: "Enter" }
}

/// Every word typed in the evening.
pub const WORDS: [&str; 6] = [
    "You made soup when I came home late.",
    "You asked how the talk went, and then you waited.",
    "being the one who always plans",
    "the phone call with mother",
    "A good evening, even so.",
    "a walk on Friday, whatever the weather",
];

/// The weekly check-in with one *not quite*, one *more*, one *not yet*, one yes to a request, and, where it is hard,
/// something in the way; up to the choice of what to keep.
const WEEKLY: &[Moment] = &[
    moment("0:breath", Some("arrive"), "Enter"),
    moment("0:here|cover-first", Some("cover"), "Enter"),
    moment("0:here|ask-first", Some("here"), "1"),
    moment("0:here|done-first", Some("answered"), "Enter"),
    moment("0:here|cover-second", None, "Enter"),
    moment("0:here|ask-second", None, "1"),
    moment("0:here|done-second", None, "Enter"),
    written("1:floor", Some("appreciate"), WORDS[0]),
    written("2:floor", None, WORDS[1]),
    written("3:floor", Some("speak"), WORDS[2]),
    moment("4:line say-back first 0", Some("say-back"), "Enter"),
    moment("4:line did-i-get-it first 0", Some("did-i-get-it"), "2"),
    moment("4:line say-back one-more 0", Some("one-more-try"), "Enter"),
    moment("4:line did-i-get-it one-more 0", None, "1"),
    moment("4:line makes-sense first 0", Some("makes-sense"), "b"),
    moment("4:line makes-sense first 0+block naming", Some("naming"), "2"),
    moment("4:line makes-sense first 0+block saying", Some("saying"), "Enter"),
    moment("4:line makes-sense first 0+block after", Some("after-a-block"), "1"),
    moment("4:line makes-sense first 0", None, "r"),
    moment("4:line makes-sense first 0+repair", Some("repair"), "Enter"),
    moment("4:line makes-sense first 0", None, "Space"),
    moment("4:line makes-sense first 0+paused", Some("paused"), "Space"),
    moment("4:line makes-sense first 0", None, "Enter"),
    moment("4:line might-feel first 0", Some("might-feel"), "Enter"),
    moment("4:line is-there-more first 0", Some("is-there-more"), "1"),
    moment("4:line the-rest first 1", Some("the-rest"), "Enter"),
    moment("4:line say-back first 1", None, "Enter"),
    moment("4:line did-i-get-it first 1", None, "1"),
    moment("4:line is-there-more first 1", None, "2"),
    moment("5:ask-heard first", Some("felt-heard"), "3"),
    moment("5:missed", Some("missed"), "Enter"),
    moment("5:try-again", Some("try-again"), "Enter"),
    moment("5:ask-heard one-more", Some("felt-heard-again"), "2"),
    moment("5:settled mostly", Some("settled"), "Enter"),
    moment("6:breath", Some("swap"), "Enter"),
    written("7:floor", Some("swapped"), WORDS[3]),
    moment("8:line say-back first 0", None, "Enter"),
    moment("8:line did-i-get-it first 0", None, "1"),
    moment("8:line makes-sense first 0", None, "Enter"),
    moment("8:line might-feel first 0", None, "Enter"),
    moment("8:line is-there-more first 0", None, "2"),
    moment("9:ask-heard first", None, "1"),
    moment("9:settled yes", None, "Enter"),
    written("10:request", Some("request"), WORDS[5]),
    moment("10:reply", Some("reply"), "1"),
    moment("10:agreed", Some("agreed"), "Enter"),
    moment("11:request", None, "n"),
    moment("12:thanks", Some("thanks"), "Enter"),
    moment("12:next", Some("next"), "Enter"),
];

/// What the two of them let the laptop remember.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Everything.
    All,
    /// That they met.
    OnlyThatWeMet,
    /// No trace.
    Nothing,
}

impl Keep {
    const fn key(self) -> &'static str {
        match self {
            Self::All => "1",
            Self::OnlyThatWeMet => "2",
            Self::Nothing => "3",
        }
    }
}

/// Plays a whole check-in by keyboard from a first start, with a picture of every screen, and gives what was kept as
/// Markdown.
pub fn play(desk: &Desk, window: &Window, pictures: &mut Pictures) -> Outcome<String> {
    window.wait_for("[data-screen=welcome]")?;
    pictures.take(window, "welcome")?;
    settle_in(window)?;
    pictures.take(window, "home")?;
    begin(window)?;
    check_in(window, Keep::All, Some(pictures))?;
    window.press("Enter")?;
    window.wait_for("[data-screen=home]")?;
    pictures.take(window, "home-again")?;
    for (index, screen) in ["past", "cards", "settings", "safety"].into_iter().enumerate() {
        to_page(window, index + 1, screen)?;
        pictures.take(window, screen)?;
    }
    open_newest(window)?;
    pictures.take(window, "record")?;
    focus_and_press(window, "[data-do=save]")?;
    crate::until("the check-in as text", crate::PATIENCE, || saved_text(desk))
}

/// Goes through the welcome as Sam and Robin, and leaves the program on Home.
pub fn settle_in(window: &Window) -> Outcome<()> {
    window.wait_for("[data-screen=welcome]")?;
    // The first field has the focus: a name, past the button that swaps the sides, the other name, Enter.
    window.wait_until("the focus on the first name", "return document.activeElement?.matches('input')")?;
    window.type_text("Sam")?;
    window.press("Tab")?;
    window.press("Tab")?;
    window.type_text("Robin")?;
    window.press("Enter")?;
    window.wait_for("[data-screen=home]").map(drop)
}

/// Begins a check-in from Home with its one key.
pub fn begin(window: &Window) -> Outcome<()> {
    window.wait_for("[data-screen=home]")?;
    window.press("Enter")?;
    window.wait_for("[data-screen=checkin]").map(drop)
}

/// Walks the check-in from its first step to its end, and keeps as asked.
pub fn check_in(window: &Window, keep: Keep, mut pictures: Option<&mut Pictures>) -> Outcome<()> {
    walk(window, WEEKLY, None, &mut pictures)?;
    at(window, "12:keep")?;
    write(window, WORDS[4])?;
    if let Some(pictures) = pictures.as_mut() {
        pictures.take(window, "keep")?;
    }
    // A number only comes to the answer; Enter chooses it, for it cannot be taken back.
    window.press(keep.key())?;
    let focused = "return document.activeElement?.dataset.do?.startsWith('keep-')";
    window.wait_until("the focus on the answer", focused)?;
    window.press("Enter")?;
    window.wait_until(
        "the end",
        "return document.querySelector('[data-place]')?.dataset.place.startsWith('ended:closed')",
    )?;
    match pictures {
        Some(pictures) => pictures.take(window, "closed"),
        None => Ok(()),
    }
}

/// Walks the check-in from its first step up to a place, such as `3:floor`.
pub fn walk_to(window: &Window, place: &str) -> Outcome<()> {
    walk(window, WEEKLY, Some(place), &mut None)?;
    at(window, place)
}

/// Walks the check-in from one place to a later one.
pub fn walk_between(window: &Window, from: &str, to: &str) -> Outcome<()> {
    let begins = WEEKLY.iter().position(|moment| moment.at == from).unwrap_or_default();
    walk(window, &WEEKLY[begins..], Some(to), &mut None)?;
    at(window, to)
}

fn walk(window: &Window, way: &[Moment], to: Option<&str>, pictures: &mut Option<&mut Pictures>) -> Outcome<()> {
    for moment in way.iter().take_while(|moment| Some(moment.at) != to) {
        at(window, moment.at)?;
        if let (Some(pictures), Some(name)) = (pictures.as_mut(), moment.picture) {
            pictures.take(window, name)?;
        }
        if let Some(words) = moment.words {
            write(window, words)?;
        }
        window.press(moment.key)?;
    }
    Ok(())
}

/// Waits until the screen shows a place, painted.
pub fn at(window: &Window, place: &str) -> Outcome<()> {
    let (place, over) = place.split_once('+').unwrap_or((place, ""));
    let (place, part) = place.split_once('|').unwrap_or((place, ""));
    let look = format!(
        "const at = document.querySelector('[data-place]'); \
         return at?.dataset.place === {place:?} && (at.dataset.part ?? '') === {part:?} \
           && (at.dataset.overlay ?? '') === {over:?}"
    );
    window.wait_until(&format!("the place {place} {part} {over}"), &look).map(drop)
}

/// Opens the step's field, types, and is done with it.
pub fn write(window: &Window, words: &str) -> Outcome<()> {
    open_field(window)?;
    window.type_text(words)?;
    window.press("Enter")?;
    window.wait_gone("[data-screen=checkin] :is(input, textarea)")
}

/// Opens the step's field.
pub fn open_field(window: &Window) -> Outcome<()> {
    window.press("w")?;
    let focused = "return document.activeElement?.matches('[data-screen=checkin] :is(input, textarea)')";
    window.wait_until("the focus in the field", focused).map(drop)
}

/// Goes to a page of the rail by keyboard; `at` counts from Home, which is 0.
pub fn to_page(window: &Window, index: usize, screen: &str) -> Outcome<()> {
    window.wait_for("nav")?;
    window.script(&format!("document.querySelectorAll('nav :is(a, button)')[{index}].focus()"))?;
    window.press("Enter")?;
    window.wait_for(&format!("[data-screen={screen}]")).map(drop)
}

/// Opens the newest kept check-in from any page with a rail.
pub fn open_newest(window: &Window) -> Outcome<()> {
    to_page(window, 1, "past")?;
    focus_and_press(window, "[data-do=open]")?;
    window.wait_for("[data-screen=record]").map(drop)
}

/// Presses Enter on a button, as one does who came to it by Tab.
pub fn focus_and_press(window: &Window, css: &str) -> Outcome<()> {
    window.wait_for(css)?;
    window.script(&format!("document.querySelector({css:?}).focus()"))?;
    window.press("Enter")
}

/// Finds the one text in the documents folder, once it is written.
fn saved_text(desk: &Desk) -> Outcome<Option<String>> {
    let read = || -> io::Result<Option<String>> {
        let found = fs::read_dir(desk.documents())?.filter_map(Result::ok).map(|entry| entry.path());
        let text: Option<PathBuf> = found.into_iter().find(|path| path.extension().is_some_and(|end| end == "md"));
        // It is there before its words are.
        Ok(text.map(fs::read_to_string).transpose()?.filter(|text| !text.is_empty()))
    };
    read().map_err(DriveError::io(format!("reading {}", desk.documents().display())))
}
