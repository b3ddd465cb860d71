-- Without a time at which sign-up opens there are no first days to count.
update conference set first_shifts_at_most = null where signup_opens_at is null;

alter table conference
    add constraint conference_first_days_follow_an_opening
        check (first_shifts_at_most is null or signup_opens_at is not null),
    add constraint conference_days_of_this_century check (first_day between date '2000-01-01' and date '2100-12-31');

alter table sign_in
    add constraint sign_in_email_is_canonical
        check (email = lower(btrim(email)) and email like '_%@_%' and length(email) <= 254);

-- A swap is between shifts of one conference: its signup is tied to it as its wanted shift is.
alter table signup add unique (conference_id, signup_id);
alter table swap_offer
    drop constraint swap_offer_signup_id_fkey,
    add foreign key (conference_id, signup_id) references signup (conference_id, signup_id);

-- Never written: what a change answers to is told by its subject and its detail.
alter table audit_event drop column request_id;
