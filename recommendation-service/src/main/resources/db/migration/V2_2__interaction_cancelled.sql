-- A further kind of interaction: 6 cancelled, which names an order and no product (product_id is empty). It stays, so that an
-- order that is told later is taken back as well.
create index interaction_cancelled on interaction (profile_id, order_id) where kind = 6;
