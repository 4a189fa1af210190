-- The order in which those are shown who fit equally well: scores of one band are equals, and whose turn it is comes first.
ALTER TABLE matches ADD COLUMN band BIGINT NOT NULL DEFAULT 0;
ALTER TABLE matches ADD COLUMN turn BIGINT NOT NULL DEFAULT 0;
UPDATE matches SET band = CAST(score * 100 AS BIGINT) / 100, turn = product_id;

-- Who was among the first that a buyer was shown, and how well its best product fitted on that day.
CREATE TABLE introductions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    contributions TEXT NOT NULL,
    introduced_at TIMESTAMP NOT NULL,
    UNIQUE (request_id, maker_id)
);
CREATE INDEX introductions_by_maker ON introductions (maker_id, introduced_at);

-- What the two sides made of it; only ever added to.
CREATE TABLE match_outcomes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    outcome TEXT NOT NULL,
    person_id BIGINT REFERENCES people (id),
    happened_at TIMESTAMP NOT NULL
);
CREATE INDEX match_outcomes_by_request ON match_outcomes (request_id, maker_id, id);
CREATE INDEX match_outcomes_by_maker ON match_outcomes (maker_id, outcome, happened_at);
INSERT INTO match_outcomes (request_id, maker_id, outcome, happened_at)
    SELECT request_id, maker_id, 'quoted', created_at FROM quotes WHERE request_id IS NOT NULL ORDER BY id;
INSERT INTO match_outcomes (request_id, maker_id, outcome, happened_at)
    SELECT request_id, maker_id, 'won', updated_at FROM quotes
    WHERE request_id IS NOT NULL AND status = 'accepted' ORDER BY id;

-- Requests that a maker does not want to answer, and why.
CREATE TABLE request_declines (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    declined_at TIMESTAMP NOT NULL,
    UNIQUE (request_id, maker_id)
);
CREATE INDEX request_declines_by_maker ON request_declines (maker_id);

-- What a maker does not want to be asked for at all.
CREATE TABLE maker_limits (
    maker_id BIGINT PRIMARY KEY REFERENCES organisations (id),
    least_pieces BIGINT,
    busy_until DATE,
    not_to TEXT NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

-- What makers say of requests that no buyer can mean, and what an officer found.
ALTER TABLE sourcing_requests ADD COLUMN fake_at TIMESTAMP;
CREATE TABLE request_reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    suspicion TEXT NOT NULL,
    note TEXT NOT NULL,
    reported_at TIMESTAMP NOT NULL,
    verdict TEXT NOT NULL,
    officer_id BIGINT REFERENCES people (id),
    decision_note TEXT,
    decided_at TIMESTAMP,
    UNIQUE (request_id, maker_id)
);
CREATE INDEX request_reports_by_verdict ON request_reports (verdict, id);
