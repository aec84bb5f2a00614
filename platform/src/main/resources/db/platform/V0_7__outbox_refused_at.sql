-- When a sweep first saw the refused row, on system time as all retention; 30 days later it goes.
alter table outbox_refused add column refused_at timestamptz;
