-- A quote is a thread between one buyer and one maker; what was offered stands in its versions, which never change.
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT REFERENCES sourcing_requests (id),
    buyer_id BIGINT NOT NULL REFERENCES organisations (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'declined', 'withdrawn')),
    latest_number BIGINT NOT NULL,
    accepted_number BIGINT,
    closed_note TEXT,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX quotes_by_buyer ON quotes (buyer_id, status);
CREATE INDEX quotes_by_maker ON quotes (maker_id, status);
CREATE INDEX quotes_by_request ON quotes (request_id);

CREATE TABLE quote_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    quote_id BIGINT NOT NULL REFERENCES quotes (id),
    number BIGINT NOT NULL,
    offered_by BIGINT NOT NULL REFERENCES organisations (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    currency TEXT NOT NULL,
    incoterm TEXT NOT NULL,
    named_place TEXT NOT NULL,
    lead_time_days BIGINT NOT NULL,
    valid_until DATE NOT NULL,
    note TEXT,
    total_minor BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (quote_id, number)
);

CREATE TABLE quote_lines (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    quote_version_id BIGINT NOT NULL REFERENCES quote_versions (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    title TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    unit_price_minor BIGINT NOT NULL CHECK (unit_price_minor > 0)
);
CREATE INDEX quote_lines_by_version ON quote_lines (quote_version_id);

CREATE TABLE agreements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    buyer_id BIGINT NOT NULL REFERENCES organisations (id),
    quote_id BIGINT REFERENCES quotes (id),
    title TEXT NOT NULL,
    territory TEXT NOT NULL,
    channel TEXT NOT NULL,
    exclusive BOOLEAN NOT NULL,
    collections TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    terms TEXT NOT NULL,
    terms_language TEXT NOT NULL,
    terms_hash TEXT,
    status TEXT NOT NULL CHECK (status IN ('draft', 'proposed', 'signed', 'active', 'ended', 'withdrawn')),
    proposed_by BIGINT REFERENCES organisations (id),
    proposed_at TIMESTAMP,
    signed_at TIMESTAMP,
    ended_at TIMESTAMP,
    ended_note TEXT,
    created_by BIGINT NOT NULL REFERENCES organisations (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX agreements_by_maker ON agreements (maker_id, status);
CREATE INDEX agreements_by_buyer ON agreements (buyer_id, status);

CREATE TABLE signatures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id BIGINT NOT NULL REFERENCES agreements (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    person_id BIGINT NOT NULL REFERENCES people (id),
    signed_name TEXT NOT NULL,
    terms_hash TEXT NOT NULL,
    signed_at TIMESTAMP NOT NULL,
    UNIQUE (agreement_id, organisation_id)
);

CREATE TABLE deals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id BIGINT NOT NULL REFERENCES agreements (id),
    quote_id BIGINT REFERENCES quotes (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    buyer_id BIGINT NOT NULL REFERENCES organisations (id),
    exporter_id BIGINT NOT NULL REFERENCES organisations (id),
    status TEXT NOT NULL CHECK (status IN ('draft', 'confirmed', 'shipped', 'delivered', 'paid', 'cancelled')),
    currency TEXT NOT NULL,
    total_minor BIGINT NOT NULL,
    incoterm TEXT NOT NULL,
    named_place TEXT NOT NULL,
    origin TEXT NOT NULL,
    destination TEXT NOT NULL,
    shipped_on DATE,
    repatriate_by DATE,
    confirmed_at TIMESTAMP,
    delivered_at TIMESTAMP,
    paid_at TIMESTAMP,
    cancelled_at TIMESTAMP,
    cancelled_note TEXT,
    created_by BIGINT NOT NULL REFERENCES organisations (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX deals_by_agreement ON deals (agreement_id);
CREATE INDEX deals_by_maker ON deals (maker_id, status);
CREATE INDEX deals_by_buyer ON deals (buyer_id, status);

CREATE TABLE deal_lines (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deal_id BIGINT NOT NULL REFERENCES deals (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    title TEXT NOT NULL,
    sku TEXT,
    hs_code TEXT NOT NULL,
    origin TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    unit_price_minor BIGINT NOT NULL CHECK (unit_price_minor > 0)
);
CREATE INDEX deal_lines_by_deal ON deal_lines (deal_id);
