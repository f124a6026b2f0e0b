//! Reads the catalogue as its authors wrote it, for the tests that hold it together.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The arguments that each message takes.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// Names the folder of a language.
pub fn folder(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/locales").join(language)
}

/// Lists a language's files by name, sorted.
pub fn files(language: &str) -> Vec<String> {
    let entries = fs::read_dir(folder(language)).expect("the language has a folder");
    let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Reads the messages of one file; panics at the first line that Fluent does not understand.
pub fn messages(language: &str, file: &str) -> Messages {
    let text = fs::read_to_string(folder(language).join(file)).unwrap();
    let resource = fluent_syntax::parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{language}/{file}: {errors:?}"));
    let mut messages = Messages::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            let mut args = BTreeSet::new();
            let value = message.value.as_ref().unwrap_or_else(|| panic!("{language}/{file}: a message without words"));
            in_pattern(value, &mut args);
            let twice = messages.insert(message.id.name.to_owned(), args);
            assert!(twice.is_none(), "{language}/{file}: {} stands twice", message.id.name);
        }
    }
    messages
}

fn in_pattern(pattern: &Pattern<&str>, args: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, args);
        }
    }
}

fn in_expression(expression: &Expression<&str>, args: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, args),
        Expression::Select { selector, variants } => {
            in_inline(selector, args);
            variants.iter().for_each(|variant| in_pattern(&variant.value, args));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, args: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            args.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, args),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|inline| in_inline(inline, args));
        }
        _ => {}
    }
}
