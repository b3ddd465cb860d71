-- Who can sign in, and how: a link and a code by mail, never a password.

create extension if not exists btree_gist;

create table account (
    account_id uuid primary key,
    email text not null unique,
    may_create_conferences boolean not null default false,
    created_at timestamptz not null,
    version integer not null default 0,
    constraint account_email_is_canonical check (email = lower(btrim(email)) and email like '_%@_%' and length(email) <= 254)
);

-- One request to sign in: the mail carries a token (in a link) and a six-digit code; only their hashes are kept.
create table sign_in (
    sign_in_id uuid primary key,
    email text not null,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    code_hash bytea not null check (octet_length(code_hash) = 32),
    next_path text not null default '/' check (next_path like '/%' and next_path not like '//%'),
    wrong_codes integer not null default 0 check (wrong_codes between 0 and 5),
    asked_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > asked_at),
    used_at timestamptz,
    replaced_at timestamptz,
    version integer not null default 0
);

-- The newest request is the only one that counts.
create unique index sign_in_newest_only on sign_in (email) where used_at is null and replaced_at is null;
create index sign_in_by_email on sign_in (email, asked_at);

-- The right to make the first organizer of an empty installation; printed in the log, kept as a hash.
create table setup_token (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    created_at timestamptz not null
);

-- Spring Session's own tables (spring-session-jdbc, schema-postgresql.sql), so that a restart signs nobody out.
create table spring_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
