//! The parts of the search that can be left out one at a time, to measure what each brings and what it costs.
//!
//! Only with the feature `ablation`, which the program is never built with, does leaving out cost anything at all.

/// A part that ranking could do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words meet by their stems, and not only as they are written.
    Stems,
    /// Latin letters meet with and without their accents.
    Accents,
    /// Small words say nothing.
    StopWords,
    /// Words meet on what the lexicon says that they name.
    Concepts,
    /// A document about a narrower concept answers a broader query.
    Narrower,
    /// Where few documents have a concept, its broader and near ones help out.
    Substitutes,
    /// Sizes meet across units.
    Sizes,
    /// Rare and unknown words meet by their consonants.
    Consonants,
    /// Misspelt words are corrected.
    Spelling,
    /// A demand has parts that bind, and wants a share of it answered.
    Verdict,
    /// The words of a title count more than once.
    Titles,
    /// The rarity of a word and the length of a text are those of its language.
    OwnStatistics,
}

impl Part {
    pub const ALL: [Self; 12] = [
        Self::Stems,
        Self::Accents,
        Self::StopWords,
        Self::Concepts,
        Self::Narrower,
        Self::Substitutes,
        Self::Sizes,
        Self::Consonants,
        Self::Spelling,
        Self::Verdict,
        Self::Titles,
        Self::OwnStatistics,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stems => "stems",
            Self::Accents => "accents",
            Self::StopWords => "stop words",
            Self::Concepts => "concepts",
            Self::Narrower => "narrower",
            Self::Substitutes => "substitutes",
            Self::Sizes => "sizes",
            Self::Consonants => "consonants",
            Self::Spelling => "spelling",
            Self::Verdict => "verdict",
            Self::Titles => "titles",
            Self::OwnStatistics => "own statistics",
        }
    }

    #[cfg(not(feature = "ablation"))]
    pub(crate) const fn is_left_out(self) -> bool {
        false
    }

    /// What the variable `SEARCH_WITHOUT` names. Of a whole process, because the lexicon is read with it.
    #[cfg(feature = "ablation")]
    pub(crate) fn is_left_out(self) -> bool {
        static LEFT_OUT: std::sync::LazyLock<Option<Part>> = std::sync::LazyLock::new(|| {
            let named = std::env::var("SEARCH_WITHOUT").ok()?;
            Some(Part::ALL.into_iter().find(|part| part.as_str() == named).expect("a part of the search"))
        });
        *LEFT_OUT == Some(self)
    }
}
