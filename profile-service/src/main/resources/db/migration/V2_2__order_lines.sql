-- The lines of an order and of what was sent back of it: a refund that names products without prices is worth what they
-- were sold for. [{"product":"p-1","price":"19.99","quantity":"2"}]; amounts as text, for JSON numbers are not exact.
alter table order_evidence add column lines jsonb not null default '[]';
