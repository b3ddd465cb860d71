-- Every mail is a row written in the transaction it tells of; a job sends it.

create table mail (
    mail_id uuid primary key,
    conference_id uuid references conference,
    kind text not null check (kind ~ '^[A-Z_]+$'),
    -- What it tells of (a signup), and which telling this is: the same news is written once.
    about uuid,
    about_version integer,
    recipient text not null check (recipient like '_%@_%'),
    reply_to text check (reply_to like '_%@_%'),
    subject text not null check (subject !~ '[\r\n]'),
    text_body text,
    html_body text,
    -- Sign-in mails: listed nowhere, never sent again, their bodies erased once sent or expired.
    secret boolean not null default false,
    message_id text not null unique,
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED', 'EXPIRED')),
    written_at timestamptz not null,
    next_try_at timestamptz not null,
    -- Not sent after this instant: news that would be wrong by then.
    not_after timestamptz not null,
    attempts integer not null default 0 check (attempts between 0 and 8),
    lease_owner uuid,
    leased_until timestamptz,
    sent_at timestamptz,
    error text,
    constraint mail_tells_once unique (about, kind, about_version),
    constraint mail_about_is_whole check ((about is null) = (about_version is null)),
    constraint mail_lease_is_whole check ((lease_owner is null) = (leased_until is null)),
    constraint mail_leased_only_while_waiting check (state = 'WAITING' or lease_owner is null),
    constraint mail_sent_when_it_says_so check ((state = 'SENT') = (sent_at is not null)),
    constraint mail_keeps_no_secret check (not secret or state = 'WAITING' or (text_body is null and html_body is null)),
    constraint mail_has_a_body check (secret or text_body is not null)
);
-- The postman takes what would be useless soonest, so that a sign-in never queues behind an announcement.
create index mail_waiting on mail (not_after, mail_id) where state = 'WAITING';
create index mail_by_conference on mail (conference_id, written_at);

-- The mail catcher behind /mailbox: what was sent where no mail server is configured.
create table caught_mail (
    caught_mail_id bigint generated always as identity primary key,
    caught_at timestamptz not null,
    message_id text not null,
    recipient text not null,
    subject text not null,
    text_body text not null,
    html_body text
);

-- Who changed what, written in the transaction that changed it. Rows are only ever added.
create table audit_event (
    audit_event_id uuid primary key,
    at timestamptz not null,
    conference_id uuid,
    account_id uuid,
    action text not null check (length(action) between 1 and 60),
    subject_kind text not null,
    subject_id uuid,
    detail jsonb not null default '{}',
    request_id uuid
);
create index audit_event_by_conference on audit_event (conference_id, at);
create index audit_event_by_subject on audit_event (subject_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit events are only ever added';
end $$;
create trigger audit_event_is_kept before update or delete on audit_event
    for each row execute function refuse_change();
