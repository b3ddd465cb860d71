-- How a conference writes to its volunteers; one without a row has what stands in messaging.MailSettings.
create table mail_settings (
    conference_id uuid primary key references conference,
    reminders boolean not null,
    -- Hours before one has to be there; the second is the shorter one.
    first_hours smallint not null check (first_hours between 3 and 96),
    second_hours smallint not null check (second_hours between 1 and 12),
    -- Times of day in the conference's zone, over midnight where they end before they begin; none where they are alike.
    quiet_from time(0) not null,
    quiet_to time(0) not null,
    -- Hours before a shift at which the organizers are told that it cannot open, or that somebody left it.
    alert_hours smallint not null check (alert_hours between 1 and 168),
    version integer not null default 0,
    constraint mail_settings_second_is_later check (second_hours < first_hours)
);

-- Who was reminded of what, so that two instances write one mail; of a shift that moved, they are reminded anew.
create table reminder (
    signup_id uuid not null references signup on delete cascade,
    stage text not null check (stage in ('FIRST', 'SECOND')),
    starts_at timestamptz not null,
    primary key (signup_id, stage, starts_at)
);

-- Which shifts the organizers were told of that they cannot open.
create table shift_alert (
    shift_id uuid not null references shift on delete cascade,
    starts_at timestamptz not null,
    primary key (shift_id, starts_at)
);
