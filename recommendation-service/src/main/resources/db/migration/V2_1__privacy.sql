-- Who a profile id stands for today, and who must not be known any more.
create table profile_redirect (
    loser_id uuid primary key,
    survivor_id uuid not null
);
create index profile_redirect_survivor on profile_redirect (survivor_id);

create table erased_profile (
    profile_id uuid primary key,
    erased_at timestamptz not null
);
