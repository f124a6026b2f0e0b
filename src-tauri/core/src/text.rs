//! Says how words look: what of them can be seen, and whether two look the same. Words are kept as they were typed, and
//! only compared by this.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{BinaryProperty, DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use unicode_segmentation::UnicodeSegmentation;

/// A blank cell of Braille, which Unicode counts among the symbols.
const BRAILLE_BLANK: char = '\u{2800}';

/// Cuts off what cannot be seen at both ends: white space, control characters, marks of direction, fillers, and accents
/// that stand on nothing. What a character is made of is left alone.
#[must_use]
pub fn trimmed(typed: &str) -> &str {
    let seen = |(from, character): (usize, &str)| character.contains(is_seen).then_some((from, from + character.len()));
    let mut seen = typed.grapheme_indices(true).filter_map(seen);
    seen.next().map_or("", |(from, to)| &typed[from..seen.next_back().map_or(to, |(_, to)| to)])
}

/// Writes words so that two which look the same are the same: composed, with compatible characters as one, without what
/// is ignored, in small letters, with single spaces between.
#[must_use]
pub fn folded(words: &str) -> String {
    let plain = |text: &str| ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned();
    let seen = |c: &char| c.is_whitespace() || (!c.is_control() && !DefaultIgnorableCodePoint::for_char(*c));
    let small = plain(words).chars().filter(seen).collect::<String>().to_lowercase();
    plain(&small).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells whether a character can be seen by itself.
fn is_seen(c: char) -> bool {
    let is_mark = || GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c));
    // Interlinear annotations are to be hidden, and are no ignorables: Unicode 23.8.
    let is_hidden = matches!(c, BRAILLE_BLANK | '\u{fff9}'..='\u{fffb}');
    !(c.is_whitespace() || c.is_control() || is_hidden || DefaultIgnorableCodePoint::for_char(c) || is_mark())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_cut_off_at_the_ends() {
        let check = |typed: &str, expect: &str| assert_eq!(trimmed(typed), expect, "{typed:?}");
        check("", "");
        check(" Sam\n", "Sam");
        check("\u{200b} a \u{200f}b \u{feff}", "a \u{200f}b");
        check("\u{301}e\u{301}", "e\u{301}");
        // A character stays whole: a red heart, a kiss, a flag, a ZWNJ within a word.
        for whole in
            ["❤\u{fe0f}", "👩\u{200d}🚀", "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "می\u{200c}خواهم"]
        {
            check(&format!("\u{3164}{whole}\u{3164}"), whole);
        }
        for unseen in [
            " ", "\t", "\0", "\u{85}", "\u{a0}", "\u{ad}", "\u{301}", "\u{34f}", "\u{61c}", "\u{115f}", "\u{1160}",
            "\u{180e}", "\u{200b}", "\u{200d}", "\u{2028}", "\u{202e}", "\u{2060}", "\u{2800}", "\u{3000}", "\u{3164}",
            "\u{fe0f}", "\u{feff}", "\u{ffa0}", "\u{fff9}", "\u{20dd}", "\u{e0020}", "\u{e0100}",
            "\u{200b}\u{301} \u{3164}\u{fe0f}",
        ] {
            check(unseen, "");
        }
        // Signs that stand for themselves.
        for seen in ["·", "\u{600}", "\u{1f3fb}", "-", "\u{fffd}", "\u{e000}", "\u{378}"] {
            check(seen, seen);
        }
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        let check = |one: &str, two: &str, same: bool| assert_eq!(folded(one) == folded(two), same, "{one:?}, {two:?}");
        check("José", "Jose\u{301}", true);
        check("JOSÉ", "jose\u{301}", true);
        check("Sam", "S\u{200b}am\u{feff}", true);
        check("Sam", "S\u{ad}am", true);
        check("Ｓａｍ", "Sam", true);
        check("Ana  María", "Ana\u{a0}María", true);
        check("ﬁn", "fin", true);
        check("각", "\u{1100}\u{1161}\u{11a8}", true);
        // Of two marks on a letter, in whichever order.
        check("q\u{307}\u{323}", "q\u{323}\u{307}", true);
        check("ΣΟΦΟΣ", "σοφος", true);
        check("Sam", "Sami", false);
        check("José", "Jose", false);
        check("ı", "i", false);
        check("李", "季", false);
        check("👩🏽", "👩🏻", false);
        check("a b", "ab", false);
    }
}
