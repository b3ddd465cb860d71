-- Somebody who walks in helps without an account: an organizer adds them by name. Whoever has an account has agreed to the
-- code of conduct; who walks in is told of it by whoever adds them.
alter table volunteer
    alter column agreed_to_conduct_at drop not null,
    add constraint volunteer_with_an_account_agreed check (account_id is null or agreed_to_conduct_at is not null);

-- Whom organizers asked to take a shift, when, and what they said.
create table shift_ask (
    shift_ask_id uuid primary key,
    conference_id uuid not null,
    shift_id uuid not null,
    volunteer_id uuid not null,
    asked_at timestamptz not null,
    declined_at timestamptz,
    foreign key (conference_id, shift_id) references shift (conference_id, shift_id) on delete cascade,
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id) on delete cascade,
    constraint shift_ask_declined_after_asking check (declined_at >= asked_at),
    -- Nobody is asked twice for the same shift within a day. Only the detour by UTC is immutable, as an index must be.
    constraint shift_ask_once_a_day exclude using gist (
        shift_id with =, volunteer_id with =,
        tstzrange(asked_at, (asked_at at time zone 'UTC' + interval '24 hours') at time zone 'UTC') with &&)
);
create index shift_ask_by_volunteer on shift_ask (volunteer_id);
