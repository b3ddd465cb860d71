-- Who is asked to join the team of a conference. The row is gone once they said yes or no, or it was withdrawn: what
-- became of it is in the audit trail. Saying yes takes a sign-in with that address, so no token of its own is needed.
create table invitation (
    invitation_id uuid primary key,
    conference_id uuid not null references conference,
    account_id uuid not null references account,
    held_right text not null check (held_right in ('OWNER', 'ORGANIZER', 'ROLE_LEAD', 'DESK')),
    invited_by uuid not null references account,
    -- Of the newest mail; with each the version rises.
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    version integer not null default 0,
    constraint invitation_expires_after_asking check (expires_at > invited_at),
    constraint invitation_stands_once unique (conference_id, account_id),
    unique (conference_id, invitation_id)
);
create index invitation_by_account on invitation (account_id);

-- Which roles somebody is asked to lead.
create table invitation_role (
    conference_id uuid not null,
    invitation_id uuid not null,
    role_id uuid not null,
    primary key (invitation_id, role_id),
    foreign key (conference_id, invitation_id) references invitation (conference_id, invitation_id) on delete cascade,
    foreign key (conference_id, role_id) references role (conference_id, role_id) on delete cascade
);
create index invitation_role_by_role on invitation_role (role_id);
