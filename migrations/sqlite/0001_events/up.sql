-- What happened, in the order in which it became true. Payloads hold ids only.
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    person_id BIGINT,
    organisation_id BIGINT,
    recorded_at TIMESTAMP NOT NULL
);

-- One row per consumer that works for the whole installation; a lease lets one node at a time do it.
CREATE TABLE consumers (
    name TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    holder TEXT,
    leased_until TIMESTAMP
);

-- Facts about this database itself: its identity and its epoch, which a restore raises.
CREATE TABLE house_facts (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Answers to POST requests that carried an idempotency key, stored with the write they belong to.
CREATE TABLE idempotency_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status BIGINT NOT NULL,
    answer TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (scope, key)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
