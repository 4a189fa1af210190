-- What a maker's goods conform to, by whom, for which of them and for how long. A removed one stays for its history.
CREATE TABLE certificates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    scheme TEXT NOT NULL,
    name TEXT NOT NULL,
    number TEXT NOT NULL,
    issuer TEXT NOT NULL,
    covers TEXT NOT NULL,
    products TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE,
    note TEXT NOT NULL,
    file_id BIGINT REFERENCES stored_files (id),
    standing TEXT NOT NULL,
    checked_at TIMESTAMP,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    removed_at TIMESTAMP
);
CREATE INDEX certificates_by_maker ON certificates (maker_id);
CREATE INDEX certificates_by_standing ON certificates (standing, id);
CREATE INDEX certificates_by_end ON certificates (valid_until);

-- What officers said of it and what they saw then; never changed.
CREATE TABLE certificate_decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    certificate_id BIGINT NOT NULL REFERENCES certificates (id),
    version BIGINT NOT NULL,
    decision TEXT NOT NULL,
    note TEXT NOT NULL,
    seen TEXT NOT NULL,
    officer_id BIGINT NOT NULL REFERENCES people (id),
    decided_at TIMESTAMP NOT NULL
);
CREATE INDEX certificate_decisions_by_certificate ON certificate_decisions (certificate_id, id);

-- Which letters about its end have been written.
CREATE TABLE certificate_reminders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    certificate_id BIGINT NOT NULL REFERENCES certificates (id),
    ends_on DATE NOT NULL,
    step TEXT NOT NULL,
    posted_at TIMESTAMP NOT NULL,
    UNIQUE (certificate_id, ends_on, step)
);
