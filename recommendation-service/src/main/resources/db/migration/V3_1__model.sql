-- Models that were built, are being built, or could not be; the newest ready one is served by every pod.
create table model (
    name text not null,
    version bigint not null,
    state text not null check (state in ('building', 'ready', 'failed')),
    progress real not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    -- Of the topics that it was learned from: the first offset of each partition that it does not hold.
    offsets json,
    -- The count of effects (consumer_position) that it holds.
    effects bigint,
    report json,
    bytes bigint,
    sha256 bytea,
    detail text,
    primary key (name, version)
);

create table model_chunk (
    name text not null,
    version bigint not null,
    part integer not null,
    bytes bytea not null,
    primary key (name, version, part)
);
-- The bytes are dense already.
alter table model_chunk alter column bytes set storage external;
