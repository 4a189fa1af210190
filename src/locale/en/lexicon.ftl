# The officers' desk of the search lexicon.

nav-lexicon = Search lexicon
door-lexicon = Search lexicon
task-unanswered = { $count ->
    [one] One search found nothing: has the lexicon no word for it?
   *[other] { $shown } searches found nothing: has the lexicon no words for them?
}

lexicon-lead = What things, materials, techniques and places are called in three languages. A search finds by any of a concept’s names what is called by another.
lexicon-new = New concept
lexicon-new-lead = It is known to every search within a moment, and everything that bears one of its names is found by all of them.
lexicon-add = Add the concept
lexicon-concept = Concept
lexicon-count = { $count ->
    [one] One concept
   *[other] { $count } concepts
}
lexicon-none-text = Try another spelling, or add the concept.
lexicon-choose-for = Choose the concept that “{ $text }” is another name of.
lexicon-word = Word or key
lexicon-language = Language
lexicon-all = All
lexicon-choose = Please choose
lexicon-key = Key
lexicon-key-hint = Small letters, digits and hyphens, for example olive-wood. It stays as it is.
lexicon-class = What it is
lexicon-class-hint = Whoever asks for a thing or a place wants just that; all else only helps.
lexicon-class-object = Thing
lexicon-class-material = Material
lexicon-class-technique = Technique
lexicon-class-motif = Motif or style
lexicon-class-place = Place
lexicon-class-colour = Colour
lexicon-class-quality = Quality or occasion
lexicon-class-trade = Trade word
lexicon-labels = Names
lexicon-labels-hint = One a line, the best one first; also plurals that do not follow a rule. At least one language is needed.
lexicon-also = Other spellings
lexicon-also-hint = In Latin letters and of no one language: transliterations, dialect words, old names.
lexicon-broader = Is a kind of
lexicon-broader-hint = Keys of broader concepts, one a line.
lexicon-near = Close to
lexicon-near-hint = Keys of what a buyer might take instead, one a line.
lexicon-narrower = Kinds of it
lexicon-standing = Standing
lexicon-standing-shipped = As shipped
lexicon-standing-corrected = Corrected
lexicon-standing-added = Added
lexicon-standing-withdrawn = Withdrawn
lexicon-documents = { $count ->
    [0] Nothing in the house is about it now.
    [one] One document of the search is about it.
   *[other] { $count } documents of the search are about it.
}
lexicon-withdrawn-note = No search knows this concept. Save it, or undo its withdrawal, and it is there again.
lexicon-correct = Correct it
lexicon-withdraw = Withdraw the concept
lexicon-withdraw-sure = No search will know this concept any more. You can undo that.
lexicon-history = What was changed
lexicon-revision = No.
lexicon-deed = Done
lexicon-deed-added = Added
lexicon-deed-corrected = Corrected
lexicon-deed-withdrawn = Withdrawn
lexicon-deed-restored = Put back
lexicon-what-changed = Taken away and put in
lexicon-order = another order
lexicon-by = By
lexicon-undo = Undo
lexicon-of-class = What it is
lexicon-of-en = English
lexicon-of-fr = French
lexicon-of-ar = Arabic
lexicon-of-also = Other spellings
lexicon-of-broader = Is a kind of
lexicon-of-near = Close to

unanswered-title = Searches that found nothing
unanswered-lead = What was typed, and how often; never by whom. Perhaps it is a word that the lexicon lacks, perhaps a thing that the house lacks.
unanswered-none = Nothing here
unanswered-none-text = Searches that find nothing are counted, and stand here a moment later.
unanswered-words = Words
unanswered-asked = How often
unanswered-days = When
unanswered-what-now = What now
unanswered-new = New concept of it
unanswered-existing = Another name of a concept
unanswered-settle = Settle
unanswered-open = Open
unanswered-settled = Settled

notice-concept-added = The concept is added. Searches know it within a moment.
notice-concept-corrected = The concept is saved. Searches know it within a moment.
notice-concept-withdrawn = The concept is withdrawn.
notice-change-undone = What stood before is put back.
notice-query-settled = Settled.

problem-lexicon-key = Small letters, digits and single hyphens, at most 60, for example olive-wood.
problem-lexicon-key-taken = There is a concept “{ $key }” already: correct that one.
problem-lexicon-itself = A concept cannot name itself here.
problem-lexicon-circle = “{ $key }” is itself a kind of this concept, so this would go round in a circle.
problem-lexicon-revision = This concept has no such change.
problem-label-arabic = “{ $label }” is not written in Arabic letters.
problem-label-latin = “{ $label }” belongs with the Arabic names: here, please write Latin letters.
problem-label-no-word = “{ $label }” holds no word.
refusal-lexicon-withdrawn = This concept is withdrawn already.
refusal-lexicon-same = What stood before this change stands now already.
refusal-lexicon-circle = What stood before cannot be put back: “{ $key }” has become a kind of this concept.
