-- How consent came to hold; what holds now is in the platform's table consent. Only ever added to, save by erasure and merge.
create table consent_decision (
    profile_id uuid not null,
    purpose text not null,
    decided_at timestamptz not null,
    granted boolean not null,
    source text not null,
    origin text not null,
    recorded_at timestamptz not null,
    primary key (profile_id, purpose, decided_at, granted)
);
