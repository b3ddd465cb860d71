-- A list of one day reads that day's shifts, however many the conference has.
create index shift_by_day on shift (conference_id, lower(during));
