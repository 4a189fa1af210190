-- Which facts of a kind lie ahead of a position is asked before each look for matches.
CREATE INDEX events_by_kind ON events (kind, id);

-- What a look asks of very many rows stands in an index, so that the rows, which are long, need not be opened.
CREATE INDEX sourcing_requests_waiting ON sourcing_requests (status, answers_by, version, buyer_id);
CREATE INDEX products_on_show ON products (craft, status, id, version, maker_id);
DROP INDEX matches_by_product;
CREATE INDEX matches_by_product ON matches (product_id, request_id);
