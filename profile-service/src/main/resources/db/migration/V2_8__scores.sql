-- Scores: numbers of a profile that are kept up by conditions. Each weighted condition is a row of segment that only its
-- score knows: kept up, backfilled and forgotten as segments are, but nobody's membership and never announced.
create table score (
    id text primary key,
    name text not null,
    description text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
alter table segment add column score_id text;
alter table segment add column weight numeric;
create index segment_score on segment (score_id) where score_id is not null;
