-- Letters that nobody need get say where one click ends them.
ALTER TABLE letters ADD COLUMN unsubscribe TEXT;

-- How often somebody is written to about what is new, where they have chosen; and up to when they were.
CREATE TABLE tiding_readers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL UNIQUE REFERENCES people (id),
    rhythm TEXT NOT NULL,
    former_rhythm TEXT NOT NULL,
    told_to TIMESTAMP,
    changed_at TIMESTAMP NOT NULL
);

-- What somebody searched for and wants to hear of again: words and filters as they stand in the address of the search.
CREATE TABLE saved_searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX saved_searches_by_person ON saved_searches (person_id, id);

-- What waits to be told to somebody, and what they were told: each thing once.
CREATE TABLE tidings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    kind TEXT NOT NULL,
    request_id BIGINT REFERENCES sourcing_requests (id),
    product_id BIGINT REFERENCES products (id),
    search_id BIGINT REFERENCES saved_searches (id),
    found_at TIMESTAMP NOT NULL,
    told_at TIMESTAMP
);
CREATE UNIQUE INDEX tidings_once ON tidings (person_id, kind, COALESCE(request_id, 0), COALESCE(product_id, 0), COALESCE(search_id, 0));
CREATE INDEX tidings_waiting ON tidings (person_id, found_at) WHERE told_at IS NULL;
CREATE INDEX tidings_by_product ON tidings (product_id, kind);
CREATE INDEX tidings_by_age ON tidings (found_at);

-- The links of these letters: each does one thing for one person.
CREATE TABLE tiding_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash TEXT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES people (id),
    organisation_id BIGINT REFERENCES organisations (id),
    request_id BIGINT REFERENCES sourcing_requests (id),
    action TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX tiding_links_by_age ON tiding_links (expires_at);
