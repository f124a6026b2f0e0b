//! Speaks to the tray's host over the session bus, as a StatusNotifierItem. One thread speaks, another hears whether there
//! is a host; a host that hangs holds up the one that speaks, and nothing else.
//!
//! Not Tauri's tray, which is made of the same library: it waits for the host on the thread that draws.

use super::{Choice, ICON, menu};
use crate::bus;
use both_heard_app::ports::{InTray, Tray};
use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::StandardItem;
use ksni::{Icon, MenuItem};
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use zbus::blocking::MessageIterator;

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// What the thread that speaks is told.
enum Told {
    /// This is to be shown, or nothing.
    Show(Option<InTray>),
    /// A host is there that was not.
    Appeared,
}

/// A picture as windows have it: red, green, blue and opacity of each pixel, from the top left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

/// What hears of a choice, with what lets a window come to the front for it where the host gives such a thing.
type Chosen = Arc<dyn Fn(Choice, Option<String>) + Send + Sync>;

/// The icon in the tray, where there is one.
pub struct DesktopTray {
    tell: Sender<Told>,
    wanted: Mutex<Option<InTray>>,
    is_there: Arc<AtomicBool>,
}

impl DesktopTray {
    /// Makes the icon, which stands nowhere yet, and begins to watch for a tray. `chosen` is called in a thread of its own.
    pub fn new(picture: Option<&Picture>, chosen: impl Fn(Choice, Option<String>) + Send + Sync + 'static) -> Self {
        let item = Blank { picture: picture.and_then(pixels), chosen: Arc::new(chosen) };
        let (tell, told) = channel();
        let is_there = Arc::new(AtomicBool::new(false));
        let (appeared, there) = (tell.clone(), Arc::clone(&is_there));
        // Where there is no thread there is no tray, and closing says so.
        let _ = thread::Builder::new().name("tray-host".into()).spawn(move || watch(&appeared, &there));
        let _ = thread::Builder::new().name("tray".into()).spawn(move || speak(&item, &told));
        Self { tell, wanted: Mutex::default(), is_there }
    }
}

impl Tray for DesktopTray {
    /// Shows it as soon as the host lets it, and only what is new.
    fn show(&self, shown: Option<&InTray>) {
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        if wanted.as_ref() != shown {
            *wanted = shown.copied();
            let _ = self.tell.send(Told::Show(*wanted));
        }
    }

    /// Tells whether anybody watches for StatusNotifierItems: stock GNOME has none.
    fn is_there(&self) -> bool {
        self.is_there.load(Relaxed)
    }
}

/// Hears whether there is a host: whoever starts at login is often there before the desktop is. Ends with the bus;
/// without one there never is a host.
fn watch(appeared: &Sender<Told>, is_there: &AtomicBool) -> Option<()> {
    let bus = bus::connect(bus::PATIENCE)?;
    bus::hear_owner(&bus, WATCHER).ok()?;
    let all = MessageIterator::from(&bus);
    let tell = |there: bool| {
        is_there.store(there, Relaxed);
        if there { appeared.send(Told::Appeared).ok() } else { Some(()) }
    };
    tell(bus::has_owner(&bus, WATCHER).ok()?)?;
    for message in all.map_while(Result::ok) {
        if let Some(there) = bus::owned(&message, WATCHER) {
            tell(there)?;
        }
    }
    is_there.store(false, Relaxed);
    Some(())
}

/// Says what is to be shown, one thing after another, for as long as the program runs.
fn speak(item: &Blank, told: &Receiver<Told>) {
    let (mut wanted, mut stands) = (None, None::<Handle<Item>>);
    while let Ok(mut now) = told.recv() {
        // Only the last counts: what was wanted while a host hung is over.
        while let Ok(later) = told.try_recv() {
            if let Told::Show(shown) = std::mem::replace(&mut now, later) {
                wanted = shown;
            }
        }
        if let Told::Show(shown) = now {
            wanted = shown;
        }
        stands = match (wanted, stands.filter(|stands| !stands.is_closed())) {
            (Some(shown), Some(stands)) if stands.update(|item| item.shown = shown).is_some() => Some(stands),
            // Where it is refused, or there is no host, the next one that appears is asked.
            (Some(shown), _) => Item { blank: item.clone(), shown }.spawn().ok(),
            (None, stands) => {
                stands.inspect(|stands| stands.shutdown().wait());
                None
            }
        };
    }
}

/// What is the same in everything that is shown.
#[derive(Clone)]
struct Blank {
    picture: Option<Icon>,
    chosen: Chosen,
}

/// What stands in the tray, as its host asks for it.
struct Item {
    blank: Blank,
    shown: InTray,
}

impl Item {
    fn choose(&self, choice: Choice) {
        let (chosen, token) = (Arc::clone(&self.blank.chosen), ksni::current_xdg_activation_token());
        // What is chosen may wait for the store, and the host waits for an answer meanwhile.
        let _ = thread::Builder::new().name("chosen".into()).spawn(move || chosen(choice, token));
    }
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        ICON.to_owned()
    }

    fn title(&self) -> String {
        "Both Heard".to_owned()
    }

    fn icon_name(&self) -> String {
        ICON.to_owned()
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        self.blank.picture.clone().into_iter().collect()
    }

    fn activate(&mut self, _: i32, _: i32) {
        self.choose(Choice::Open);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let (next, choices) = menu(&self.shown);
        let next = StandardItem { label: plain(&next), enabled: false, ..StandardItem::default() };
        let choices = choices.into_iter().map(|(choice, words)| {
            let activate = Box::new(move |item: &mut Self| item.choose(choice));
            StandardItem { label: plain(&words), activate, ..StandardItem::default() }.into()
        });
        [next.into(), MenuItem::Separator].into_iter().chain(choices).collect()
    }
}

/// Writes words as a menu shows them: a single underscore would mark a key.
fn plain(words: &str) -> String {
    words.replace('_', "__")
}

/// Turns a picture into the order of the tray's: ARGB.
fn pixels(picture: &Picture) -> Option<Icon> {
    let data = picture.rgba.chunks_exact(4).flat_map(|pixel| [pixel[3], pixel[0], pixel[1], pixel[2]]).collect();
    Some(Icon { width: picture.width.try_into().ok()?, height: picture.height.try_into().ok()?, data })
}
