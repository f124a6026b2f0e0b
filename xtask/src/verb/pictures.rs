//! `pictures`: the README's pictures, from what the tests took.

use std::fs;

use crate::broken::Broken;
use crate::house;

/// The pictures the README shows: the name the tests give it, and the name in `docs/pictures/`.
const SHOWN: &[(&str, &str)] = &[("window/evening/08-speak.png", "turn.png")];

/// Copies each picture; one that the tests have not taken is an error.
pub fn perform(arguments: &[String]) -> Result<(), Broken> {
    super::nothing_more(arguments)?;
    let (from, to) = (house::at("target/pictures"), house::at("docs/pictures"));
    fs::create_dir_all(&to).map_err(Broken::file(&to))?;
    for (taken, shown) in SHOWN {
        let taken = from.join(taken);
        if !taken.exists() {
            return Err(Broken::Missing(format!(
                "{} is not there; `cargo xtask test window` takes it",
                taken.display()
            )));
        }
        fs::copy(&taken, to.join(shown)).map_err(Broken::file(&taken))?;
        println!("docs/pictures/{shown}");
    }
    Ok(())
}
