-- What every service needs: the outbox, the inbox and its own record of consent.
create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    value bytea
);

create table inbox (
    consumer text not null,
    event_id uuid not null,
    handled_at timestamptz not null,
    primary key (consumer, event_id)
) partition by hash (event_id);
create table inbox_0 partition of inbox for values with (modulus 4, remainder 0);
create table inbox_1 partition of inbox for values with (modulus 4, remainder 1);
create table inbox_2 partition of inbox for values with (modulus 4, remainder 2);
create table inbox_3 partition of inbox for values with (modulus 4, remainder 3);
create index inbox_handled_at on inbox using brin (handled_at);

create table consent (
    profile_id uuid not null,
    purpose text not null,
    granted boolean not null,
    changed_at timestamptz not null,
    primary key (profile_id, purpose)
);
