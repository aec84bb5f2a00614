-- What became of profiles: merged into a survivor, or erased. Ids only, nothing of the person.
create table profile_fate (
    profile_id uuid primary key,
    survivor_id uuid,
    erased boolean not null default false
);
create index profile_fate_survivor on profile_fate (survivor_id) where survivor_id is not null;
