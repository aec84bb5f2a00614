-- A transaction's records go into few rows, in their order: a row that lives for moments costs the same, whatever is in it.
alter table outbox rename column topic to topics;
alter table outbox rename column key to keys;
alter table outbox rename column value to "values";
alter table outbox alter column topics type text[] using array[topics];
alter table outbox alter column keys type text[] using array[keys];
alter table outbox alter column "values" type bytea[] using array["values"];
-- Not worth compressing for moments.
alter table outbox alter column "values" set storage external;
alter table outbox set (autovacuum_vacuum_threshold = 500);

-- One record of a row may be refused and another not.
alter table outbox_refused add column place int not null default 0;
alter table outbox_refused drop constraint outbox_refused_pkey;
alter table outbox_refused add primary key (id, place);
