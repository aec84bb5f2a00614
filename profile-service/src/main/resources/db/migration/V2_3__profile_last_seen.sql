-- The list of profiles by when they were last seen.
create index profile_last_seen on profile (last_seen_at) where merged_into is null and erased_at is null;
