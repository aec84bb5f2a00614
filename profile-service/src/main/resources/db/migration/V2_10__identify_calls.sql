-- What a profile's traits are read again from.
create index event_identify on event (profile_id) where type = 'identify';
