-- Which talks a shift was made for: where these move, the shift may have to move with them.

create table shift_talk (
    conference_id uuid not null,
    shift_id uuid not null,
    talk_id uuid not null,
    -- As the organizers last knew the talk. Where it is another by now, somebody has to decide about the shift; once
    -- that is done, these are what it is by now.
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    places uuid[] not null,
    primary key (shift_id, talk_id),
    foreign key (conference_id, shift_id) references shift (conference_id, shift_id) on delete cascade,
    foreign key (conference_id, talk_id) references talk (conference_id, talk_id)
);
create index shift_talk_by_talk on shift_talk (talk_id);
create index shift_talk_by_conference on shift_talk (conference_id);

-- A file of crew shifts that waits for an organizer's yes, the newest only.
create table pending_shift_file (
    pending_shift_file_id uuid primary key,
    conference_id uuid not null unique references conference,
    file bytea not null check (octet_length(file) between 1 and 10485760),
    origin text not null check (length(origin) between 1 and 200),
    made_at timestamptz not null
);
