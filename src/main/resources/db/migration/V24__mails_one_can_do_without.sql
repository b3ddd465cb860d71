-- Keys that sign the links by which people say, without signing in, that they want no more of such mails (RFC 8058).
insert into signing_key (purpose, secret)
select purpose, sha256(concat(purpose, gen_random_uuid(), gen_random_uuid(), gen_random_uuid())::bytea)
from unnest(array['STOP_REMINDERS', 'STOP_ANNOUNCEMENTS']) purpose;

create table mail_refusal (
    volunteer_id uuid not null references volunteer on delete cascade,
    stream text not null check (stream in ('REMINDERS', 'ANNOUNCEMENTS')),
    primary key (volunteer_id, stream)
);
create index mail_to_be_ended on mail (unsubscribe) where state = 'WAITING' and unsubscribe is not null;
