CREATE TABLE initiatives (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cluster_id BIGINT NOT NULL REFERENCES clusters (id),
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    phase TEXT NOT NULL,
    starts_on DATE,
    ends_on DATE,
    dates_indicative BOOLEAN NOT NULL,
    text_illustrative BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX initiatives_by_cluster ON initiatives (cluster_id);

-- One published figure may have been stated several times, differently. Every statement stays; one of them is adopted.
CREATE TABLE figures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    definition TEXT NOT NULL,
    unit TEXT NOT NULL
);

CREATE TABLE claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    figure_id BIGINT NOT NULL REFERENCES figures (id),
    country TEXT,
    cluster_id BIGINT REFERENCES clusters (id),
    value TEXT NOT NULL,
    qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'about', 'over')),
    stated_on TEXT NOT NULL,
    stated_on_basis TEXT NOT NULL CHECK (stated_on_basis IN ('stated', 'estimated')),
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    recorded_by BIGINT REFERENCES people (id),
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX claims_by_figure ON claims (figure_id);

CREATE TABLE adoptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    claim_id BIGINT NOT NULL REFERENCES claims (id),
    reason TEXT NOT NULL,
    adopted_by BIGINT REFERENCES people (id),
    adopted_at TIMESTAMP NOT NULL
);
CREATE INDEX adoptions_by_claim ON adoptions (claim_id);

CREATE TABLE indicators (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    aggregation TEXT NOT NULL CHECK (aggregation IN ('sum', 'last', 'average', 'ratio', 'distinct-count')),
    computed TEXT NOT NULL,
    baseline TEXT NOT NULL,
    baseline_on DATE NOT NULL,
    assumptions TEXT NOT NULL,
    position BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

-- The newest row of a day is the target; the older ones are its history.
CREATE TABLE indicator_targets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator_id BIGINT NOT NULL REFERENCES indicators (id),
    due_on DATE NOT NULL,
    value TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('published-result', 'illustrative', 'decided')),
    reason TEXT NOT NULL,
    set_by BIGINT REFERENCES people (id),
    set_at TIMESTAMP NOT NULL
);
CREATE INDEX indicator_targets_by_indicator ON indicator_targets (indicator_id, due_on);

-- An officer's word on a record, with evidence. Revoking adds a row; nothing is overwritten.
CREATE TABLE verifications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL CHECK (subject IN ('deal', 'agreement', 'collection')),
    subject_id BIGINT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('verified', 'revoked')),
    evidence_note TEXT NOT NULL,
    evidence_file_id BIGINT REFERENCES stored_files (id),
    record_hash TEXT NOT NULL,
    eur_minor BIGINT,
    rate_month TEXT,
    rate_per_eur TEXT,
    rate_source TEXT,
    rate_source_hash TEXT,
    officer_id BIGINT NOT NULL REFERENCES people (id),
    decided_at TIMESTAMP NOT NULL
);
CREATE INDEX verifications_by_subject ON verifications (subject, subject_id, id);

CREATE TABLE exchange_rates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    month TEXT NOT NULL,
    currency TEXT NOT NULL,
    per_eur TEXT NOT NULL,
    source TEXT NOT NULL,
    source_hash TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    UNIQUE (month, currency)
);
