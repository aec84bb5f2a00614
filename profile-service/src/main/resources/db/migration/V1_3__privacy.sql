-- What people asked for. Whose request it was stands in pending alone, sealed, and only until the caches have forgotten too.
create table privacy_request (
    id uuid primary key,
    type text not null,
    requested_at timestamptz not null,
    requested_by text not null,
    pending text
);
create index privacy_request_newest on privacy_request (requested_at desc, id desc);
create index privacy_request_pending on privacy_request (requested_at) where pending is not null;

create table privacy_part (
    request_id uuid not null references privacy_request (id) on delete cascade,
    service text not null,
    state text not null,
    primary key (request_id, service)
);
