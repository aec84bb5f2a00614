-- Events on their way in, whose they are, and what they add up to.

-- (source, message id) of every event taken, as the first 128 bits of a SHA-256, so that nothing personal is in it.
create table message_claim (
    claim uuid not null,
    claimed_at timestamptz not null,
    primary key (claim)
) partition by hash (claim);
do $$
begin
    for i in 0..15 loop
        execute format('create table message_claim_%s partition of message_claim '
            'for values with (modulus 16, remainder %s)', i, i);
    end loop;
end $$;
create index message_claim_age on message_claim using brin (claimed_at);

-- One row per profile, whose lock stands for the profile, its identifiers and its orders. A merged profile keeps its row
-- and points at the survivor, never at another merged one; an erased one keeps its row with nothing in it.
create table profile (
    id uuid primary key,
    sequence bigint not null default 0,
    merged_into uuid,
    erased_at timestamptz,
    created_at timestamptz not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    traits jsonb not null default '{}',
    provenance jsonb not null default '{}'
) with (fillfactor = 80);
create index profile_merged_into on profile (merged_into) where merged_into is not null;
create index profile_traits on profile using gin (traits jsonb_path_ops);

-- Whose an identifier is now.
create table identifier (
    type text not null,
    value text not null,
    profile_id uuid not null,
    since timestamptz not null,
    trust smallint not null,
    alias boolean not null,
    primary key (type, value)
);
create index identifier_profile on identifier (profile_id);

-- Every pair of identifiers that was ever named together, with its first sighting by (at, message_id): what the graph can
-- be resolved from again, whatever it looks like now. The stronger identifier is on the left.
create table identity_link (
    left_type text not null,
    left_value text not null,
    right_type text not null,
    right_value text not null,
    kind text not null,
    at timestamptz not null,
    message_id text not null,
    source_id text not null,
    trust smallint not null,
    primary key (left_type, left_value, right_type, right_value, kind)
);
create index identity_link_right on identity_link (right_type, right_value);

-- Identifiers of erased people, as SHA-256: an event that was on its way when they were erased is not taken.
create table erased_identifier (
    digest uuid primary key,
    erased_at timestamptz not null
);

-- Months get their partitions as their first event comes.
create table event (
    id uuid not null,
    profile_id uuid not null,
    sequence bigint not null,
    type text not null,
    name text not null,
    timestamp timestamptz not null,
    received_at timestamptz not null,
    source_id text not null,
    message_id text not null,
    user_id text,
    anonymous_id text,
    origin text not null,
    properties jsonb not null,
    context jsonb not null
) partition by range (timestamp);
create table event_default partition of event default;
create index event_profile on event (profile_id, timestamp desc, id desc);

create table order_evidence (
    order_id text not null,
    source_id text not null,
    message_id text not null,
    kind text not null,
    profile_id uuid not null,
    trusted boolean not null,
    at timestamptz not null,
    amount numeric,
    currency text,
    categories jsonb not null,
    primary key (order_id, source_id, message_id)
);
create index order_evidence_profile on order_evidence (profile_id);

-- What the evidence on an order adds up to; without a profile while nobody has said that it was completed.
create table customer_order (
    order_id text primary key,
    profile_id uuid,
    completed_at timestamptz,
    currency text,
    total numeric,
    refunded numeric,
    cancelled boolean,
    net numeric,
    categories jsonb
);
create index customer_order_profile on customer_order (profile_id, completed_at);

create table order_facts (
    profile_id uuid primary key,
    order_count integer not null,
    standing_count integer not null,
    revenue numeric not null,
    other_revenue jsonb not null,
    first_order_at timestamptz,
    last_order_at timestamptz
);

-- How often a profile looked at or put by a product of a category.
create table profile_category (
    profile_id uuid not null,
    category text not null,
    interest integer not null,
    primary key (profile_id, category)
) with (fillfactor = 80);
