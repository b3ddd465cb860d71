-- A mail may tell the reader's calendar, as its last alternative, and may be of a kind that one can do without.
alter table mail
    add column calendar text check (calendar like 'BEGIN:VCALENDAR%'),
    add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
    -- Where one POST ends mails like this one (RFC 8058).
    add column unsubscribe text check (unsubscribe ~ '^https?://'),
    add constraint mail_calendar_is_whole check ((calendar is null) = (calendar_method is null));
