-- Which roles a role lead leads: none that is not listed here, and only of the conference that gave them the right.
create table role_lead (
    conference_id uuid not null,
    account_id uuid not null,
    role_id uuid not null,
    primary key (role_id, account_id),
    foreign key (conference_id, account_id) references team_member (conference_id, account_id) on delete cascade,
    foreign key (conference_id, role_id) references role (conference_id, role_id) on delete cascade
);
create index role_lead_by_member on role_lead (conference_id, account_id);

-- A conference never loses its last owner: nobody could give rights in it any more. Looked at on commit, so that an
-- owner may hand over to another in either order. The lock lets two owners who leave at once look one after the other;
-- under READ COMMITTED, at which the application runs, the second then sees that the first has gone.
create function keep_an_owner() returns trigger language plpgsql as $$
begin
    perform from conference where conference_id = old.conference_id for no key update;
    if found and not exists (
            select from team_member where conference_id = old.conference_id and held_right = 'OWNER') then
        raise exception using errcode = 'check_violation', constraint = 'team_keeps_an_owner',
            message = 'the last owner of a conference stays (team_keeps_an_owner)';
    end if;
    return null;
end
$$;

create constraint trigger team_keeps_an_owner
    after update or delete on team_member deferrable initially deferred
    for each row when (old.held_right = 'OWNER')
    execute function keep_an_owner();
