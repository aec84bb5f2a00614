-- Segments, who is in them, and what is kept of everybody's events for their conditions.

-- Grows with each change of what has to be kept up. Who writes memberships reads it under the shared lock, who changes
-- segments takes the exclusive one: nobody's membership is written by rules that are no longer the rules.
create table segment_generation (generation bigint not null);
insert into segment_generation values (0);

-- A deleted segment keeps its row until its last member has been told.
create table segment (
    no integer generated always as identity primary key,
    id text not null unique,
    name text not null,
    description text,
    is_public boolean not null,
    kind text not null,
    condition jsonb,
    generation bigint not null,
    ready boolean not null,
    size bigint not null default 0,
    built_in boolean not null default false,
    deleted boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

-- The leaves over events of all segments, each once. One that no segment needs any more goes, and comes back as another.
create table segment_leaf (
    no integer generated always as identity primary key,
    id text not null unique,
    generation bigint not null
);

-- What is kept of a profile: the states of its leaves, the segments' answers, and when the first of them changes by itself.
-- Everything up to the generation is there; what came later is the backfill's.
create table standing (
    profile_id uuid primary key,
    generation bigint not null,
    evaluated_at timestamptz not null,
    due_at timestamptz,
    state bytea not null
) with (fillfactor = 80);
create index standing_due on standing (due_at) where due_at is not null;

create table segment_member (
    segment_no integer not null,
    profile_id uuid not null,
    entered_at timestamptz not null,
    primary key (segment_no, profile_id)
);
create index segment_member_profile on segment_member (profile_id);

-- Changes of sizes that wait to be added up, so that no two transactions wait for each other's segment.
create table segment_size_change (
    segment_no integer not null,
    change integer not null
);

-- Sizes as they were at the end of an hour in which they changed.
create table segment_size (
    segment_no integer not null,
    hour timestamptz not null,
    size bigint not null,
    primary key (segment_no, hour)
);

-- The run that takes everybody to a generation; one row at most.
create table segment_backfill (
    only_one boolean primary key default true check (only_one),
    generation bigint not null,
    cursor uuid,
    done bigint not null,
    total bigint not null
);
