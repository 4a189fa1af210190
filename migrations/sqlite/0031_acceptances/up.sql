-- Capacity is kept free from the moment a quote is accepted; the order that comes of it takes it over.
ALTER TABLE capacity_reservations RENAME TO capacity_reservations_of_orders;
CREATE TABLE capacity_reservations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    quote_id BIGINT REFERENCES quotes (id),
    deal_id BIGINT REFERENCES deals (id),
    maker_id BIGINT NOT NULL REFERENCES organisations (id),
    product_id BIGINT NOT NULL REFERENCES products (id),
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    released_at TIMESTAMP,
    CHECK ((quote_id IS NULL) <> (deal_id IS NULL))
);
INSERT INTO capacity_reservations (deal_id, maker_id, product_id, quantity, starts_on, ends_on, released_at)
SELECT deal_id, maker_id, product_id, quantity, starts_on, ends_on, released_at
FROM capacity_reservations_of_orders ORDER BY id;
DROP TABLE capacity_reservations_of_orders;
CREATE INDEX capacity_reservations_by_product ON capacity_reservations (product_id, ends_on);
CREATE INDEX capacity_reservations_by_maker ON capacity_reservations (maker_id, ends_on);
CREATE INDEX capacity_reservations_by_deal ON capacity_reservations (deal_id);
CREATE INDEX capacity_reservations_by_quote ON capacity_reservations (quote_id);

-- A quote can also end because the buyer has chosen another one; the words stand in the code alone from now on.
DROP INDEX quotes_by_buyer;
DROP INDEX quotes_by_maker;
ALTER TABLE quotes ADD COLUMN standing TEXT NOT NULL DEFAULT 'open';
UPDATE quotes SET standing = status;
ALTER TABLE quotes DROP COLUMN status;
ALTER TABLE quotes RENAME COLUMN standing TO status;
CREATE INDEX quotes_by_buyer ON quotes (buyer_id, status);
CREATE INDEX quotes_by_maker ON quotes (maker_id, status);
