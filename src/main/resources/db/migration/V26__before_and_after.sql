-- Mails that each volunteer gets once: before the conference, and after it.
alter table mail_settings
    -- Days before the first one; 0 for no mail.
    add column before_days smallint not null default 3 check (before_days between 0 and 30),
    add column orientation text not null default '' check (length(orientation) <= 1000),
    add column thanks boolean not null default true;
create table volunteer_letter (
    volunteer_id uuid not null references volunteer on delete cascade,
    kind text not null check (kind in ('BEFORE_CONFERENCE', 'THANK_YOU')),
    primary key (volunteer_id, kind)
);

-- What somebody who helped says of it.
create table feedback (
    volunteer_id uuid primary key references volunteer on delete cascade,
    again text check (again in ('YES', 'PERHAPS', 'NO')),
    good text not null check (length(good) <= 2000),
    better text not null check (length(better) <= 2000),
    given_at timestamptz not null,
    version integer not null default 0,
    constraint feedback_says_something check (again is not null or good <> '' or better <> '')
);
