-- What a conference writes instead of our words, with {placeholders} that are filled in for each reader.
create table mail_text (
    conference_id uuid not null references conference,
    kind text not null check (kind ~ '^[A-Z_]+$'),
    subject text not null check (length(subject) between 1 and 150 and subject !~ '[\r\n]'),
    body text not null check (length(body) between 1 and 5000),
    version integer not null default 0,
    primary key (conference_id, kind)
);

-- A mail that organizers send once more is a new one; pressed twice it goes once.
alter table mail
    add column again_of uuid references mail,
    add constraint mail_of_secrets_goes_once check (again_of is null or not secret);
create unique index mail_waits_once_more on mail (again_of) where state = 'WAITING';
