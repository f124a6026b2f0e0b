//! Holds the program's window by WebDriver: looks, waits, presses keys, ends it gently or not.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::child::{Tool, Words};
use crate::wire::Wire;
use crate::{Desk, Display, DriveError, Outcome, PATIENCE, ProcessId, XWindow, keys, until, until_true};

/// The name under which WebDriver passes elements, by its standard.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How often a session is tried: free ports are a matter of luck while many desks open at once.
const TRIES: u32 = 4;

/// Finds the first element that can be seen.
const FIND: &str = "return [...document.querySelectorAll(arguments[0])].find(e => e.getClientRects().length \
    && getComputedStyle(e).visibility !== 'hidden') ?? null";

/// The program in its window; it is killed when dropped.
#[derive(Debug)]
pub struct Window {
    /// Held so that it ends with the window.
    _driver: Tool,
    wire: Wire,
    /// The path of the session, `/session/<id>`.
    session: String,
    process: ProcessId,
    display: String,
    /// Where the pictures of failed waits go.
    failures: PathBuf,
}

/// An element of the page, found once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Window {
    pub(crate) fn open(desk: &Desk, binary: &Path) -> Outcome<Self> {
        let mut tries = 1;
        loop {
            match Self::try_open(desk, binary) {
                Err(_) if tries < TRIES && binary.exists() => tries += 1,
                settled => return settled,
            }
        }
    }

    fn try_open(desk: &Desk, binary: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let mut command = desk.command("WebKitWebDriver");
        command.envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")]);
        command.arg(format!("--port={port}"));
        let mut driver = Tool::start("WebKitWebDriver", &mut command, &desk.logs(), Words::Logged)?;
        let wire = Wire::to_port(port);
        until("WebKitWebDriver", PATIENCE, || {
            if !driver.is_running() {
                return Err(driver.not_ready());
            }
            Ok(wire.get("/status").ok())
        })?;
        let options = json!({ "binary": binary });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let opened = wire.post("/session", &wanted)?;
        let session = opened.get("sessionId").and_then(Value::as_str).unwrap_or_default();
        let family = ProcessId::of(driver.pid()).map(ProcessId::family).unwrap_or_default();
        let process = family.get(1).copied().ok_or_else(|| driver.not_ready())?;
        let window = Self {
            _driver: driver,
            session: format!("/session/{session}"),
            wire,
            process,
            display: desk.display.clone(),
            failures: failures_folder(),
        };
        window.wait_until("the page to be there", "return document.readyState === 'complete'")?;
        Ok(window)
    }

    /// Names the program's process.
    pub fn process(&self) -> ProcessId {
        self.process
    }

    /// Gives the number of the program's process.
    pub fn pid(&self) -> u32 {
        self.process.number()
    }

    /// Says whether the program still runs.
    pub fn is_running(&self) -> bool {
        self.process.is_running()
    }

    /// Waits for an element that can be seen.
    pub fn wait_for(&self, css: &str) -> Outcome<Element> {
        self.wait(css, || self.find(css))
    }

    /// Waits until no element of the kind can be seen.
    pub fn wait_gone(&self, css: &str) -> Outcome<()> {
        self.wait(&format!("no {css}"), || Ok(self.find(css)?.is_none().then_some(())))
    }

    /// Waits until the page shows a text.
    pub fn wait_for_text(&self, text: &str) -> Outcome<()> {
        self.wait(&format!("the text {text:?}"), || Ok(self.page()?.contains(text).then_some(())))
    }

    /// Waits until the body of a JavaScript function returns something true, and gives it; `awaited` says what
    /// that means.
    pub fn wait_until(&self, awaited: &str, js: &str) -> Outcome<Value> {
        self.wait(awaited, || {
            let value = self.script(js)?;
            let falsy = matches!(&value, Value::Null | Value::Bool(false)) || value == 0 || value == "";
            Ok((!falsy).then_some(value))
        })
    }

    /// Finds an element that can be seen now.
    pub fn find(&self, css: &str) -> Outcome<Option<Element>> {
        let found = self.script_with(FIND, &[json!(css)])?;
        Ok(found.get(ELEMENT).and_then(Value::as_str).map(|id| Element(id.to_owned())))
    }

    /// Waits for an element and gives its visible text.
    pub fn text(&self, css: &str) -> Outcome<String> {
        let element = self.wait_for(css)?;
        let text = self.script_with("return arguments[0].innerText", &[json!({ ELEMENT: element.0 })])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Gives all of the page's visible text.
    pub fn page(&self) -> Outcome<String> {
        let text = self.script("return document.body ? document.body.innerText : ''")?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses a key or a chord, such as `Enter`, `ArrowLeft`, `+` or `Shift+Escape`.
    pub fn press(&self, key: &str) -> Outcome<()> {
        self.post("/actions", &keys::chord(key)?).map(drop)
    }

    /// Types into whatever has the focus, key by key; what has no keys is put in as an input method would.
    pub fn type_text(&self, text: &str) -> Outcome<()> {
        if keys::typeable(text) {
            return self.post("/actions", &keys::text(text)).map(drop);
        }
        let js = "return document.execCommand('insertText', false, arguments[0])";
        self.script_with(js, &[json!(text)]).map(drop)
    }

    /// Waits for an element and clicks it.
    pub fn click(&self, css: &str) -> Outcome<()> {
        let Element(id) = self.wait_for(css)?;
        self.post(&format!("/element/{id}/click"), &json!({})).map(drop)
    }

    /// Runs the body of a JavaScript function in the page and gives what it returns.
    pub fn script(&self, js: &str) -> Outcome<Value> {
        self.script_with(js, &[])
    }

    /// Runs the body of a JavaScript function in the page with `arguments`.
    pub fn script_with(&self, js: &str, arguments: &[Value]) -> Outcome<Value> {
        self.post("/execute/sync", &json!({ "script": js, "args": arguments }))
    }

    /// Runs the body of a JavaScript function that calls its last argument with the result.
    pub fn script_async(&self, js: &str, arguments: &[Value]) -> Outcome<Value> {
        self.post("/execute/async", &json!({ "script": js, "args": arguments }))
    }

    /// Waits until nothing on the page moves but what moves for ever.
    pub fn wait_still(&self) -> Outcome<()> {
        let still = "return document.fonts.status === 'loaded' && document.getAnimations().every((moving) => \
                     moving.playState !== 'running' || moving.effect.getComputedTiming().endTime === Infinity)";
        self.wait_until("the page at rest", still).map(drop)
    }

    /// Waits until what the page shows now has been drawn: two frames.
    pub fn wait_painted(&self) -> Outcome<()> {
        let frames = "const done = arguments[arguments.length - 1]; \
                      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.script_async(frames, &[]).map(drop)
    }

    /// Writes a picture of the window as PNG, as it stands on the display. WebDriver's own pictures never come where
    /// WebKit draws without a graphics card (see the program's `desktop/drawing.rs`).
    pub fn screenshot(&self, path: &Path) -> Outcome<()> {
        let (display, window) = self.on_display()?;
        let png = display.picture(window)?;
        std::fs::write(path, png).map_err(DriveError::io(format!("writing {}", path.display())))
    }

    /// Sizes the window so that the page is `width` by `height`, and waits until it is.
    pub fn set_size(&self, width: u32, height: u32) -> Outcome<()> {
        let (mut outer_width, mut outer_height) = (i64::from(width), i64::from(height));
        self.resize(outer_width, outer_height)?;
        let js = "return [innerWidth, innerHeight]";
        let mut asked = Instant::now();
        self.wait(&format!("a page of {width}×{height}"), || {
            let size = self.script(js)?;
            let side = |index: usize| size.get(index).and_then(Value::as_i64).unwrap_or_default();
            let (lacking_width, lacking_height) = (i64::from(width) - side(0), i64::from(height) - side(1));
            if (lacking_width, lacking_height) == (0, 0) {
                return Ok(Some(()));
            }
            // The frame's share is learned from the page: asked again once the last wish has had its time.
            if asked.elapsed() > Duration::from_millis(400) {
                (outer_width, outer_height) = (outer_width + lacking_width, outer_height + lacking_height);
                self.resize(outer_width, outer_height)?;
                asked = Instant::now();
            }
            Ok(None)
        })
    }

    /// Looks at the display the window is on.
    pub fn display(&self) -> Outcome<Display> {
        Display::connect(&self.display)
    }

    /// Finds the window on its display, to minimise it, bring it up or see whether it has the focus.
    pub fn on_display(&self) -> Outcome<(Display, XWindow)> {
        let display = self.display()?;
        let window = until("the window on its display", PATIENCE, || display.window_of(self.process))?;
        Ok((display, window))
    }

    /// Lets the page hang; answers its process, which lives on until it is killed.
    pub fn freeze(&self) -> Outcome<ProcessId> {
        let page = self.process.page_is_there()?;
        page.stop();
        Ok(page)
    }

    /// Kills the program as a power cut would, and waits until all of it is gone.
    pub fn kill(self) -> Outcome<()> {
        self.process.kill()
    }

    /// Closes the window by its frame's button and waits until the program has ended. The first time it asks whether to
    /// stay: it is told to quit.
    pub fn close(self) -> Outcome<()> {
        let (display, window) = self.on_display()?;
        display.close(window)?;
        until_true("the program to end with its window", || {
            // The page may go at any moment.
            let _ = self.script("document.querySelector('dialog [data-do=quit]')?.click()");
            Ok(!self.process.is_running())
        })
    }

    fn resize(&self, width: i64, height: i64) -> Outcome<()> {
        self.post("/window/rect", &json!({ "width": width, "height": height })).map(drop)
    }

    fn post(&self, command: &str, body: &Value) -> Outcome<Value> {
        self.wire.post(&format!("{}{command}", self.session), body)
    }

    /// Waits, and on failure tells what the page showed instead.
    fn wait<T>(&self, awaited: &str, look: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
        until(awaited, PATIENCE, look).map_err(|error| match error {
            DriveError::TimedOut { awaited, waited } => DriveError::NotOnScreen {
                awaited,
                waited,
                page: self.page().unwrap_or_default(),
                picture: self.picture_failure(),
            },
            other => other,
        })
    }

    fn picture_failure(&self) -> Option<PathBuf> {
        std::fs::create_dir_all(&self.failures).ok()?;
        let path = self.failures.join(format!("{}.png", self.pid()));
        self.screenshot(&path).ok().map(|()| path)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // Without a session the driver forgets the program; with the driver alone gone it would live on.
        let _session_gone = self.wire.delete(&self.session);
        if self.process.is_running() {
            let _program_gone = self.process.kill();
        }
    }
}

/// Asks the system for a port nobody listens on.
fn free_port() -> Outcome<u16> {
    let doing = "looking for a free port";
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(DriveError::io(doing))?;
    Ok(listener.local_addr().map_err(DriveError::io(doing))?.port())
}

/// Keeps pictures of failures where they outlive the desk.
fn failures_folder() -> PathBuf {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/failures");
    std::path::absolute(&target).unwrap_or(target)
}
