-- What a product costs by quantity, place, time and day; in which forms it comes; how it is packed; what a sample costs.
ALTER TABLE products ADD COLUMN tiers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE products ADD COLUMN sample_price_minor BIGINT CHECK (sample_price_minor >= 0);
ALTER TABLE products ADD COLUMN sample_currency TEXT;
ALTER TABLE products ADD COLUMN only_in TEXT NOT NULL DEFAULT '[]';
ALTER TABLE products ADD COLUMN except_in TEXT NOT NULL DEFAULT '[]';
ALTER TABLE products ADD COLUMN packing TEXT NOT NULL DEFAULT '{}';

-- One form of a product. A retired one stays for the quotes that name it.
CREATE TABLE variants (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    product_id BIGINT NOT NULL REFERENCES products (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    rank BIGINT NOT NULL,
    sku TEXT NOT NULL,
    options TEXT NOT NULL,
    price_minor BIGINT CHECK (price_minor > 0),
    currency TEXT,
    weight_grams BIGINT CHECK (weight_grams > 0),
    retired_at TIMESTAMP,
    UNIQUE (maker_id, sku)
);
CREATE INDEX variants_by_product ON variants (product_id, rank);
ALTER TABLE quote_lines ADD COLUMN variant_id BIGINT REFERENCES variants (id);
ALTER TABLE deal_lines ADD COLUMN variant_id BIGINT REFERENCES variants (id);

-- A maker's smallest order, over all products.
ALTER TABLE maker_profiles ADD COLUMN order_minimum_minor BIGINT CHECK (order_minimum_minor > 0);
ALTER TABLE maker_profiles ADD COLUMN order_minimum_currency TEXT;

-- Weeks in which more or fewer pieces are made than usual; none where the workshop is closed. Of one product, or of all.
CREATE TABLE capacity_periods (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT REFERENCES products (id),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    weekly BIGINT NOT NULL CHECK (weekly >= 0),
    note TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX capacity_periods_by_maker ON capacity_periods (maker_id, ends_on);
