-- Who came is only written down of those who have the shift. Whoever leaves it, or is taken off, is expected nowhere, and
-- what stood there is in the audit trail.
update signup set attendance = 'EXPECTED', arrived_at = null, done_at = null
where attendance <> 'EXPECTED' and state <> 'CONFIRMED';
alter table signup
    add constraint signup_came_to_what_was_theirs check (attendance = 'EXPECTED' or state = 'CONFIRMED');

-- Keys of this installation, made when it starts for the first time: three random UUIDs are 366 random bits.
create table signing_key (
    purpose text primary key check (purpose ~ '^[A-Z_]+$'),
    secret bytea not null check (octet_length(secret) = 32)
);
insert into signing_key (purpose, secret)
select 'CHECK_IN_CODE', sha256(concat(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())::bytea);

-- A screen that shows one page to whoever has its link, without signing in: a tablet at the desk, where volunteers tap
-- themselves in, or the display of a place. Of the link only the hash is kept.
create table device (
    device_id uuid primary key,
    conference_id uuid not null references conference,
    kind text not null check (kind in ('DESK', 'WALL')),
    name text not null check (length(name) between 1 and 60),
    -- Whose people it shows; all of the conference where null.
    place_id uuid,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    linked_at timestamptz not null,
    -- How often it was asked since this minute began: nobody makes it tell all names.
    minute_began_at timestamptz,
    asked integer not null default 0 check (asked >= 0),
    version integer not null default 0,
    foreign key (conference_id, place_id) references place (conference_id, place_id) on delete cascade,
    constraint device_shows_a_place_on_a_wall check (kind <> 'WALL' or place_id is not null)
);
create index device_by_conference on device (conference_id);
create index device_by_place on device (place_id);
