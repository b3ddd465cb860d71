-- Who comes next where a shift is full, who stands in for whom, and how much one person may take.

alter table conference
    -- Until so long before a shift a freed place is given at once to whoever is first in line; later it is offered.
    add column waitlist_cutoff interval not null default '12 hours'
        check (waitlist_cutoff between interval '0' and interval '7 days'),
    -- How long an offered place is kept for a yes.
    add column offer_time interval not null default '2 hours'
        check (offer_time between interval '10 minutes' and interval '2 days'),
    add column hours_a_day_at_most integer check (hours_a_day_at_most between 1 and 24),
    add column rest_between_shifts interval not null default '0'
        check (rest_between_shifts between interval '0' and interval '12 hours'),
    -- In the first days after sign-up opens nobody takes more shifts than this, so that everybody gets a chance.
    add column first_shifts_at_most integer check (first_shifts_at_most between 1 and 20),
    add column first_days integer not null default 3 check (first_days between 1 and 30);

alter table role
    -- Up to so many hours before it begins one may leave a shift without finding somebody for it; always where null.
    add column leave_by_hours integer check (leave_by_hours between 1 and 336);

alter table volunteer
    add column hours_a_day_at_most integer check (hours_a_day_at_most between 1 and 24);

alter table shift
    -- Counted by the trigger on signup, as taken is.
    add column waiting integer not null default 0 check (waiting >= 0),
    add column cover_wanted integer not null default 0 check (cover_wanted >= 0);

alter table signup
    add column offered_until timestamptz,
    add column cover_asked_at timestamptz,
    add column removed_because text check (removed_because in ('OFFER_RAN_OUT', 'CONFLICT', 'CANCELLED', 'ORGANIZER')),
    -- Whose conflict the organizers have dealt with.
    add column settled_at timestamptz,
    -- Why an organizer put somebody on a shift against a rule.
    add column override_reason text check (length(override_reason) between 1 and 300),
    add constraint signup_offer_has_an_end check ((state = 'OFFERED') = (offered_until is not null)),
    add constraint signup_wants_cover_while_confirmed check (cover_asked_at is null or state = 'CONFIRMED'),
    add constraint signup_removed_for_a_reason check ((state = 'REMOVED') = (removed_because is not null)),
    add constraint signup_settled_after_a_conflict check (settled_at is null or removed_because = 'CONFLICT');
create index signup_in_line on signup (shift_id, place_in_line) where state = 'WAITLISTED';
create index signup_offered on signup (offered_until) where state = 'OFFERED';
create index signup_active_by_volunteer on signup (volunteer_id) where state in ('CONFIRMED', 'OFFERED', 'WAITLISTED');
create index signup_in_conflict on signup (conference_id) where removed_because = 'CONFLICT' and settled_at is null;
create index shift_to_serve on shift (conference_id) where waiting > 0;

drop trigger signup_counts_places on signup;
drop function count_places_taken();

create function count_signups() returns trigger language plpgsql as $$
declare
    was_there boolean := tg_op in ('UPDATE', 'DELETE');
    is_there boolean := tg_op in ('INSERT', 'UPDATE');
    taken_before integer := case when was_there and old.state in ('CONFIRMED', 'OFFERED') then 1 else 0 end;
    taken_after integer := case when is_there and new.state in ('CONFIRMED', 'OFFERED') then 1 else 0 end;
    waiting_before integer := case when was_there and old.state = 'WAITLISTED' then 1 else 0 end;
    waiting_after integer := case when is_there and new.state = 'WAITLISTED' then 1 else 0 end;
    cover_before integer := case when was_there and old.cover_asked_at is not null then 1 else 0 end;
    cover_after integer := case when is_there and new.cover_asked_at is not null then 1 else 0 end;
begin
    if was_there and is_there and old.shift_id = new.shift_id then
        if (taken_before, waiting_before, cover_before) <> (taken_after, waiting_after, cover_after) then
            update shift set taken = taken + taken_after - taken_before,
                             waiting = waiting + waiting_after - waiting_before,
                             cover_wanted = cover_wanted + cover_after - cover_before
            where shift_id = new.shift_id;
        end if;
        return null;
    end if;
    if taken_before + waiting_before + cover_before > 0 then
        update shift set taken = taken - taken_before, waiting = waiting - waiting_before,
                         cover_wanted = cover_wanted - cover_before
        where shift_id = old.shift_id;
    end if;
    if taken_after + waiting_after + cover_after > 0 then
        update shift set taken = taken + taken_after, waiting = waiting + waiting_after,
                         cover_wanted = cover_wanted + cover_after
        where shift_id = new.shift_id;
    end if;
    return null;
end $$;

create trigger signup_counts_places after insert or delete or update of state, shift_id, cover_asked_at on signup
    for each row execute function count_signups();

-- Somebody would give their shift for another one; the first yes of those on that one swaps the two.
create table swap_offer (
    swap_offer_id uuid primary key,
    conference_id uuid not null,
    signup_id uuid not null references signup,
    wanted_shift_id uuid not null,
    offered_at timestamptz not null,
    ended_at timestamptz,
    ended_as text check (ended_as in ('SWAPPED', 'CALLED_OFF')),
    version integer not null default 0,
    foreign key (conference_id, wanted_shift_id) references shift (conference_id, shift_id),
    constraint swap_offer_ended_as_something check ((ended_at is null) = (ended_as is null))
);
create unique index swap_offered_once on swap_offer (signup_id, wanted_shift_id) where ended_at is null;
create index swap_offer_by_wanted on swap_offer (wanted_shift_id) where ended_at is null;
