-- What says which identifiers are one person's: what components are resolved from again when something comes late.

-- 'seen': the first sighting of a shape (identifiers, trust, former id) in a week; the id is a digest of shape and week.
-- 'operator': a must-link. Message ids are compared as Java compares them.
create table identity_evidence (
    id uuid primary key,
    kind text not null,
    trust smallint not null,
    previous_id text,
    at timestamptz not null,
    message_id text collate "C" not null
);

-- Every identifier that it may tie; place is -1 for the readings of a former id, which may be either type.
create table identity_evidence_name (
    type text not null,
    value text not null,
    evidence_id uuid not null,
    place smallint not null,
    at timestamptz not null,
    message_id text collate "C" not null
);
create index identity_evidence_name_latest on identity_evidence_name (type, value, at, message_id);
create index identity_evidence_name_evidence on identity_evidence_name (evidence_id);

-- What was tied before this was kept stays tied, as if an operator had said so; the present userId is the strongest.
create temporary table tied on commit drop as
    select gen_random_uuid() as id, i.*, first_value(i.type) over person as kept_type,
        first_value(i.value) over person as kept_value
    from identifier i
    window person as (partition by i.profile_id order by i.alias,
        array_position(array['userId', 'email', 'phone', 'deviceId', 'anonymousId'], i.type), i.value);
insert into identity_evidence (id, kind, trust, at, message_id)
    select id, case when (type, value) = (kept_type, kept_value) then 'seen' else 'operator' end, trust, since, '' from tied;
insert into identity_evidence_name (type, value, evidence_id, place, at, message_id)
    select kept_type, kept_value, id, 0, since, '' from tied
    union all
    select type, value, id, 1, since, '' from tied where (type, value) <> (kept_type, kept_value);

-- On whose word an event came, for its traits to be read again; unknown of those that came before.
alter table event add column trust smallint;
