CREATE TABLE sourcing_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    buyer_id BIGINT NOT NULL REFERENCES organisations (id),
    title TEXT NOT NULL,
    wanted TEXT NOT NULL,
    language TEXT NOT NULL,
    crafts TEXT NOT NULL,
    materials TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    target_price_minor BIGINT CHECK (target_price_minor > 0),
    currency TEXT,
    destination TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('shops', 'online', 'hospitality', 'wholesale')),
    needed_by DATE NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    opened_at TIMESTAMP,
    closed_at TIMESTAMP,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX sourcing_requests_by_buyer ON sourcing_requests (buyer_id, status);
CREATE INDEX sourcing_requests_open ON sourcing_requests (status, opened_at);

CREATE TABLE matches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id BIGINT NOT NULL REFERENCES sourcing_requests (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('match', 'near')),
    score DOUBLE PRECISION NOT NULL,
    reasons TEXT NOT NULL,
    found_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (request_id, product_id)
);
CREATE INDEX matches_by_maker ON matches (maker_id, request_id);
CREATE INDEX matches_by_product ON matches (product_id);
