-- How far the fitting of a re-ranker for this model is, and when that was last heard of; null when none is under way. Whose
-- process went away falls silent, and another takes over.
alter table model
    add column fitting real,
    add column fitting_at timestamptz;
