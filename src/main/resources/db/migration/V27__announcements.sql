-- What organizers write to many volunteers at once. Once sent, its words stay as they went out.
create table announcement (
    announcement_id uuid primary key,
    conference_id uuid not null references conference,
    subject text not null check (length(subject) between 1 and 150 and subject !~ '[\r\n]'),
    body text not null check (length(body) between 1 and 5000),
    audience text not null check (audience in ('EVERYBODY', 'IDLE', 'ROLE', 'DAY', 'SHIFT')),
    -- Null as well where that role or shift is gone by now: then it can be sent to nobody.
    role_id uuid,
    shift_id uuid,
    day date,
    -- Whom it was sent to, in words: what it names may be gone later.
    sent_to text,
    sent_at timestamptz,
    written_at timestamptz not null,
    version integer not null default 0,
    unique (conference_id, announcement_id),
    foreign key (conference_id, role_id) references role (conference_id, role_id) on delete set null (role_id),
    foreign key (conference_id, shift_id) references shift (conference_id, shift_id) on delete set null (shift_id),
    constraint announcement_names_what_it_is_for check (
        (role_id is null or audience = 'ROLE') and (shift_id is null or audience = 'SHIFT')
        and (day is null) = (audience <> 'DAY')),
    constraint announcement_says_to_whom_it_went check ((sent_at is null) = (sent_to is null))
);
create index announcement_by_conference on announcement (conference_id, written_at);

create function keep_what_was_announced() returns trigger language plpgsql as $$
begin
    raise exception 'an announcement that was sent stays as it is';
end $$;
create trigger announcement_is_kept before delete or update of subject, body, audience, sent_at on announcement
    for each row when (old.sent_at is not null) execute function keep_what_was_announced();

-- Whose page keeps a copy, and the mail to them; none for those who want no such mails.
create table announcement_recipient (
    announcement_id uuid not null,
    conference_id uuid not null,
    volunteer_id uuid not null,
    mail_id uuid references mail,
    primary key (announcement_id, volunteer_id),
    foreign key (conference_id, announcement_id) references announcement (conference_id, announcement_id),
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id) on delete cascade
);
create index announcement_recipient_by_volunteer on announcement_recipient (volunteer_id);
