-- What calendars know of a signup, from the first time that it is told to them or written down for them.
create table calendar_entry (
    signup_id uuid primary key references signup on delete cascade,
    -- The name of the entry in people's calendars, for ever. A shift that somebody got for another one takes over its entry,
    -- so that the calendar moves the old one instead of keeping both.
    uid uuid not null unique,
    -- Rises with each change that people are told of (RFC 5545, 3.8.7.4).
    sequence integer not null check (sequence >= 0),
    changed_at timestamptz not null,
    -- Whether a mail put it into their calendar; then a mail takes it out again.
    sent boolean not null
);

-- What an organizer said of calendars; a conference without a row sends entries with its mails.
create table calendar_setting (
    conference_id uuid primary key references conference,
    attached boolean not null
);

-- An address at which a calendar program finds the shifts of a person, a role or a place, without signing in. Of the
-- address only the hash is kept.
create table calendar_feed (
    calendar_feed_id uuid primary key,
    conference_id uuid not null references conference,
    volunteer_id uuid unique,
    role_id uuid unique,
    place_id uuid unique,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    with_talks boolean not null default false,
    linked_at timestamptz not null,
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id) on delete cascade,
    foreign key (conference_id, role_id) references role (conference_id, role_id) on delete cascade,
    foreign key (conference_id, place_id) references place (conference_id, place_id) on delete cascade,
    constraint calendar_feed_is_of_one check (num_nonnulls(volunteer_id, role_id, place_id) = 1),
    constraint calendar_feed_has_talks_for_a_person check (volunteer_id is not null or not with_talks)
);
create index calendar_feed_by_conference on calendar_feed (conference_id);
