//! Looks at a display, and treats windows as their user would through the window manager.

use x11rb::connection::Connection;
use x11rb::errors::ConnectError;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, GetGeometryReply, ImageFormat,
    TranslateCoordinatesReply, Window as Id,
};
use x11rb::rust_connection::RustConnection;

use crate::{DriveError, Outcome, PATIENCE, ProcessId, until, until_true};

/// A connection to a display.
#[derive(Debug)]
pub struct Display {
    pub(crate) connection: RustConnection,
    pub(crate) root: Id,
}

/// A top-level window on a display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct XWindow(pub(crate) Id);

/// What a user asks of a window manager.
const ASKED_BY_A_PAGER: u32 = 2;
/// ICCCM's `IconicState`.
const ICONIC: u32 = 3;
/// The difference in brightness, of 255, from one pixel to the next that makes an edge of writing.
const EDGE: i32 = 72;

impl Display {
    /// Connects to a display by its name, such as `:7`.
    pub fn connect(name: &str) -> Outcome<Self> {
        let not_there = |error: ConnectError| DriveError::not_ready("the display", error);
        let (connection, screen) = x11rb::connect(Some(name)).map_err(not_there)?;
        let root = connection.setup().roots[screen].root;
        Ok(Self { connection, root })
    }

    /// Lists the windows the window manager knows, oldest first.
    pub fn windows(&self) -> Outcome<Vec<XWindow>> {
        Ok(self.numbers(self.root, "_NET_CLIENT_LIST", AtomEnum::WINDOW)?.into_iter().map(XWindow).collect())
    }

    /// Finds the window of a program, if it has one yet.
    pub fn window_of(&self, program: ProcessId) -> Outcome<Option<XWindow>> {
        for window in self.windows()? {
            let owner = self.numbers(window.0, "_NET_WM_PID", AtomEnum::CARDINAL);
            // A window may close between the two questions; then it is simply not the one.
            if owner.is_ok_and(|owner| owner.first() == Some(&program.number())) {
                return Ok(Some(window));
            }
        }
        Ok(None)
    }

    /// Waits until there is a window, and gives the oldest.
    pub fn wait_for_window(&self) -> Outcome<XWindow> {
        until("a window", PATIENCE, || Ok(self.windows()?.first().copied()))
    }

    /// Waits until there is no window.
    pub fn wait_for_none(&self) -> Outcome<()> {
        until_true("no window", || Ok(self.windows()?.is_empty()))
    }

    /// Says whether the window has the focus.
    pub fn is_active(&self, window: XWindow) -> Outcome<bool> {
        Ok(self.numbers(self.root, "_NET_ACTIVE_WINDOW", AtomEnum::WINDOW)?.first() == Some(&window.0))
    }

    /// Says whether the window is minimised.
    pub fn is_minimised(&self, window: XWindow) -> Outcome<bool> {
        let state = self.atom("WM_STATE")?;
        Ok(self.property(window.0, state, state)?.first() == Some(&ICONIC))
    }

    /// Reads the window's title.
    pub fn title(&self, window: XWindow) -> Outcome<String> {
        self.text(window, "_NET_WM_NAME")
    }

    /// Reads what the window came to the front with, if anything.
    pub fn startup_id(&self, window: XWindow) -> Outcome<String> {
        self.text(window, "_NET_STARTUP_ID")
    }

    fn text(&self, window: XWindow, name: &str) -> Outcome<String> {
        let (name, utf8) = (self.atom(name)?, self.atom("UTF8_STRING")?);
        let reply = self.connection.get_property(false, window.0, name, utf8, 0, 1024)?.reply()?;
        Ok(String::from_utf8_lossy(&reply.value).into_owned())
    }

    /// Closes the window by its frame's button.
    pub fn close(&self, window: XWindow) -> Outcome<()> {
        self.ask(window, "_NET_CLOSE_WINDOW", [0, ASKED_BY_A_PAGER, 0, 0, 0])
    }

    /// Minimises the window by its frame's button, and waits until it is.
    pub fn minimise(&self, window: XWindow) -> Outcome<()> {
        self.ask(window, "WM_CHANGE_STATE", [ICONIC, 0, 0, 0, 0])?;
        until_true("the window away", || self.is_minimised(window))
    }

    /// Brings the window up and gives it the focus.
    pub fn bring_up(&self, window: XWindow) -> Outcome<()> {
        self.ask(window, "_NET_ACTIVE_WINDOW", [ASKED_BY_A_PAGER, 0, 0, 0, 0])
    }

    /// Moves and sizes the window as a hand on its frame does: left, top, width and height in pixels.
    pub fn move_to(&self, window: XWindow, [left, top, width, height]: [u32; 4]) -> Outcome<()> {
        // All four, with the corner that the frame has.
        const ALL: u32 = 0b1111 << 8;
        self.ask(window, "_NET_MOVERESIZE_WINDOW", [ALL, left, top, width, height])
    }

    /// Counts the edges of writing inside the window, as they stand on the screen.
    ///
    /// An edge is a step in brightness from one pixel to its neighbour; every other row is looked at. An empty
    /// page has none whatever its colour, a short word has some hundred.
    pub fn ink(&self, window: XWindow) -> Outcome<usize> {
        let (pixels, width, _) = self.pixels(window)?;
        Ok(edges(&pixels, usize::from(width)))
    }

    /// Draws a picture of the window as it stands on the screen, as PNG.
    pub fn picture(&self, window: XWindow) -> Outcome<Vec<u8>> {
        let (pixels, width, height) = self.pixels(window)?;
        let rgb: Vec<u8> = pixels.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        let mut file = vec![];
        let mut encoder = png::Encoder::new(&mut file, width.into(), height.into());
        encoder.set_color(png::ColorType::Rgb);
        let write = || {
            encoder.write_header().and_then(|mut picture| {
                picture.write_image_data(&rgb)?;
                picture.finish()
            })
        };
        write().map_err(|error| DriveError::io("writing a picture")(error.into()))?;
        Ok(file)
    }

    /// Reads the pixels of a window from the screen, four bytes each, with its width and height.
    fn pixels(&self, window: XWindow) -> Outcome<(Vec<u8>, u16, u16)> {
        let (at, size) = self.geometry(window)?;
        let picture = ImageFormat::Z_PIXMAP;
        let image =
            self.connection.get_image(picture, self.root, at.dst_x, at.dst_y, size.width, size.height, u32::MAX)?;
        Ok((image.reply()?.data, size.width, size.height))
    }

    /// Gives where a window is on the screen, without its frame: left, top, width and height in pixels.
    pub fn place(&self, window: XWindow) -> Outcome<[i32; 4]> {
        let (at, size) = self.geometry(window)?;
        Ok([at.dst_x.into(), at.dst_y.into(), size.width.into(), size.height.into()])
    }

    fn geometry(&self, window: XWindow) -> Outcome<(TranslateCoordinatesReply, GetGeometryReply)> {
        let size = self.connection.get_geometry(window.0)?;
        let at = self.connection.translate_coordinates(window.0, self.root, 0, 0)?;
        Ok((at.reply()?, size.reply()?))
    }

    fn ask(&self, window: XWindow, what: &str, data: [u32; 5]) -> Outcome<()> {
        let message = ClientMessageEvent::new(32, window.0, self.atom(what)?, data);
        self.connection.send_event(
            false,
            self.root,
            EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY,
            message,
        )?;
        Ok(self.connection.flush()?)
    }

    pub(crate) fn atom(&self, name: &str) -> Outcome<Atom> {
        Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }

    fn numbers(&self, window: Id, name: &str, kind: AtomEnum) -> Outcome<Vec<u32>> {
        self.property(window, self.atom(name)?, kind.into())
    }

    fn property(&self, window: Id, name: Atom, kind: Atom) -> Outcome<Vec<u32>> {
        let reply = self.connection.get_property(false, window, name, kind, 0, 1024)?.reply()?;
        Ok(reply.value32().into_iter().flatten().collect())
    }
}

/// Counts edges along every other row of four-byte pixels.
fn edges(pixels: &[u8], width: usize) -> usize {
    let brightness = |pixel: &[u8]| match pixel {
        // A rough grey is enough: green weighs as much as the other two.
        [blue, green, red, _] => (i32::from(*blue) + 2 * i32::from(*green) + i32::from(*red)) / 4,
        _ => 0,
    };
    pixels
        .chunks_exact((width * 4).max(4))
        .step_by(2)
        .map(|row| {
            let mut last = row.get(..4).map_or(0, brightness);
            row.chunks_exact(4)
                .filter(|pixel| {
                    let now = brightness(pixel);
                    (std::mem::replace(&mut last, now) - now).abs() >= EDGE
                })
                .count()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::edges;

    fn row(pixels: &[u8]) -> Vec<u8> {
        pixels.iter().flat_map(|&grey| [grey, grey, grey, 0]).collect()
    }

    #[test]
    fn counts_edges_and_not_areas() {
        let check = |pixels: &[u8], expected: usize| assert_eq!(edges(&row(pixels), pixels.len()), expected);
        check(&[255, 255, 255, 255], 0);
        check(&[20, 20, 20, 20], 0);
        check(&[255, 0, 0, 255], 2);
        check(&[250, 240, 230, 220], 0);
    }
}
