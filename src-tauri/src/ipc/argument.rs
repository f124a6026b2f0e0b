//! Decodes what comes over the wire, and never says it back: it may be as long as anything, or their words.

use serde::de::DeserializeOwned;
use serde_json::json;
use tauri::Runtime;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};

/// An argument of a command. One that cannot be decoded is refused by its name alone, as the screen tells what it knows
/// no better word for.
pub struct Arg<T>(pub(super) T);

impl<'de, T: DeserializeOwned, R: Runtime> CommandArg<'de, R> for Arg<T> {
    fn from_command(command: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        let name = command.key;
        T::deserialize(command).map(Self).map_err(|_| InvokeError(json!({ "kind": "unknown", "argument": name })))
    }
}
