-- What officers changed in the search lexicon: whole entries by key, over those that the program ships. A key that has
-- no row stands as it is shipped.
CREATE TABLE lexicon_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    entry TEXT NOT NULL,
    revision BIGINT NOT NULL,
    changed_by BIGINT NOT NULL REFERENCES people (id),
    changed_at TIMESTAMP NOT NULL
);

-- Every change ever made. Without an entry before or after: as it is shipped, or not there.
CREATE TABLE lexicon_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    revision BIGINT NOT NULL,
    entry_before TEXT,
    entry_after TEXT,
    changed_by BIGINT NOT NULL REFERENCES people (id),
    changed_at TIMESTAMP NOT NULL,
    UNIQUE (key, revision)
);

-- Searches that found nothing: what was typed, and how often. Never who typed it.
CREATE TABLE unanswered_queries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('en', 'fr', 'ar')),
    asked BIGINT NOT NULL,
    first_on DATE NOT NULL,
    last_on DATE NOT NULL,
    settled_on DATE,
    UNIQUE (text, language)
);
CREATE INDEX unanswered_queries_by_count ON unanswered_queries (asked, id);
