-- A person registered to help at one conference.

create table volunteer (
    volunteer_id uuid primary key,
    conference_id uuid not null references conference,
    account_id uuid references account,
    name text not null check (length(btrim(name)) between 1 and 100),
    pronouns text not null default '' check (length(pronouns) <= 40),
    chat_handle text not null default '' check (length(chat_handle) <= 60),
    phone text not null default '' check (length(phone) <= 40),
    suits text not null default 'EITHER' check (suits in ('PEOPLE', 'BETWEEN', 'QUIET', 'EITHER')),
    hours_at_most integer check (hours_at_most between 1 and 100),
    days_there date[] not null default '{}',
    -- People on the same shifts may see the name and the chat handle.
    shown_to_crew boolean not null default false,
    agreed_to_conduct_at timestamptz not null,
    registered_at timestamptz not null,
    version integer not null default 0,
    constraint volunteer_registers_once unique (conference_id, account_id),
    unique (conference_id, volunteer_id)
);
create index volunteer_by_account on volunteer (account_id);

create table role_wish (
    conference_id uuid not null,
    volunteer_id uuid not null,
    role_id uuid not null,
    primary key (volunteer_id, role_id),
    foreign key (conference_id, volunteer_id) references volunteer (conference_id, volunteer_id) on delete cascade,
    foreign key (conference_id, role_id) references role (conference_id, role_id) on delete cascade
);
create index role_wish_by_role on role_wish (role_id);
