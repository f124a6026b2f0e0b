//! Drags something out of another program and drops it on a window, by the protocol that X11's programs share (XDND 5).

use std::time::{Duration, Instant};

use x11rb::COPY_DEPTH_FROM_PARENT;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
    SelectionNotifyEvent, SelectionRequestEvent, WindowClass,
};
use x11rb::wrapper::ConnectionExt as _;

use crate::{Display, Outcome, PATIENCE, XWindow};

/// The version of the protocol.
const VERSION: u32 = 5;
/// How long a window may take to want what is held over it: it asks for all of it first.
const WANTED_WITHIN: Duration = Duration::from_secs(2);

/// What became of a drop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// The window wanted it, and took it or said that it could not.
    Taken,
    /// The window did not want it while it was held over it.
    Unwanted,
}

/// A program that holds something, as a browser holds a link that is dragged out of it.
struct Source<'a> {
    display: &'a Display,
    /// Its own window.
    id: u32,
    /// What it offers: a type by its name on this display, and the bytes.
    offers: Vec<(u32, &'a [u8])>,
}

/// What the other program answered.
enum Heard {
    /// Whether it wants what is over it.
    Status { wants: bool },
    /// It is done with what was dropped.
    Finished,
}

impl Display {
    /// Drags something that is offered under these types over the middle of a window, and drops it there if it is wanted.
    pub fn drop_on(&self, window: XWindow, offers: &[(&str, &str)]) -> Outcome<Dropped> {
        let source = Source::begin(self, offers)?;
        source.send(window, "XdndEnter", source.types())?;
        let [left, top, width, height] = self.place(window)?;
        let middle = |from: i32, length: i32| u32::try_from(from + length / 2).unwrap_or(0);
        let (x, y) = (middle(left, width), middle(top, height));
        let since = Instant::now();
        let mut wanted = false;
        while !wanted && since.elapsed() < WANTED_WITHIN {
            source.send(window, "XdndPosition", [0, x << 16 | y, 0, self.atom("XdndActionCopy")?])?;
            // One that answers nothing wants nothing.
            wanted = matches!(source.hear(WANTED_WITHIN), Ok(Heard::Status { wants: true }));
        }
        if !wanted {
            source.send(window, "XdndLeave", [0; 4])?;
            return Ok(Dropped::Unwanted);
        }
        source.send(window, "XdndDrop", [0; 4])?;
        while !matches!(source.hear(PATIENCE)?, Heard::Finished) {}
        Ok(Dropped::Taken)
    }
}

impl<'a> Source<'a> {
    fn begin(on: &'a Display, offers: &'a [(&'a str, &'a str)]) -> Outcome<Self> {
        let x = &on.connection;
        let id = x.generate_id()?;
        let none = CreateWindowAux::new();
        x.create_window(COPY_DEPTH_FROM_PARENT, id, on.root, 0, 0, 1, 1, 0, WindowClass::INPUT_OUTPUT, 0, &none)?;
        x.set_selection_owner(id, on.atom("XdndSelection")?, x11rb::CURRENT_TIME)?;
        let offers: Outcome<Vec<_>> =
            offers.iter().map(|(kind, bytes)| Ok((on.atom(kind)?, bytes.as_bytes()))).collect();
        let source = Self { display: on, id, offers: offers? };
        let kinds: Vec<u32> = source.offers.iter().map(|(kind, _)| *kind).collect();
        x.change_property32(PropMode::REPLACE, id, on.atom("XdndTypeList")?, AtomEnum::ATOM, &kinds)?;
        Ok(source)
    }

    /// Says the version and the first three types; whoever wants to know of more reads the list.
    fn types(&self) -> [u32; 4] {
        let kind = |index: usize| self.offers.get(index).map_or(0, |(kind, _)| *kind);
        [VERSION << 24 | u32::from(self.offers.len() > 3), kind(0), kind(1), kind(2)]
    }

    fn send(&self, to: XWindow, what: &str, [a, b, c, d]: [u32; 4]) -> Outcome<()> {
        let message = ClientMessageEvent::new(32, to.0, self.display.atom(what)?, [self.id, a, b, c, d]);
        let x = &self.display.connection;
        x.send_event(false, to.0, EventMask::NO_EVENT, message)?;
        Ok(x.flush()?)
    }

    /// Hands over what is asked for, until the other program answers.
    fn hear(&self, patience: Duration) -> Outcome<Heard> {
        let (status, finished) = (self.display.atom("XdndStatus")?, self.display.atom("XdndFinished")?);
        crate::until("the window under a drag", patience, || {
            while let Some(event) = self.display.connection.poll_for_event()? {
                match event {
                    Event::SelectionRequest(asked) => self.hand_over(&asked)?,
                    Event::ClientMessage(told) if told.type_ == status => {
                        return Ok(Some(Heard::Status { wants: told.data.as_data32()[1] & 1 == 1 }));
                    }
                    Event::ClientMessage(told) if told.type_ == finished => return Ok(Some(Heard::Finished)),
                    _ => {}
                }
            }
            Ok(None)
        })
    }

    fn hand_over(&self, asked: &SelectionRequestEvent) -> Outcome<()> {
        let x = &self.display.connection;
        let held = self.offers.iter().find(|(kind, _)| *kind == asked.target);
        if let Some((kind, bytes)) = held {
            x.change_property8(PropMode::REPLACE, asked.requestor, asked.property, *kind, bytes)?;
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: held.map_or(x11rb::NONE, |_| asked.property),
        };
        x.send_event(false, asked.requestor, EventMask::NO_EVENT, answer)?;
        Ok(x.flush()?)
    }
}

impl Drop for Source<'_> {
    fn drop(&mut self) {
        let _already_gone = self.display.connection.destroy_window(self.id);
    }
}
