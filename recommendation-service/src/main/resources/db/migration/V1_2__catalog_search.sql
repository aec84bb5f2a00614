-- The column was lowered under its first part's collation, "C", which knows no letter beyond ASCII: a title with É was found
-- by nobody. Both sides go through one function, whatever locale the database was made with.
create function folded(text) returns text
    language sql immutable strict parallel safe
    return lower($1 collate "und-x-icu");

alter table product drop column search;
alter table product add column search text generated always as (
    folded(id || ' ' || coalesce(document ->> 'title', '') || ' ' || coalesce(document ->> 'brand', ''))
) stored;
