//! Keys on the keyboards that couples have: each as the display hands it to the window, by its place and with its letter.

use crate::program;
use both_heard_driver::{Desk, Outcome, Window, evening};

/// Keys by the number that their place has on every keyboard.
const B: &str = "56";
const R: &str = "27";
const TWO: &str = "11";
const BACK: &str = "113";
const SHIFT: &str = "50";
const THIRD_LEVEL: &str = "108";

/// A keyboard in the hands of one of them.
struct Hands<'a> {
    desk: &'a Desk,
    window: &'a Window,
}

impl Hands<'_> {
    fn tool(&self, tool: &str, arguments: &[&str]) {
        let done = self.desk.command(tool).args(arguments).status();
        assert!(done.is_ok_and(|status| status.success()), "{tool} {arguments:?}");
    }

    fn press(&self, held: Option<&str>, key: &str) {
        match held {
            Some(held) => self.tool("xdotool", &["keydown", held, "key", key, "keyup", held]),
            None => self.tool("xdotool", &["key", key]),
        }
    }

    fn at(&self, layout: &str, over: &str) -> Outcome<()> {
        evening::at(self.window, &format!("3:floor{over}")).inspect_err(|_| eprintln!("on the layout {layout}"))
    }
}

#[test]
fn a_key_is_found_by_its_place_and_by_its_letter() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let window = desk.open(program())?;
    evening::settle_in_at(&window, "3:floor")?;
    let hands = Hands { desk: &desk, window: &window };
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
        hands.tool("setxkbmap", &[layout]);
        hands.press(None, hard);
        hands.at(layout, "+block naming")?;
        hands.press(held, TWO);
        hands.at(layout, "+block saying")?;
        hands.press(None, BACK);
        hands.at(layout, "+block naming")?;
        hands.press(None, BACK);
        hands.at(layout, "")?;
    }
    for layout in ["de", "fr", "es", "us(intl)"] {
        hands.tool("setxkbmap", &[layout]);
        // Its third sign does nothing, so the next key finds the step as it was.
        hands.press(Some(THIRD_LEVEL), B);
        hands.press(None, R);
        hands.at(layout, "+repair")?;
        hands.press(None, BACK);
        hands.at(layout, "")?;
        // Where 2 would choose, one step back leads past it.
        hands.press(None, B);
        hands.at(layout, "+block naming")?;
        hands.press(Some(THIRD_LEVEL), TWO);
        hands.press(None, BACK);
        hands.at(layout, "")?;
    }
    hands.tool("setxkbmap", &["us"]);
    window.close()
}
