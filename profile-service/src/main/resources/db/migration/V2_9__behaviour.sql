-- What a profile's events add up to, in a form of its own (package computed.behaviour). A profile without a row has it made of
-- the event store when it is next touched.
create table behaviour (
    profile_id uuid primary key,
    state bytea not null,
    lost boolean not null
) with (fillfactor = 80);
-- Those of which some figures have to be computed anew.
create index behaviour_lost on behaviour (profile_id) where lost;
-- It is written with nearly every batch of a visitor, and dense already.
alter table behaviour alter column state set storage external;

-- What a customer is worth beside all others, as of the last time that this was learnt.
create table customer_value (
    profile_id uuid primary key,
    traits jsonb not null
);

-- When that was, of how many orders, and until when somebody is at it.
create table valuation (
    only_one boolean primary key default true check (only_one),
    learnt_on date,
    orders bigint not null,
    leased_until timestamptz not null
);
insert into valuation (orders, leased_until) values (0, '-infinity');

-- How often everybody buys a product again, as of the same time: figures of the gaps' logarithms.
create table product_interval (
    product text primary key,
    log_days double precision not null,
    within double precision not null,
    between_buyers double precision not null,
    buyers bigint not null
);
