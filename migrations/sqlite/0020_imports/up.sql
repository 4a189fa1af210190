-- A maker's file between its arrival and its commit. Without a maker: an operator's, whose lines name their makers.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT REFERENCES organisations (id),
    -- Of the file and of what was said about it: the same file is not taken in twice.
    content_hash TEXT NOT NULL,
    about TEXT NOT NULL,
    layout TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reading', 'grouping', 'checking', 'ready', 'committed')),
    -- How many rows were taken in, and the row up to which they were checked.
    staged BIGINT NOT NULL,
    position BIGINT NOT NULL,
    tally TEXT NOT NULL,
    created_by BIGINT REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    committed_at TIMESTAMP
);
CREATE INDEX imports_by_maker ON imports (maker_id, content_hash);
CREATE INDEX imports_by_state ON imports (state, updated_at);

-- The rows of its file. The first row of a product (its leader) bears what was found about all of them.
CREATE TABLE import_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id BIGINT NOT NULL REFERENCES imports (id),
    number BIGINT NOT NULL,
    leader BIGINT NOT NULL,
    cells TEXT NOT NULL,
    outcome TEXT CHECK (outcome IN ('created', 'changed', 'skipped', 'refused')),
    verdict TEXT,
    UNIQUE (import_id, number)
);
CREATE INDEX import_rows_by_leader ON import_rows (import_id, leader, number);
CREATE INDEX import_rows_by_outcome ON import_rows (import_id, outcome, number);

-- Which article numbers its products and their variants have, each by the leader of its product: none may come twice.
CREATE TABLE import_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id BIGINT NOT NULL REFERENCES imports (id),
    item TEXT NOT NULL,
    number BIGINT NOT NULL
);
CREATE INDEX import_items_by_item ON import_items (import_id, item, number);

-- What a maker said about headers that were not understood, for all later files.
CREATE TABLE import_mappings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    header TEXT NOT NULL,
    field TEXT NOT NULL,
    mapped_at TIMESTAMP NOT NULL,
    UNIQUE (maker_id, header)
);
