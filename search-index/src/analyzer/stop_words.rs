//! Words so common that they say nothing about what is sought. They stay in the index and are left out of queries,
//! so that a query of nothing else can still be answered.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::Language;
use crate::parts::Part;

/// In the form that normalising gives, before stemming.
const ARABIC: &str = "
    في من علي الي عن مع هو هي هم هن هما نحن انا انت هذا هذه ذلك تلك هولاء اولئك الذي التي الذين اللذان اللتان اللواتي
    ما ماذا لماذا متي اين كيف كم هل اي ايه لا لم لن ليس ليست قد لقد ان انه انها انهم كان كانت كانوا يكون تكون
    او ام ثم بل لكن ولكن حتي اذا اذ لو كما مثل بين عند عندما حيث منذ خلال بعد قبل فوق تحت حول ضد بدون غير سوي
    كل بعض جميع كلا له لها لهم به بها بهم فيه فيها منه منها عليه عليها اليه اليها ايضا فقط جدا يا و ف ب ل ك
    وهو وهي وقد وفي ومن وكان وكانت والتي والذي وما ولا وان بان لان كذلك هناك هنا اما انما الا تم يتم من اجل
";

const FRENCH: &str = "
    a ai ainsi alors après as au aucun aucune aussi autre autres aux avait avant avec avez avons ayant c car ce ceci cela
    celle celles celui ces cet cette ceux chaque chez ci combien comme comment d dans de depuis des deux dont du elle elles en
    encore entre es est et étaient était étant été être eu eux fut furent ici il ils j je jusque l la là laquelle le lequel les
    lesquelles lesquels leur leurs lors lorsque lui m ma mais me même mêmes mes moi moins mon n ne ni non nos notre nous on ont
    ou où par parce pas pendant peu peut plus pour pourquoi puis puisque qu quand que quel quelle quelles quels qui quoi s sa
    sans se selon sera seront ses si sinon soi soit son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une
    vers voici voilà vos votre vous y
";

const ENGLISH: &str = "
    a about after against all also am an and any are aren't as at be because been before being between both but by can could did
    do does doing during each either else few for from further had has have having he her here hers him his how i if in into is
    isn't it its just me more most my no nor not of off on once only or other our ours out over own s same she should so some
    such t than that the their theirs them then there these they this those through to too under until up upon very was we were
    what when where which while who whom whose why will with would you your yours
";

/// Articles and such prepositions as add nothing to a name: *the* Emirates, *with* a lid. The others make another thing of
/// it: what is *sans plomb* is not of lead, and a *sous-verre* is no glass.
const LIGHT: &str = "
    a an the of in on with for by at and to from as
    le la les l un une des de du d à au aux en par pour avec et dans
    من في مع علي الي عن
";

/// Small words that French and English share, or that other languages use: they tell neither.
const SHARED: [&str; 18] =
    ["a", "as", "c", "d", "i", "j", "l", "m", "me", "n", "on", "or", "s", "t", "y", "non", "car", "but"];

static SETS: LazyLock<[HashSet<&'static str>; 3]> =
    LazyLock::new(|| [ARABIC, FRENCH, ENGLISH].map(|list| list.split_whitespace().collect()));

/// Whether a word (lower case with accents, or normalised Arabic) is a stop word of the language.
pub fn is_stop_word(word: &str, language: Language) -> bool {
    !Part::StopWords.is_left_out()
        && (SETS[language.position()].contains(word)
            || language == Language::French && is_unaccented_french(word))
}

/// Whether a stop word may be left out of a name.
pub fn is_light(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| LIGHT.split_whitespace().collect());
    WORDS.contains(word)
}

/// Typed without accents, as people do.
fn is_unaccented_french(word: &str) -> bool {
    matches!(
        word,
        "apres"
            | "ou"
            | "la"
            | "etaient"
            | "etait"
            | "etant"
            | "ete"
            | "etre"
            | "meme"
            | "memes"
            | "tres"
            | "voila"
    )
}

/// Whether the word shows that a text is French rather than English.
pub fn tells_french(word: &str) -> bool {
    is_stop_word(word, Language::French) && !is_stop_word(word, Language::English) && !SHARED.contains(&word)
}

/// Whether the word shows that a text is English rather than French.
pub fn tells_english(word: &str) -> bool {
    is_stop_word(word, Language::English) && !is_stop_word(word, Language::French) && !SHARED.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_stop_words_are_written_as_the_normaliser_writes() {
        for word in ARABIC.split_whitespace() {
            let mut normal = String::new();
            super::super::arabic::normalise(word, &mut normal);
            assert_eq!(normal, word);
        }
    }

    #[test]
    fn shared_words_tell_no_language() {
        assert!(tells_french("les") && !tells_english("les"));
        assert!(tells_english("the") && !tells_french("the"));
        assert!(!tells_french("on") && !tells_english("on"));
    }
}
