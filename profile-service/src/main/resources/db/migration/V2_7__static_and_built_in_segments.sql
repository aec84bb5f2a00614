-- Who is on the list of a static segment, by the id that they had when they were put on it: a merge leaves the rows where they
-- are and its survivor stands for them, so that an unmerge gives each their own back.
create table segment_listed (
    segment_no integer not null,
    profile_id uuid not null,
    added_at timestamptz not null,
    primary key (segment_no, profile_id)
);
create index segment_listed_profile on segment_listed (profile_id);

-- Segments that came with some version and were offered once: what an operator deletes does not come back.
create table segment_built_in (id text primary key);
