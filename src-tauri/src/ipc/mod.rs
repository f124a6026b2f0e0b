//! Lists the commands once, and makes of that list the handler, the names and the TypeScript types.
//!
//! A command decodes, makes one call and encodes; it knows nothing else.

use both_heard_app::path_text::PathText;
use both_heard_app::ports::WindowRequest;
use both_heard_app::settings::{Settings, SettingsChange};
use both_heard_app::use_case::{Answer, App, Decks, Desktop, Formats, Overview, Schedule, Start, TimeRefusal, Trouble};
use both_heard_core::cards::{Card, DeckId, OwnCard};
use both_heard_core::ids::{CardId, CheckInId, JarNoteId};
use both_heard_core::memory::{JarNote, Record};
use both_heard_core::people::{Couple, CoupleRefusal, Partner, TextRefusal};
use both_heard_core::rhythm::{Rest, Rhythm};
use both_heard_core::ritual::{Draft, Event, FormatError, FormatId, Refusal, View};
use both_heard_core::typed::{FieldName, Typed};
use both_heard_store::{PastPage, Unreadable};
use chrono::NaiveDateTime;
use std::sync::Arc;
use tauri::async_runtime::spawn_blocking;
use tauri::{Runtime, State};
use ts_rs::TS;

/// Makes of each line a command that calls the use case of the same name.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $ty:ty),*) -> $answer:ty;)*) => {
        $(
            $(#[$doc])*
            ///
            /// # Errors
            /// See the use case of the same name.
            #[tauri::command]
            pub async fn $name(app: State<'_, Arc<App>>, $($arg: Arg<$ty>),*) -> Result<$answer, Trouble> {
                let app = Arc::clone(&app);
                // In a thread of its own, of which there are always more: a disk or a locked file that holds up one
                // command holds up none that needs neither.
                let answer = spawn_blocking(move || app.$name($($arg.0),*)).await;
                match answer {
                    Ok(answer) => answer,
                    // The program is ending: nobody hears an answer any more.
                    Err(_) => std::future::pending().await,
                }
            }
        )*

        /// Names the commands.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Answers the window's calls.
        pub fn handler<R: Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }

        /// Writes the commands as a TypeScript interface: name, arguments, answer.
        #[must_use]
        pub fn typescript() -> String {
            let config = ts_rs::Config::from_env();
            let mut lines = vec![];
            let mut used = vec![];
            $(
                let args: &[(&str, String)] = &[$((stringify!($arg), <$ty as TS>::name(&config))),*];
                let args = args.iter().map(|(name, ty)| format!("{name}: {ty}")).collect::<Vec<_>>().join("; ");
                let answer = <$answer as TS>::name(&config);
                $(used.push(<$ty as TS>::name(&config));)*
                used.push(answer.clone());
                lines.push(format!("  {}: {{ args: {{ {args} }}; answer: {answer} }};", stringify!($name)));
            )*
            typescript::interface(&lines, &used)
        }
    };
}

mod argument;
mod typescript;

use argument::Arg;

include!("commands.rs");
