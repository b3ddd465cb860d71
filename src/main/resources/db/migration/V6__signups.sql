-- Who takes which shift. Two things are guarded here for every writer, psql included:
-- a place is never given twice (counter and check), and nobody is booked twice (exclusion constraint).

create table signup (
    signup_id uuid primary key,
    conference_id uuid not null,
    shift_id uuid not null,
    volunteer_id uuid not null,
    -- A copy of the shift's; the foreign key keeps it true, also when the shift moves.
    busy tstzrange not null,
    state text not null check (state in ('CONFIRMED', 'WAITLISTED', 'OFFERED', 'WITHDRAWN', 'REMOVED')),
    attendance text not null default 'EXPECTED' check (attendance in ('EXPECTED', 'ARRIVED', 'DONE', 'NO_SHOW')),
    -- The form's id: a repeated POST finds the row it made.
    request_id uuid not null,
    -- First come, first served; never max + 1.
    place_in_line bigint not null generated always as identity,
    signed_up_at timestamptz not null,
    left_at timestamptz,
    version integer not null default 0,
    foreign key (shift_id, busy) references shift (shift_id, busy) on update cascade,
    foreign key (conference_id, shift_id) references shift (conference_id, shift_id),
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id),
    constraint signup_answers_a_request_once unique (volunteer_id, request_id, shift_id),
    constraint signup_left_when_it_says_so check ((left_at is not null) = (state in ('WITHDRAWN', 'REMOVED'))),
    constraint signup_never_in_two_places exclude using gist (volunteer_id with =, busy with &&)
        where (state in ('CONFIRMED', 'OFFERED'))
);
create unique index signup_once_per_shift on signup (shift_id, volunteer_id)
    where state in ('CONFIRMED', 'OFFERED', 'WAITLISTED');
create index signup_by_shift on signup (shift_id, place_in_line);

create function count_places_taken() returns trigger language plpgsql as $$
begin
    if tg_op in ('UPDATE', 'DELETE') and old.state in ('CONFIRMED', 'OFFERED')
        and not (tg_op = 'UPDATE' and new.state in ('CONFIRMED', 'OFFERED') and new.shift_id = old.shift_id) then
        update shift set taken = taken - 1 where shift_id = old.shift_id;
    end if;
    if tg_op in ('INSERT', 'UPDATE') and new.state in ('CONFIRMED', 'OFFERED')
        and not (tg_op = 'UPDATE' and old.state in ('CONFIRMED', 'OFFERED') and new.shift_id = old.shift_id) then
        update shift set taken = taken + 1 where shift_id = new.shift_id;
    end if;
    return null;
end $$;

create trigger signup_counts_places after insert or delete or update of state, shift_id on signup
    for each row execute function count_places_taken();

-- What somebody typed at /join, kept with the mailed token until they sign in with it.
create table registration (
    sign_in_id uuid primary key references sign_in on delete cascade,
    conference_id uuid not null references conference,
    request_id uuid not null,
    profile jsonb not null,
    picks uuid[] not null default '{}',
    agreed_to_conduct_at timestamptz not null
);
