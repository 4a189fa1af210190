-- The best answers to a request, and whether another one is among them, are read in their order from here alone.
CREATE INDEX matches_best ON matches (request_id, verdict, band DESC, turn, score DESC, product_id, maker_id);
