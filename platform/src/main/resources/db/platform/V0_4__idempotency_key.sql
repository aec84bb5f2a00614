-- Operator writes that carried an Idempotency-Key, with the answer once there is one.
create table idempotency_key (
    caller text not null,
    key text not null,
    hash bytea not null,
    claimed_at timestamptz not null,
    status integer,
    content_type text,
    location text,
    body bytea,
    primary key (caller, key)
);
create index idempotency_key_claimed_at on idempotency_key (claimed_at);
