//! Linux takes any bytes as a name: a home of such a name is a home like any other.

use crate::{program, written};
use both_heard_driver::{Desk, Outcome, evening};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

const CAFE: &[u8] = b"caf\xe9";

#[test]
fn a_home_of_any_bytes_is_a_home() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let data = desk.home().join(OsStr::from_bytes(CAFE));
    fs::create_dir(&data).unwrap();
    desk.set_env("XDG_DATA_HOME", &data);
    let window = desk.open(program())?;
    evening::settle_in(&window)?;
    assert!(data.join("org.bothheard.BothHeard/both-heard.db").exists());
    window.close()?;
    let window = desk.open(program())?;
    window.wait_for("[data-screen=home]")?;
    window.close()
}

#[test]
fn a_cache_of_any_bytes_leads_to_no_other_folder() -> Outcome<()> {
    let mut desk = Desk::fresh()?;
    let cache = desk.home().join(OsStr::from_bytes(CAFE));
    fs::create_dir(&cache).unwrap();
    desk.set_env("XDG_CACHE_HOME", &cache);
    let shown = desk.start(program(), &[])?;
    written(&desk, shown.process())?;
    shown.kill()?;
    let beside = fs::read_dir(desk.home()).unwrap().map(|entry| entry.unwrap().file_name());
    let beside: Vec<_> = beside.filter(|name| name.as_bytes().starts_with(b"caf")).collect();
    assert_eq!(beside, [OsStr::from_bytes(CAFE)]);
    Ok(())
}
