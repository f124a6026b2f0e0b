//! Keys on the keyboards that couples have: each as the display hands it to the window, by its place and with its letter.

use crate::at_place;
use both_heard_driver::{Outcome, evening};

/// Keys by the number that their place has on every keyboard.
const B: &str = "56";
const R: &str = "27";
const TWO: &str = "11";
const BACK: &str = "113";
const SHIFT: &str = "50";
const THIRD_LEVEL: &str = "108";

#[test]
fn a_key_is_found_by_its_place_and_by_its_letter() -> Outcome<()> {
    let (desk, window) = at_place("3:floor")?;
    let lay = |layout: &str| assert!(desk.command("setxkbmap").arg(layout).status().unwrap().success(), "{layout}");
    let press = |held: Option<&str>, key: &str| match held {
        Some(held) => desk.hands(&["keydown", held, "key", key, "keyup", held]),
        None => desk.hands(&["key", key]),
    };
    let at = |layout: &str, over: &str| {
        evening::at(&window, &format!("3:floor{over}")).inspect_err(|_| eprintln!("on the layout {layout}"))
    };
    // The layout, the key of B, and what is held for a digit.
    let keyboards = [
        ("us", B, None),
        ("ru", B, None),
        ("gr", B, None),
        ("ara", B, None),
        ("il", B, None),
        ("fr", B, None),
        ("fr", B, Some(SHIFT)),
        ("cz", B, None),
        ("cz", B, Some(SHIFT)),
        // N's place.
        ("us(dvorak)", "57", None),
    ];
    for (layout, hard, held) in keyboards {
        lay(layout);
        press(None, hard)?;
        at(layout, "+block naming")?;
        press(held, TWO)?;
        at(layout, "+block saying")?;
        press(None, BACK)?;
        at(layout, "+block naming")?;
        press(None, BACK)?;
        at(layout, "")?;
    }
    for layout in ["de", "fr", "es", "us(intl)"] {
        lay(layout);
        // Its third sign does nothing, so the next key finds the step as it was.
        press(Some(THIRD_LEVEL), B)?;
        press(None, R)?;
        at(layout, "+repair")?;
        press(None, BACK)?;
        at(layout, "")?;
        // Where 2 would choose, one step back leads past it.
        press(None, B)?;
        at(layout, "+block naming")?;
        press(Some(THIRD_LEVEL), TWO)?;
        press(None, BACK)?;
        at(layout, "")?;
    }
    lay("us");
    window.close()
}
