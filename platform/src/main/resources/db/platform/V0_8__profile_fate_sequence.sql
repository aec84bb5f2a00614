-- The highest sequence of a merge or an unmerge that was applied to the profile: one that is below it comes late.
alter table profile_fate add column sequence bigint not null default 0;
