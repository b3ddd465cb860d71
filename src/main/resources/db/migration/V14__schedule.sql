-- The conference's schedule: what people may want to attend, as the files of other systems say it.

-- Locked by whoever imports; the revision tells whether a preview still compares with what is there.
create table schedule (
    conference_id uuid primary key references conference,
    revision integer not null default 0 check (revision >= 0),
    changed_at timestamptz
);

create table talk (
    talk_id uuid primary key,
    conference_id uuid not null references schedule,
    -- What tells it from all others of the file, and finds it again in the file's next version.
    key text not null check (length(key) between 1 and 200),
    title text not null check (length(title) between 1 and 300),
    subtitle text not null default '' check (length(subtitle) <= 300),
    -- Plain text that may be Markdown; never HTML.
    text text not null default '' check (length(text) <= 20000),
    speakers text[] not null default '{}' check (cardinality(speakers) <= 100),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    -- Empty where it has no length: then it overlaps nothing.
    during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
    kind text not null check (kind in ('KEYNOTE', 'TALK', 'TUTORIAL', 'SPRINT', 'SOCIAL', 'BREAK', 'SERVICE')),
    -- Whether who attends it cannot work meanwhile; once an organizer has said so, no file says otherwise.
    blocks boolean not null,
    blocks_set_by_organizer boolean not null default false,
    link text check (link ~ '^https://[^[:space:]]+$' and length(link) <= 2000),
    -- Since when the file has it no more. It is kept: it may be starred, and may come back.
    gone_at timestamptz,
    version integer not null default 0,
    constraint talk_stands_once unique (conference_id, key),
    unique (conference_id, talk_id),
    constraint talk_times_in_order check (ends_at >= starts_at),
    constraint talk_lasts_a_year_at_most check (ends_at - starts_at <= interval '366 days')
);
create index talk_by_time on talk using gist (conference_id, during) where gone_at is null;

-- The rooms as files name them, each tied to the place that it is, where the conference has it as a place.
create table room (
    room_id uuid primary key,
    conference_id uuid not null references schedule,
    name text not null check (length(name) between 1 and 200),
    place_id uuid,
    version integer not null default 0,
    constraint room_stands_once unique (conference_id, name),
    unique (conference_id, room_id),
    foreign key (conference_id, place_id) references place (conference_id, place_id) on delete set null (place_id)
);
create index room_by_place on room (place_id);

create table talk_room (
    conference_id uuid not null,
    talk_id uuid not null,
    room_id uuid not null,
    primary key (talk_id, room_id),
    foreign key (conference_id, talk_id) references talk (conference_id, talk_id) on delete cascade,
    foreign key (conference_id, room_id) references room (conference_id, room_id)
);
create index talk_room_by_room on talk_room (room_id);

-- What a volunteer wants to attend.
create table star (
    conference_id uuid not null,
    volunteer_id uuid not null,
    talk_id uuid not null,
    starred_at timestamptz not null,
    primary key (volunteer_id, talk_id),
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id) on delete cascade,
    foreign key (conference_id, talk_id) references talk (conference_id, talk_id)
);
create index star_by_talk on star (talk_id);

-- Where the schedule is fetched from, and what came of it.
create table schedule_source (
    conference_id uuid primary key references schedule,
    address text not null check (address ~ '^https://[^[:space:]]+$' and length(address) <= 2000),
    -- The server's name for the version that is in use (RFC 9110, 8.8.3).
    etag text check (length(etag) <= 200),
    -- Not by itself where null.
    refresh_minutes integer check (refresh_minutes between 5 and 10080),
    next_try_at timestamptz,
    tried_at timestamptz,
    outcome text check (length(outcome) <= 500),
    version integer not null default 0,
    constraint schedule_source_is_tried_while_refreshed check ((refresh_minutes is null) = (next_try_at is null)),
    constraint schedule_source_tells_what_came_of_it check ((tried_at is null) = (outcome is null))
);
create index schedule_source_due on schedule_source (next_try_at) where next_try_at is not null;

-- How often addresses were typed: nobody makes this server knock at other people's doors all day.
create table schedule_fetch (
    schedule_fetch_id uuid primary key,
    conference_id uuid not null references schedule,
    asked_at timestamptz not null
);
create index schedule_fetch_by_conference on schedule_fetch (conference_id, asked_at);

-- A file that waits for an organizer's yes, the newest only.
create table pending_import (
    pending_import_id uuid primary key,
    conference_id uuid not null unique references schedule,
    file bytea not null check (octet_length(file) between 1 and 10485760),
    -- What the file was called, or where it was fetched from.
    origin text not null check (length(origin) between 1 and 2000),
    fetched boolean not null,
    etag text check (length(etag) <= 200),
    -- None where the timer brought it.
    account_id uuid references account,
    made_at timestamptz not null,
    constraint pending_import_has_a_version_where_fetched check (fetched or etag is null)
);
