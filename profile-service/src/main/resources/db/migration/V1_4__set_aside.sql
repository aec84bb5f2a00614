-- Events that were refused, and records that could not be handled; both are swept after 30 days.
create table rejected_event (
    id uuid primary key,
    source_id text not null,
    source_type text not null,
    proof text not null,
    proven_user_id text,
    message_id text,
    reason text not null,
    detail text not null,
    pointer text,
    received_at timestamptz not null,
    event text not null,
    recorded_at timestamptz not null,
    replayed_at timestamptz
);
create index rejected_event_newest on rejected_event (received_at desc, id desc);
create index rejected_event_recorded_at on rejected_event using brin (recorded_at);

create table dead_letter (
    id uuid primary key,
    topic text not null,
    consumer_group text not null,
    fault text not null,
    detail text not null,
    position text not null,
    record_key bytea,
    record_value bytea,
    at timestamptz not null,
    replayed_at timestamptz
);
create index dead_letter_newest on dead_letter (at desc, id desc);
create index dead_letter_key on dead_letter (record_key);
