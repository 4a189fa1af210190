-- What is already promised. Trade writes it; search and matching read it.
CREATE TABLE exclusivity_grants (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id BIGINT NOT NULL REFERENCES agreements (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    buyer_id BIGINT NOT NULL REFERENCES organisations (id),
    collection_id BIGINT REFERENCES collections (id),
    country TEXT NOT NULL,
    channel TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    released_at TIMESTAMP
);
CREATE INDEX exclusivity_grants_by_maker ON exclusivity_grants (maker_id, country);

CREATE TABLE capacity_reservations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deal_id BIGINT NOT NULL REFERENCES deals (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    released_at TIMESTAMP
);
CREATE INDEX capacity_reservations_by_product ON capacity_reservations (product_id, ends_on);
CREATE INDEX capacity_reservations_by_deal ON capacity_reservations (deal_id);
