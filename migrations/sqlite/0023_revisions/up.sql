-- One change of many products at once, so that it can be taken back at once.
CREATE TABLE bulk_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    products BIGINT NOT NULL,
    person_id BIGINT REFERENCES people (id),
    organisation_id BIGINT REFERENCES organisations (id),
    changed_at TIMESTAMP NOT NULL,
    undone_at TIMESTAMP
);
CREATE INDEX bulk_changes_by_maker ON bulk_changes (maker_id, id);

-- What was changed of a product or a collection: the fields, each before and after.
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT REFERENCES products (id),
    collection_id BIGINT REFERENCES collections (id),
    act TEXT NOT NULL CHECK (act IN ('created', 'edited', 'terms', 'pictures', 'published', 'withdrawn', 'imported', 'copied', 'translated', 'bulk', 'undone', 'restored')),
    -- The revision that this one undoes, or whose state it brings back. It may have been swept since.
    about_id BIGINT,
    bulk_change_id BIGINT REFERENCES bulk_changes (id),
    -- That of the thing once it was changed.
    version BIGINT NOT NULL,
    changes TEXT NOT NULL,
    person_id BIGINT REFERENCES people (id),
    organisation_id BIGINT REFERENCES organisations (id),
    recorded_at TIMESTAMP NOT NULL,
    CHECK ((product_id IS NULL) <> (collection_id IS NULL))
);
CREATE INDEX revisions_by_product ON revisions (product_id, id);
CREATE INDEX revisions_by_collection ON revisions (collection_id, id);
CREATE INDEX revisions_by_bulk_change ON revisions (bulk_change_id);
CREATE INDEX revisions_by_about ON revisions (about_id);
CREATE INDEX revisions_by_time ON revisions (recorded_at);

-- What somebody has typed and not saved: raw, for their own eyes.
CREATE TABLE form_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('product', 'collection')),
    -- 0 for what is being written for the first time.
    thing_id BIGINT NOT NULL,
    content TEXT NOT NULL,
    kept_at TIMESTAMP NOT NULL,
    UNIQUE (person_id, maker_id, kind, thing_id)
);
CREATE INDEX form_drafts_by_time ON form_drafts (kept_at);
