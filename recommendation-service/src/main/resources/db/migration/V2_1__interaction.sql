-- What visitors did with products; only of those who allow personalization.
create table interaction (
    profile_id uuid not null,
    at timestamptz not null,
    event_id uuid not null,
    product_id text not null,
    -- 1 viewed, 2 clicked, 3 added to the cart, 4 removed from it, 5 bought
    kind smallint not null,
    quantity integer not null,
    order_id text,
    primary key (profile_id, at, event_id, product_id)
);
-- An order counts once, however often it is told.
create unique index interaction_order on interaction (profile_id, order_id, product_id) where order_id is not null;
create index interaction_bought on interaction (profile_id, product_id, at) where kind = 5;

-- Up to where a topic has been taken into this database, and with how many effects, written with the effects themselves.
create table consumer_position (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    effects bigint not null,
    primary key (topic, partition)
);
