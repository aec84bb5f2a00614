-- Rows that Kafka refuses for good, kept for a person to look at.
create table outbox_refused (
    id bigint primary key,
    topic text not null,
    key text not null,
    value bytea,
    reason text not null
);

-- Every row of the outbox is deleted within moments: vacuum by count and without pause, or the dead outnumber the living.
alter table outbox set (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_cost_delay = 0
);
