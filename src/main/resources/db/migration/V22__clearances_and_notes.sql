-- Roles that not everybody may simply take, who may by now, and what organizers note of people for next year.

alter table role
    add column needs text not null default 'NOTHING' check (needs in ('NOTHING', 'BRIEFING', 'APPROVAL')),
    -- Whoever was on its shifts before that stays. Null where the role always needed it, or needs nothing.
    add column needs_since timestamptz check (needs_since is null or needs <> 'NOTHING');

-- That a volunteer may take the shifts of a role, asked for or given unasked.
create table role_clearance (
    role_clearance_id uuid primary key,
    conference_id uuid not null,
    volunteer_id uuid not null,
    role_id uuid not null,
    state text not null check (state in ('ASKED', 'GRANTED', 'DECLINED')),
    asked_at timestamptz,
    word text not null default '' check (length(word) <= 300),
    decided_by uuid references account,
    decided_at timestamptz,
    answer text not null default '' check (length(answer) <= 300),
    -- The first time that it was given, and the last time that it was taken back: shifts taken in between are rightly held.
    granted_at timestamptz,
    taken_back_at timestamptz,
    version integer not null default 0,
    constraint role_clearance_stands_once unique (volunteer_id, role_id),
    constraint role_clearance_decided_when_it_says_so check ((state = 'ASKED') = (decided_at is null)),
    constraint role_clearance_granted_when_it_says_so check (state <> 'GRANTED' or granted_at is not null),
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id) on delete cascade,
    foreign key (conference_id, role_id) references role (conference_id, role_id) on delete cascade
);
create index role_clearance_by_role on role_clearance (conference_id, role_id, state);

-- Kept with the registration of the conference at which it was written, and gone with it.
create table volunteer_note (
    volunteer_note_id uuid primary key,
    conference_id uuid not null,
    volunteer_id uuid not null,
    written_by uuid not null references account (account_id),
    written_at timestamptz not null,
    words text not null check (length(btrim(words)) between 1 and 1000),
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id) on delete cascade
);
create index volunteer_note_by_volunteer on volunteer_note (volunteer_id, written_at);

-- For what somebody was written lately; sign-in mails are listed nowhere.
create index mail_by_recipient on mail (recipient, written_at) where not secret;
