-- How often somebody was forgotten: erased, or withdrawn with something to forget. A model that counts fewer than the database
-- may hold what those persons did.
alter table consumer_position add column forgotten bigint not null default 0;
alter table model add column forgotten bigint not null default 0;
