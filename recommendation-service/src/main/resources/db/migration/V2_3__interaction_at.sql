-- For the newest interaction, the window before it that a build reads, and what has been kept long enough.
create index interaction_at on interaction (at);
