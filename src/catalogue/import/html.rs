//! Descriptions out of shops are HTML; here they become text with paragraphs.

/// Wider than any paragraph: lines are broken where the text breaks them.
const WIDTH: usize = 100_000;

/// A text without markup, as a person reads it.
pub(super) fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_owned();
    }
    let config = html2text::config::plain_no_decorate().allow_width_overflow().no_table_borders();
    // Broken markup is read as browsers read it; what cannot be read at all stays as it is, to be mended by hand.
    let text = config.string_from_read(html.as_bytes(), WIDTH).unwrap_or_else(|_| html.to_owned());
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_paragraphs() {
        let text = plain(
            "<p>Thrown &amp; <b>glazed</b>.</p><p>Two<br>lines</p><ul><li>one</li></ul><script>alert(1)</script>",
        );
        assert!(text.starts_with("Thrown & glazed.\n\nTwo\nlines"), "{text}");
        assert!(!text.contains(['<', '>']) && !text.contains("alert"), "{text}");
        assert_eq!(plain("5 > 3"), "5 > 3");
    }
}
