//! Names keys as the screen does and says them as WebDriver wants them.

use serde_json::{Value, json};

use crate::{DriveError, Outcome};

/// The keys that have a name; any single character names itself.
const NAMED: &[(&str, char)] = &[
    ("Enter", '\u{E007}'),
    ("Space", ' '),
    ("Tab", '\u{E004}'),
    ("Escape", '\u{E00C}'),
    ("Backspace", '\u{E003}'),
    ("Delete", '\u{E017}'),
    ("ArrowLeft", '\u{E012}'),
    ("ArrowUp", '\u{E013}'),
    ("ArrowRight", '\u{E014}'),
    ("ArrowDown", '\u{E015}'),
    ("Home", '\u{E011}'),
    ("End", '\u{E010}'),
    ("PageUp", '\u{E00E}'),
    ("PageDown", '\u{E00F}'),
    ("Shift", '\u{E008}'),
    ("Control", '\u{E009}'),
    ("Alt", '\u{E00A}'),
    ("F1", '\u{E031}'),
    ("F5", '\u{E035}'),
    ("F11", '\u{E03B}'),
];

/// Writes the actions of one key or chord, such as `Enter`, `+` or `Shift+Escape`.
pub(crate) fn chord(name: &str) -> Outcome<Value> {
    let keys = parse(name)?;
    let downs = keys.iter().map(|key| json!({ "type": "keyDown", "value": key.to_string() }));
    let ups = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key.to_string() }));
    Ok(keyboard(downs.chain(ups)))
}

/// Writes the actions of typing a text, a line's end as Enter.
pub(crate) fn text(text: &str) -> Value {
    let strokes = text.chars().flat_map(|character| {
        let key = if character == '\n' { "\u{E007}".to_owned() } else { character.to_string() };
        [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
    });
    keyboard(strokes)
}

/// Says whether WebKit can type the text key by key; beyond the basic plane it has no keys.
pub(crate) fn typeable(text: &str) -> bool {
    text.chars().all(|character| (character as u32) < 0x1_0000 && !is_combining(character))
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}' | '\u{200C}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}')
}

fn keyboard(strokes: impl Iterator<Item = Value>) -> Value {
    let actions: Vec<Value> = strokes.collect();
    json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })
}

fn parse(name: &str) -> Outcome<Vec<char>> {
    let unknown = || DriveError::UnknownKey { name: name.to_owned() };
    // `+` is both the sign between keys and a key: at the end it is the key.
    let (chain, last) = match name.strip_suffix('+') {
        Some(chain) => (chain.strip_suffix('+').unwrap_or(chain), Some('+')),
        None => (name, None),
    };
    let mut keys = Vec::new();
    for part in chain.split('+').filter(|part| !part.is_empty()) {
        keys.push(key(part).ok_or_else(unknown)?);
    }
    keys.extend(last);
    if keys.is_empty() { Err(unknown()) } else { Ok(keys) }
}

fn key(name: &str) -> Option<char> {
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(single), None) => Some(single),
        _ => NAMED.iter().find(|(known, _)| *known == name).map(|(_, key)| *key),
    }
}

#[cfg(test)]
mod tests {
    use super::{parse, typeable};

    #[test]
    fn reads_keys_and_chords() {
        let check = |name: &str, expected: &[char]| assert_eq!(parse(name).ok().as_deref(), Some(expected));
        check("Enter", &['\u{E007}']);
        check("Shift+Escape", &['\u{E008}', '\u{E00C}']);
        check("+", &['+']);
        check("Shift++", &['\u{E008}', '+']);
        check("Space", &[' ']);
        check("b", &['b']);
    }

    #[test]
    fn refuses_what_is_no_key() {
        assert!(parse("Entre").is_err());
        assert!(parse("").is_err());
    }

    #[test]
    fn knows_what_has_no_key() {
        assert!(typeable("Zoë, 愛"));
        assert!(!typeable("👩‍❤️‍👩"));
    }
}
