//! Apostrophes inside a word: the English possessive goes, transliteration marks close up (`ka'ak` is `kaak`).

/// Drops a trailing `'s`, then every apostrophe. The word must have plain apostrophes only.
pub fn close_up(word: &mut String) {
    if !word.contains('\'') {
        return;
    }
    if let Some(owner) = word.strip_suffix("'s") {
        word.truncate(owner.len());
    }
    word.retain(|letter| letter != '\'');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(word: &str) -> String {
        let mut word = word.to_owned();
        close_up(&mut word);
        word
    }

    #[test]
    fn possessives_lose_their_ending() {
        assert_eq!(closed("maker's"), "maker");
        assert_eq!(closed("ka'ak"), "kaak");
        assert_eq!(closed("aujourd'hui"), "aujourdhui");
        assert_eq!(closed("bowl"), "bowl");
        assert_eq!(closed("'s"), "");
    }
}
