-- A maker lets a cluster's organisation, or one agent of it, do named kinds of acts. What was given is never changed:
-- it is answered once, and ended once.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    helper_id BIGINT NOT NULL REFERENCES organisations (id),
    agent_id BIGINT REFERENCES people (id),
    acts TEXT NOT NULL,
    ends_on DATE,
    file_id BIGINT REFERENCES stored_files (id),
    given_by BIGINT NOT NULL REFERENCES people (id),
    given_at TIMESTAMP NOT NULL,
    decision TEXT,
    decision_note TEXT NOT NULL,
    decided_by BIGINT REFERENCES people (id),
    decided_at TIMESTAMP,
    withdrawn_by BIGINT REFERENCES people (id),
    withdrawn_at TIMESTAMP
);
CREATE INDEX consents_by_maker ON consents (maker_id, id);
CREATE INDEX consents_by_helper ON consents (helper_id, id);

-- The maker for whom an agent's session works now.
ALTER TABLE sessions ADD COLUMN acts_for BIGINT REFERENCES organisations (id);

-- Under which consent a fact came about, if somebody acted for the organisation.
ALTER TABLE events ADD COLUMN consent_id BIGINT;
CREATE INDEX events_by_consent ON events (consent_id, id);

-- What a maker was told of at once, and what the maker said to it.
CREATE TABLE digests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    told_at TIMESTAMP NOT NULL,
    answer TEXT,
    reason TEXT NOT NULL,
    answered_by BIGINT REFERENCES people (id),
    answered_at TIMESTAMP,
    settled_note TEXT NOT NULL,
    settled_by BIGINT REFERENCES people (id),
    settled_at TIMESTAMP
);
CREATE INDEX digests_by_maker ON digests (maker_id, id);
CREATE INDEX digests_by_answer ON digests (answer, settled_at);

-- One act each, as it was called when the maker was told.
CREATE TABLE assisted_acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest_id BIGINT NOT NULL REFERENCES digests (id),
    consent_id BIGINT NOT NULL REFERENCES consents (id),
    event_id BIGINT NOT NULL UNIQUE,
    person_id BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    address TEXT NOT NULL,
    done_at TIMESTAMP NOT NULL
);
CREATE INDEX assisted_acts_by_digest ON assisted_acts (digest_id, id);
CREATE INDEX assisted_acts_by_consent ON assisted_acts (consent_id);

-- The links of its letters: each does one thing, once, until a date.
CREATE TABLE digest_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash TEXT NOT NULL UNIQUE,
    digest_id BIGINT NOT NULL REFERENCES digests (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX digest_links_by_digest ON digest_links (digest_id);
