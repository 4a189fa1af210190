-- A cluster's quote for a split: who exports it, and which workshop makes how much of it at which price of its own.
ALTER TABLE quote_versions ADD COLUMN split_id BIGINT REFERENCES splits (id);
ALTER TABLE quote_versions ADD COLUMN exporter_id BIGINT REFERENCES organisations (id);

CREATE TABLE quote_allocations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    quote_version_id BIGINT NOT NULL REFERENCES quote_versions (id),
    share_id BIGINT NOT NULL REFERENCES split_shares (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    unit_price_minor BIGINT NOT NULL CHECK (unit_price_minor > 0),
    currency TEXT NOT NULL
);
CREATE INDEX quote_allocations_by_version ON quote_allocations (quote_version_id);
CREATE INDEX quote_allocations_by_share ON quote_allocations (share_id);

-- What each workshop makes of an order, and what of its price is for that.
CREATE TABLE deal_allocations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deal_id BIGINT NOT NULL REFERENCES deals (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0)
);
CREATE INDEX deal_allocations_by_deal ON deal_allocations (deal_id);
CREATE INDEX deal_allocations_by_maker ON deal_allocations (maker_id);
