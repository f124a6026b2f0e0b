//! Writes words as Markdown: whatever reads it finds the words as they were typed, and no markup among them.

/// Writes a heading of a level.
pub(super) fn heading(level: usize, words: &str) -> String {
    format!("{} {}", "#".repeat(level), plain(words))
}

/// Writes words, a paragraph a line.
pub(super) fn paragraphs(words: &str) -> String {
    lines(words).collect::<Vec<_>>().join("\n\n")
}

/// Writes words into a quotation, a paragraph a line.
pub(super) fn quoted(words: &str) -> String {
    lines(words).map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n>\n")
}

/// Splits words as Markdown does, which takes a lone carriage return for an end as well. An empty line is the space
/// between two paragraphs.
fn lines(words: &str) -> impl Iterator<Item = String> {
    words.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).map(plain)
}

/// Escapes what would be markup within a line or at its beginning, and spaces where they would be taken away.
fn plain(line: &str) -> String {
    let words = line.trim_matches(is_space);
    let (before, after) = line.split_once(words).unwrap_or_default();
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit());
    // A list, a line under a heading, a definition; or a number and what follows it.
    let marker = match digits.chars().next() {
        Some('-' | '+' | '=' | ':') if digits.len() == words.len() => Some(0),
        Some('.' | ')') if digits.len() < words.len() => Some(words.len() - digits.len()),
        _ => None,
    };
    let mut text: String = before.chars().map(entity).collect();
    for (index, c) in words.char_indices() {
        if Some(index) == marker || is_markup(c) {
            text.push('\\');
        }
        text.push(c);
    }
    text.extend(after.chars().map(entity));
    text
}

/// Tells the characters that Markdown, or a widespread extension of it, reads as markup within a line.
const fn is_markup(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '$' | '^' | '{' | '}')
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{b}' | '\u{c}')
}

/// Writes a space by its number: it is one, and no indentation.
fn entity(c: char) -> String {
    format!("&#{};", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// Reads a text as a program does that knows nothing of ours: each heading, and each paragraph with `> ` before it
    /// where it is quoted.
    fn read(text: &str, options: Options) -> Vec<String> {
        let (mut blocks, mut block, mut quotes) = (vec![], String::new(), String::new());
        for event in Parser::new_ext(text, options) {
            match event {
                Event::Start(Tag::Paragraph) => block.clone_from(&quotes),
                Event::Start(Tag::Heading { level, .. }) => block = "#".repeat(level as usize) + " ",
                Event::Start(Tag::BlockQuote(None)) => quotes.push_str("> "),
                Event::End(TagEnd::BlockQuote(None)) => quotes.truncate(quotes.len() - 2),
                Event::Text(words) => block.push_str(&words),
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => blocks.push(std::mem::take(&mut block)),
                markup => blocks.push(format!("{markup:?}")),
            }
        }
        blocks
    }

    /// Writes words in every place that takes some, and reads them back: by the standard alone, and by all that is
    /// widespread beside it, but for quotation marks that some programs turn.
    fn check(words: &str) -> Result<(), TestCaseError> {
        let lines = || words.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
        let one: String = lines().collect();
        let text =
            [heading(1, "A"), quoted(words), heading(2, &one), paragraphs(words), quoted(words), heading(1, "B")];
        let text = text.into_iter().filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n\n") + "\n";
        let quotes = || lines().map(|line| format!("> {line}"));
        let expect: Vec<_> = std::iter::once("# A".to_owned())
            .chain(quotes())
            .chain([format!("## {one}")])
            .chain(lines().map(str::to_owned))
            .chain(quotes())
            .chain(["# B".to_owned()])
            .collect();
        for options in [Options::empty(), Options::all() - Options::ENABLE_SMART_PUNCTUATION] {
            prop_assert_eq!(&read(&text, options), &expect, "{}", text);
        }
        Ok(())
    }

    #[test]
    fn words_that_look_like_markup_are_words() {
        for words in [
            "1986. A great year",
            "1) x",
            "1.",
            "0. x",
            "123456789. x",
            "- x",
            "-",
            "---",
            "- - -",
            "+ x",
            "* x",
            "***",
            "___",
            "a line\n---",
            "a line\n===",
            "a line\n- - -",
            "= x",
            "    code",
            "\tcode",
            "two spaces  \nat the end",
            "back\\\nslash",
            "\\",
            "\\\\*",
            "`a`",
            "```",
            "~~~ rust",
            "# a",
            "a #",
            "#",
            "> a",
            ">a",
            "a > b",
            "<b>bold</b>",
            "<!-- gone -->",
            "<script>alert(1)</script>",
            "<http://a.example/b?c=d&e>",
            "<me@a.example>",
            "http://a.example/_b_",
            "&amp; &#42; &",
            "[a](http://a.example \"b\")",
            "[a]: http://a.example",
            "![a](b)",
            "[x] done",
            "[^1]: note",
            "a | b\n--|--\nc | d",
            ": definition",
            "a {#id .class}",
            "$a$ and $$b$$",
            "a^b^ ~c~ ~~d~~",
            "**a** *b* __c__ _d_",
            "[[a]]",
            "---\na: b\n---",
            "one\r\ntwo\rthree",
            "one\n\n\ntwo",
            " ",
            "\t \u{c}",
            "a\u{2028}b\u{2029}c",
            "a\u{a0}",
            "\u{a0}a",
            "\u{feff}a",
            "👩🏽‍🤝‍👨🏻 and 🏳️‍🌈",
            "שלום, and مرحبا",
            "\u{202e}turned",
            "C# & C++: 100 %",
            "1986 . x",
            "a. b",
            "12.5 km",
            "\u{b}a\u{b}",
            "+++\na\n+++",
            "> [!NOTE]\n> a",
            "a\tb",
            "== x ==",
            "٣. x",
        ] {
            check(words).unwrap();
        }
    }

    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            8 => "[-+*_=#>|~`$^:.)(!<&\\[\\]{}\\\\0-9 \t\n\r]{1,4}",
            3 => "[a-zà-ü ]{1,6}",
            1 => "\\PC{1,3}",
            1 => prop::sample::select(vec!["&#32;", "&lt;", "<b>", "http://a.b", "    ", "  \n", "\u{2028}", "\u{c}"]).prop_map(str::to_owned),
        ];
        prop::collection::vec(piece, 0..12).prop_map(|all| all.concat())
    }

    proptest! {
        #[test]
        fn any_words_are_read_as_they_were_typed(words in pieces()) {
            check(&words)?;
        }
    }
}
