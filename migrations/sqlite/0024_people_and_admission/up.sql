-- The people of a workshop. Without consent nothing of them is public; who asks for erasure leaves an empty row behind,
-- to which their pieces still point.
CREATE TABLE artisans (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    techniques TEXT NOT NULL,
    since BIGINT,
    words TEXT NOT NULL,
    portrait TEXT,
    consents BOOLEAN NOT NULL,
    retired_at TIMESTAMP,
    erased_at TIMESTAMP,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE INDEX artisans_by_maker ON artisans (maker_id, id);

-- When each of them gave consent or took it back, and how that is known; rows are only added.
CREATE TABLE artisan_consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    artisan_id BIGINT NOT NULL REFERENCES artisans (id),
    given BOOLEAN NOT NULL,
    how TEXT NOT NULL,
    recorded_by BIGINT NOT NULL REFERENCES people (id),
    recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX artisan_consents_by_artisan ON artisan_consents (artisan_id, id);

-- Who made a product, and which part of the work was theirs.
CREATE TABLE product_artisans (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    product_id BIGINT NOT NULL REFERENCES products (id),
    artisan_id BIGINT NOT NULL REFERENCES artisans (id),
    did TEXT NOT NULL,
    rank BIGINT NOT NULL,
    UNIQUE (product_id, artisan_id, did)
);
CREATE INDEX product_artisans_by_artisan ON product_artisans (artisan_id);

-- Who answers for a product's safety in the European Union.
CREATE TABLE responsible_persons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    country TEXT NOT NULL,
    electronic TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    removed_at TIMESTAMP
);
CREATE INDEX responsible_persons_by_maker ON responsible_persons (maker_id, id);

-- Where a maker is reached as manufacturer, and who is responsible where a product names nobody else.
CREATE TABLE manufacturers (
    maker_id BIGINT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    town TEXT NOT NULL,
    country TEXT NOT NULL,
    electronic TEXT NOT NULL,
    responsible_id BIGINT REFERENCES responsible_persons (id),
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

-- What the law wants to be known of a product besides its terms: the warnings stand in products.packing.
CREATE TABLE product_safety (
    product_id BIGINT NOT NULL PRIMARY KEY REFERENCES products (id),
    identifier TEXT,
    needs_no_warnings BOOLEAN NOT NULL,
    responsible_id BIGINT REFERENCES responsible_persons (id),
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL
);

-- The checklist that officers keep for makers.
CREATE TABLE admission_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    wording TEXT NOT NULL,
    mode TEXT NOT NULL,
    subject TEXT,
    scheme TEXT,
    crafts TEXT NOT NULL,
    binds TEXT NOT NULL,
    position BIGINT NOT NULL,
    wording_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    retired_at TIMESTAMP
);

-- What stood in a row after each change; never changed.
CREATE TABLE admission_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_id BIGINT NOT NULL REFERENCES admission_rows (id),
    version BIGINT NOT NULL,
    seen TEXT NOT NULL,
    officer_id BIGINT REFERENCES people (id),
    changed_at TIMESTAMP NOT NULL
);
CREATE INDEX admission_changes_by_row ON admission_changes (row_id, id);

-- What makers have signed, in the words that they signed; never changed.
CREATE TABLE admission_attestations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_id BIGINT NOT NULL REFERENCES admission_rows (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    wording_version BIGINT NOT NULL,
    wording TEXT NOT NULL,
    name TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    attested_at TIMESTAMP NOT NULL
);
CREATE INDEX admission_attestations_by_maker ON admission_attestations (maker_id, row_id, id);

-- What makers have sent to be verified.
CREATE TABLE admission_proofs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_id BIGINT NOT NULL REFERENCES admission_rows (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    note TEXT NOT NULL,
    file_id BIGINT REFERENCES stored_files (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    sent_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP
);
CREATE INDEX admission_proofs_by_maker ON admission_proofs (maker_id, row_id, id);
CREATE INDEX admission_proofs_waiting ON admission_proofs (answered_at, id);

-- What officers said of a maker's row; never changed.
CREATE TABLE admission_verdicts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_id BIGINT NOT NULL REFERENCES admission_rows (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    wording_version BIGINT NOT NULL,
    decision TEXT NOT NULL,
    note TEXT NOT NULL,
    file_id BIGINT REFERENCES stored_files (id),
    officer_id BIGINT NOT NULL REFERENCES people (id),
    decided_at TIMESTAMP NOT NULL
);
CREATE INDEX admission_verdicts_by_maker ON admission_verdicts (maker_id, row_id, id);

-- A row that a maker need not fulfil for a while. Nothing in it is changed but that it may be revoked, once.
CREATE TABLE admission_waivers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    row_id BIGINT NOT NULL REFERENCES admission_rows (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    ends_on DATE NOT NULL,
    officer_id BIGINT NOT NULL REFERENCES people (id),
    granted_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP,
    revoked_by BIGINT REFERENCES people (id),
    revoked_reason TEXT
);
CREATE INDEX admission_waivers_by_maker ON admission_waivers (maker_id, row_id, id);
