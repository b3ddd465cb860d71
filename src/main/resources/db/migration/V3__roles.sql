-- Kinds of work.

create table role (
    role_id uuid primary key,
    conference_id uuid not null references conference,
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 1 and 60),
    name text not null check (length(name) between 1 and 60),
    summary text not null check (length(summary) between 1 and 200),
    handbook text not null default '' check (length(handbook) <= 20000),
    setting text not null check (setting in ('PEOPLE', 'BETWEEN', 'QUIET')),
    traits text[] not null default '{}' check (traits <@ array['ON_STAGE', 'STANDING', 'LIFTING', 'REMOTE', 'HEARS_TALKS']),
    arrive_early_minutes integer not null default 0 check (arrive_early_minutes between 0 and 120),
    -- Who expects a volunteer on arrival, in words: "Ask for Noor at the desk".
    expected_by text not null default '' check (length(expected_by) <= 120),
    -- The role that stands in where nobody took this one.
    covered_by uuid,
    version integer not null default 0,
    constraint role_slug_is_free unique (conference_id, slug),
    unique (conference_id, role_id),
    foreign key (conference_id, covered_by) references role (conference_id, role_id),
    constraint role_does_not_cover_itself check (covered_by <> role_id)
);
