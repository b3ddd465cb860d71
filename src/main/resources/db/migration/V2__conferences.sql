-- One edition of one conference, its places, and who runs it.

create table conference (
    conference_id uuid primary key,
    slug text not null unique,
    name text not null check (length(name) between 1 and 100),
    town text not null check (length(town) between 1 and 80),
    first_day date not null,
    last_day date not null,
    zone text not null,
    welcome text not null default '' check (length(welcome) <= 2000),
    contact_name text not null check (length(contact_name) between 1 and 100),
    contact_email text not null check (contact_email like '_%@_%' and length(contact_email) <= 254),
    contact_phone text check (length(contact_phone) <= 40),
    conduct_url text not null check (conduct_url ~ '^https?://' and length(conduct_url) <= 500),
    chat_url text check (chat_url ~ '^https?://' and length(chat_url) <= 500),
    signup_opens_at timestamptz,
    signup_closes_at timestamptz,
    -- How long before its end one may leave a shift for the next one.
    handover interval not null default '0' check (handover between interval '0' and interval '60 minutes'),
    published boolean not null default false,
    version integer not null default 0,
    constraint conference_slug_is_an_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 2 and 60),
    constraint conference_days_in_order check (last_day between first_day and first_day + 60),
    constraint conference_signup_window_in_order check (signup_closes_at > signup_opens_at)
);

create table place (
    place_id uuid primary key,
    conference_id uuid not null references conference,
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 1 and 60),
    name text not null check (length(name) between 1 and 80),
    directions text not null default '' check (length(directions) <= 300),
    version integer not null default 0,
    constraint place_slug_is_free unique (conference_id, slug),
    unique (conference_id, place_id)
);

-- The rights of an account in a conference.
create table team_member (
    conference_id uuid not null references conference,
    account_id uuid not null references account,
    held_right text not null check (held_right in ('OWNER', 'ORGANIZER', 'ROLE_LEAD', 'DESK')),
    since timestamptz not null,
    primary key (conference_id, account_id)
);
create index team_member_by_account on team_member (account_id);
