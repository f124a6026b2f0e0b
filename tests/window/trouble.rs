//! Bad days in the real window: the page says what happened, the file is as it was, and trying again works.

use crate::{at_home, pictures, program, store};
use both_heard_driver::{Desk, Outcome, evening};
use std::fs;

#[test]
fn a_store_that_cannot_be_used_is_told_and_left_as_it_was() -> Outcome<()> {
    let (desk, window) = at_home()?;
    window.close()?;
    let good = fs::read(store(&desk)).unwrap();
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&999u32.to_be_bytes());
    let mut pictures = pictures("trouble")?;
    for (kind, bytes) in [
        ("not-ours", b"this is a letter and no database".repeat(40)),
        ("damaged", good[..good.len() / 2].to_vec()),
        ("newer", newer),
    ] {
        fs::write(store(&desk), &bytes).unwrap();
        let window = desk.open(program())?;
        window.wait_for(&format!("[data-screen=trouble][data-trouble={kind}]"))?;
        window.wait_for_text(store(&desk).to_str().unwrap())?;
        pictures.take(&window, kind)?;
        assert_eq!(fs::read(store(&desk)).unwrap(), bytes, "{kind}");
        // They put the file back and try again, without leaving the window.
        fs::write(store(&desk), &good).unwrap();
        window.press("Enter")?;
        window.wait_for("[data-screen=home]")?;
        window.close()?;
    }
    Ok(())
}

#[test]
fn settings_of_garbage_are_told_and_the_program_works() -> Outcome<()> {
    let desk = Desk::fresh()?;
    let folder = store(&desk).parent().unwrap().to_owned();
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("settings.json"), "\0 garbage {").unwrap();
    let window = desk.open(program())?;
    window.wait_for_text(folder.join("settings.json").to_str().unwrap())?;
    evening::settle_in(&window)?;
    assert_eq!(fs::read_to_string(folder.join("settings.json")).unwrap(), "\0 garbage {");
    window.close()
}
