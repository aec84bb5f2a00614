-- When a row was refused, on system time as all retention: after 30 days it goes.
alter table outbox_refused add column refused_at timestamptz not null default now();
