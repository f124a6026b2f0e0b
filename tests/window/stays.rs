//! The window is only ever the program: whatever is dropped, clicked, pressed or asked for, it stays on its page, with the
//! words in it, and goes nowhere.

use crate::writing;
use both_heard_driver::{Desk, Dropped, Outcome, Window};
use std::io::ErrorKind;
use std::net::TcpListener;

const WORDS: &str = "half a sen";

/// Somewhere else: a server on the loopback that anyone may knock at.
struct Elsewhere(TcpListener);

impl Elsewhere {
    fn open() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        Self(listener)
    }

    fn address(&self) -> String {
        format!("http://{}/", self.0.local_addr().unwrap())
    }

    fn was_visited(&self) -> bool {
        match self.0.accept() {
            Ok(_) => true,
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::WouldBlock);
                false
            }
        }
    }
}

/// Begins to write in a turn, and marks the page.
fn begin() -> Outcome<(Desk, Window, Elsewhere)> {
    let (desk, window) = writing("3:floor", WORDS)?;
    window.script("window.mark = 'the same page'")?;
    Ok((desk, window, Elsewhere::open()))
}

/// Looks whether the page is the one it was, with the words in its field.
fn stayed(window: &Window, elsewhere: &Elsewhere, after: &str) -> Outcome<()> {
    window.wait_painted()?;
    let mark =
        window.script("return [window.mark, document.querySelector('[data-screen=checkin] textarea')?.value]")?;
    assert_eq!(mark, serde_json::json!(["the same page", WORDS]), "after {after}");
    assert!(!elsewhere.was_visited(), "after {after}");
    let windows = window.display()?.windows()?;
    assert_eq!(windows.len(), 1, "after {after}");
    Ok(())
}

#[test]
fn no_script_and_no_link_leads_away() -> Outcome<()> {
    let (_desk, window, elsewhere) = begin()?;
    for js in [
        "location.href = URL",
        "location.reload()",
        "location.assign('/index.html')",
        "history.back(); history.go(-1); history.go(0)",
        "window.open(URL)",
        "window.open(URL, '_top')",
        "window.open('about:blank')",
        "location.href = 'data:text/html,away'",
        "location.href = 'about:blank'",
        "location.href = 'file:///etc/hostname'",
        "const a = document.createElement('a'); a.href = URL; document.body.append(a); a.click(); a.remove()",
        "const a = document.createElement('a'); a.href = URL; a.target = '_blank'; document.body.append(a); a.click(); a.remove()",
        "const a = document.createElement('a'); a.href = URL; a.download = 'x'; document.body.append(a); a.click(); a.remove()",
        "const f = document.createElement('form'); f.action = URL; document.body.append(f); f.submit(); f.remove()",
        "const f = document.createElement('iframe'); f.src = URL; document.body.append(f); f.remove()",
        "const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + URL; document.head.append(m)",
        "fetch(URL).catch(() => {}); new Image().src = URL; navigator.sendBeacon?.(URL)",
    ] {
        let js = js.replace("URL", &format!("'{}'", elsewhere.address()));
        window.script(&js)?;
        stayed(&window, &elsewhere, &js)?;
    }
    window.close()
}

#[test]
fn no_key_and_no_button_of_the_mouse_leads_away() -> Outcome<()> {
    let (desk, window, elsewhere) = begin()?;
    let (display, on) = window.on_display()?;
    display.bring_up(on)?;
    let link = "const a = document.createElement('a'); a.id = 'away'; a.href = arguments[0]; a.textContent = 'away'; \
                a.style = 'position: fixed; inset: 0 auto auto 0; width: 200px; height: 100px'; document.body.append(a)";
    window.script_with(link, &[serde_json::json!(elsewhere.address())])?;
    window.wait_painted()?;
    for keys in
        ["F5", "ctrl+r", "ctrl+shift+r", "ctrl+F5", "XF86Back", "XF86Reload", "alt+Left", "alt+Right", "alt+Home"]
    {
        desk.hands(&["key", keys])?;
        stayed(&window, &elsewhere, keys)?;
    }
    let at = window.script("return [screenX, screenY, outerHeight - innerHeight]")?;
    let number = |index: usize| at[index].as_i64().unwrap();
    let (x, y) = ((number(0) + 60).to_string(), (number(1) + number(2) + 40).to_string());
    for button in ["8", "9", "2", "1"] {
        desk.hands(&["mousemove", &x, &y, "click", button])?;
        stayed(&window, &elsewhere, &format!("button {button}"))?;
    }
    // The menu of a browser offers to load the page again; in a field it is there, to copy and paste by.
    let menus =
        "window.menus = []; addEventListener('contextmenu', (menu) => window.menus.push(menu.defaultPrevented))";
    window.script(menus)?;
    desk.hands(&["mousemove", &x, &y, "click", "3"])?;
    window.wait_until("the page without a menu", "return String(window.menus) === 'true'")?;
    stayed(&window, &elsewhere, "the menu")?;
    window.close()
}

/// What browsers offer when a link is dragged out of them, and what other programs do.
#[test]
fn nothing_that_is_dropped_leads_away() -> Outcome<()> {
    let (desk, window, elsewhere) = begin()?;
    let (display, on) = window.on_display()?;
    let address = elsewhere.address();
    let titled = format!("{address}\nAway");
    let html =
        format!("<a href=\"{address}\">Away</a><img src=\"{address}a.png\"><script src=\"{address}a.js\"></script>");
    let file = format!("file://{}\r\n", desk.home().join("letter.html").display());
    std::fs::write(desk.home().join("letter.html"), "<h1>away</h1>").unwrap();
    let mut taken = vec![];
    for offers in [
        &[("_NETSCAPE_URL", titled.as_str())][..],
        &[("text/uri-list", &address)],
        &[("text/uri-list", &file)],
        &[("text/x-moz-url", &titled)],
        &[("text/html", &html)],
        &[("_NETSCAPE_URL", &titled), ("text/uri-list", &address), ("text/html", &html), ("text/plain", &address)],
        &[("_NETSCAPE_URL", &titled), ("text/plain", &address)],
    ] {
        let kinds: Vec<&str> = offers.iter().map(|(kind, _)| *kind).collect();
        taken.push((kinds.join(", "), display.drop_on(on, offers)?));
        stayed(&window, &elsewhere, &kinds.join(", "))?;
    }
    // Some must have come through to the page, or the drag was none.
    assert!(taken.iter().any(|(_, dropped)| *dropped == Dropped::Taken), "{taken:?}");
    window.close()
}
