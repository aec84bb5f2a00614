-- What it takes to make two of one again.

-- The profile that an identifier was tied to at first. Unknown where that was before this is kept and its profile has taken
-- in others since.
alter table identifier add column home_id uuid;
update identifier i set home_id = profile_id where not exists (select from profile p where p.merged_into = i.profile_id);

-- Which profile went up in which, step by step; profile.merged_into leads straight to the end.
create table profile_merge (
    loser_id uuid primary key,
    survivor_id uuid not null
);
create index profile_merge_survivor on profile_merge (survivor_id);

-- Identifiers of which an operator said that they are of two people. The stronger one is on the left.
create table identity_cannot_link (
    left_type text not null,
    left_value text not null,
    right_type text not null,
    right_value text not null,
    at timestamptz not null,
    primary key (left_type, left_value, right_type, right_value)
);
create index identity_cannot_link_right on identity_cannot_link (right_type, right_value);
