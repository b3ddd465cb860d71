-- When help is needed, where, with what, and how much of it.

create table timeslot (
    timeslot_id uuid primary key,
    conference_id uuid not null references conference,
    label text not null default '' check (length(label) <= 80),
    during tstzrange not null,
    version integer not null default 0,
    constraint timeslot_is_a_stretch_of_time check (
        not isempty(during) and lower_inc(during) and not upper_inc(during)
        and not lower_inf(during) and not upper_inf(during)
        and upper(during) - lower(during) <= interval '24 hours'),
    unique (timeslot_id, during),
    unique (conference_id, timeslot_id)
);
create index timeslot_by_conference on timeslot (conference_id, during);

create table shift (
    shift_id uuid primary key,
    conference_id uuid not null references conference,
    timeslot_id uuid not null,
    role_id uuid not null,
    place_id uuid not null,
    during tstzrange not null,
    handover interval not null default '0',
    -- What a volunteer is busy with: real rosters overlap consecutive shifts by a handover of some minutes.
    -- Only the detour by UTC is immutable, as a generated column must be.
    busy tstzrange not null generated always as (
        tstzrange(lower(during), (upper(during) at time zone 'UTC' - handover) at time zone 'UTC')) stored,
    minimum integer not null default 1 check (minimum >= 0),
    wanted integer not null check (wanted between 1 and 500),
    -- No maximum where null.
    capacity integer check (capacity between 1 and 1000),
    -- Places held without a person, and for whom.
    reserved integer not null default 0 check (reserved >= 0),
    reserved_for text not null default '' check (length(reserved_for) <= 80),
    -- Kept by the trigger on signup, so that no code and no psql session can forget it.
    taken integer not null default 0,
    note text not null default '' check (length(note) <= 300),
    published boolean not null default false,
    version integer not null default 0,
    foreign key (timeslot_id, during) references timeslot (timeslot_id, during) on update cascade,
    foreign key (conference_id, timeslot_id) references timeslot (conference_id, timeslot_id),
    foreign key (conference_id, role_id) references role (conference_id, role_id),
    foreign key (conference_id, place_id) references place (conference_id, place_id),
    unique (shift_id, busy),
    unique (conference_id, shift_id),
    constraint shift_stands_once unique (timeslot_id, role_id, place_id),
    constraint shift_has_room_for_its_people check (taken >= 0 and (capacity is null or taken + reserved <= capacity)),
    constraint shift_numbers_in_order check (minimum <= wanted and (capacity is null or wanted <= capacity)),
    constraint shift_handover_is_at_most_half check (
        handover >= interval '0' and handover * 2 <= upper(during) - lower(during)),
    constraint shift_is_busy_for_a_while check (not isempty(busy))
);
create index shift_by_time on shift (conference_id, during);
create index shift_by_role on shift (role_id);
create index shift_by_place on shift (place_id);
