//! 排版: words as lines of a width. Fonts are not embedded, so widths are those that Chinese fonts agree on: a character
//! takes a square, or half of one.

use crate::receipt::render::markup::shown;

/// How wide a character is, in halves of its size.
pub(super) const fn halves(each: char) -> u32 {
    match each {
        // In Chinese fonts these are as wide as a character.
        '¤' | '§' | '¨' | '°' | '±' | '·' | '×' | '÷' => 2,
        '\0'..='\u{FF}' | '\u{FF61}'..='\u{FFDC}' | '\u{FFE8}'..='\u{FFEE}' => 1,
        _ => 2,
    }
}

/// How wide words are, in halves of their size.
pub(super) fn measure(words: &str) -> u32 {
    words.chars().map(halves).sum()
}

/// Whether a line may end between two characters: not within a word or a number, nor before a closing mark or after an
/// opening one.
const fn parts(before: char, after: char) -> bool {
    let closing = matches!(
        after,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | '”'
            | '’'
            | '」'
            | '』'
            | '％'
            | '…'
            | '·'
    );
    let opening = matches!(before, '（' | '《' | '〈' | '【' | '〔' | '“' | '‘' | '「' | '『');
    let word = halves(before) == 1 && halves(after) == 1 && before != ' ' && after != ' ';
    !closing && !opening && !word
}

/// Words as lines that are no wider than so many halves, the first of them indented.
pub(super) fn wrap(words: &str, most: u32, indent: u32) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    let (mut used, mut parted, mut before) = (indent, 0, ' ');
    for each in words.chars().map(shown) {
        if parts(before, each) {
            parted = line.len();
        }
        if used + halves(each) > most && !line.is_empty() {
            let rest = line.split_off(if parted == 0 { line.len() } else { parted });
            lines.push(line.trim().to_string());
            line = rest.trim_start().to_string();
            (used, parted) = (measure(&line), 0);
        }
        line.push(each);
        used += halves(each);
        before = each;
    }
    lines.push(line.trim().to_string());
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_part_where_a_clerk_would_part_them() {
        assert_eq!(wrap("予以受理。", 8, 0), ["予以受", "理。"]);
        assert_eq!(wrap("依据《行政许可法》", 6, 0), ["依据", "《行政", "许可", "法》"]);
        assert_eq!(wrap("号 91440300MA5F12342Q", 18, 0), ["号", "91440300MA5F12342Q"]);
        assert_eq!(wrap("91440300MA5F12342Q", 10, 0), ["91440300MA", "5F12342Q"]);
        assert_eq!(wrap("申请人张三", 8, 4), ["申请", "人张三"]);
        assert_eq!(wrap("", 8, 0), [""]);
        assert_eq!(wrap("宽", 1, 0), ["宽"]);
    }
}
