-- The same stretch of time twice, as a form sent twice would make it, unless its labels tell the two apart.
alter table timeslot add constraint timeslot_stands_once unique (conference_id, during, label);
