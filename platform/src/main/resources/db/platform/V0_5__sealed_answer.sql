-- An answer with something that is shown once is kept encrypted, and for minutes only; the key itself is kept as any other.
alter table idempotency_key add column sealed boolean not null default false;
create index idempotency_key_sealed on idempotency_key (claimed_at) where sealed and body is not null;
