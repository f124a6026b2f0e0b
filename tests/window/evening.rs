//! A whole weekly check-in by keyboard alone, and what is left of it.

use crate::{assert_nowhere, at_home, at_place, files_with, pictures, program, store};
use both_heard_driver::evening::{self, Keep, WORDS};
use both_heard_driver::{Arrangement, Desk, Outcome, until_true};

const STILL: &str = "return matchMedia('(prefers-reduced-motion: reduce)').matches";

#[test]
fn a_whole_check_in_is_kept_found_under_past_and_written_as_text() -> Outcome<()> {
    let desk = Desk::arranged(&Arrangement { moves: true, ..Arrangement::default() })?;
    let window = desk.open(program())?;
    assert_eq!(window.script(STILL)?, false);
    let text = evening::play(&desk, &window, &mut pictures("evening")?)?;
    let page = window.page()?;
    for words in WORDS {
        assert!(page.contains(words), "{words} on the check-in's page: {page}");
        assert!(text.contains(words), "{words} in the text: {text}");
    }
    assert!(text.contains("Sam mostly felt heard.") && text.contains("Robin felt heard."), "{text}");
    window.close()
}

#[test]
fn the_evening_in_german_and_in_the_evening_light() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    desk.set_env("LANG", "de_AT.UTF-8");
    desk.set_env("LANGUAGE", "de");
    let folder = store(&desk).parent().unwrap().to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("settings.json"), r#"{ "theme": "evening", "language": "de" }"#).unwrap();
    let window = desk.open(program())?;
    assert_eq!(window.script(STILL)?, true, "the desktop is set to no motion");
    let text = evening::play(&desk, &window, &mut pictures("evening-german")?)?;
    assert!(text.contains("Robin fühlte sich gehört."), "{text}");
    assert_eq!(window.script("return document.documentElement.dataset.theme")?, "evening");
    window.close()
}

#[test]
fn keep_nothing_leaves_no_word_anywhere() -> Outcome<()> {
    for keep in [Keep::Nothing, Keep::OnlyThatWeMet] {
        let (desk, window) = at_home()?;
        evening::begin(&window)?;
        evening::check_in(&window, keep, None)?;
        window.press("Enter")?;
        window.wait_for("[data-screen=home]")?;
        let look = |when: &str| {
            for words in WORDS {
                assert_nowhere(&desk, words, &format!("{keep:?}, {when}"));
            }
        };
        look("with the window open");
        window.close()?;
        look("after the window was closed");
        // The search would find a word that is there.
        assert_eq!(files_with(desk.everything(), "Robin"), [store(&desk)], "{keep:?}");
    }
    Ok(())
}

/// Words that were kept are in the store and nowhere else: no log, no cache, no history.
#[test]
fn kept_words_are_in_the_store_and_nowhere_else() -> Outcome<()> {
    let (desk, window) = at_home()?;
    evening::begin(&window)?;
    evening::check_in(&window, Keep::All, None)?;
    window.press("Enter")?;
    evening::open_newest(&window)?;
    window.wait_for_text(WORDS[3])?;
    let (display, on_display) = window.on_display()?;
    assert_eq!(display.title(on_display)?, "Both Heard");
    for words in WORDS {
        assert_eq!(files_with(desk.everything(), words), [store(&desk)], "{words}");
    }
    evening::focus_and_press(&window, "[data-do=delete]")?;
    evening::focus_and_press(&window, "dialog [data-do=confirm]")?;
    window.wait_for("[data-screen=past]")?;
    for words in WORDS {
        assert_nowhere(&desk, words, "after it was deleted");
    }
    window.close()
}

/// The ring shows what the program's own clock says, also after the window was away.
#[test]
fn the_time_of_a_turn_runs_on_while_the_window_is_away() -> Outcome<()> {
    let (_desk, window) = at_place("3:floor")?;
    let spent = || -> Outcome<i64> {
        let js = "const done = arguments[arguments.length - 1]; \
                  window.__TAURI_INTERNALS__.invoke('check_in', {}).then((view) => done(view.turn.spent))";
        Ok(window.script_async(js, &[])?.as_i64().unwrap_or(-1))
    };
    let before = spent()?;
    let (display, on_display) = window.on_display()?;
    display.minimise(on_display)?;
    // Two seconds on the program's own clock, however long they take here.
    until_true("two seconds of the turn", || Ok(spent()? >= before + 2_000))?;
    display.bring_up(on_display)?;
    evening::at(&window, "3:floor")?;
    window.press("Space")?;
    window.wait_for("[data-overlay=paused]")?;
    let held = spent()?;
    assert!(held >= before + 2_000);
    assert_eq!(spent()?, held, "a pause holds it");
    window.close()
}
