CREATE TABLE collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    story TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    published_at TIMESTAMP,
    withdrawn_at TIMESTAMP,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX collections_by_maker ON collections (maker_id, status);

CREATE TABLE products (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    collection_id BIGINT REFERENCES collections (id),
    slug TEXT NOT NULL UNIQUE,
    sku TEXT,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    craft TEXT,
    materials TEXT NOT NULL,
    techniques TEXT NOT NULL,
    price_minor BIGINT CHECK (price_minor > 0),
    currency TEXT,
    moq BIGINT CHECK (moq > 0),
    order_multiple BIGINT CHECK (order_multiple > 0),
    lead_time_days BIGINT CHECK (lead_time_days >= 0),
    weekly_capacity BIGINT CHECK (weekly_capacity > 0),
    hs_code TEXT,
    origin TEXT,
    weight_grams BIGINT CHECK (weight_grams > 0),
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    published_at TIMESTAMP,
    withdrawn_at TIMESTAMP,
    content_hash TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (maker_id, sku)
);
CREATE INDEX products_by_maker ON products (maker_id, status);
CREATE INDEX products_by_collection ON products (collection_id);

CREATE TABLE pictures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    product_id BIGINT REFERENCES products (id),
    collection_id BIGINT REFERENCES collections (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    rank BIGINT NOT NULL,
    large_key TEXT NOT NULL,
    small_key TEXT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    caption TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX pictures_by_product ON pictures (product_id, rank);
CREATE INDEX pictures_by_collection ON pictures (collection_id, rank);
-- Pictures are asked for by their file's name.
CREATE INDEX pictures_by_large_key ON pictures (large_key);
CREATE INDEX pictures_by_small_key ON pictures (small_key);
-- The newest that is on show.
CREATE INDEX products_by_status ON products (status, id);
CREATE INDEX collections_by_status ON collections (status, id);
