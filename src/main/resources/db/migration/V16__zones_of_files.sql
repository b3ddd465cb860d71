-- The time zone that is meant by times of a file that names none; the conference's own where null.

alter table schedule add column zone text check (length(zone) between 1 and 64);

-- As an organizer answered below the preview; it becomes the schedule's when the file does.
alter table pending_import add column zone text check (length(zone) between 1 and 64);
