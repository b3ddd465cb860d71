-- When somebody came and when they went, as the desk wrote it down, and a word on it. The hours worked are between the two.
alter table signup
    add column arrived_at timestamptz,
    add column done_at timestamptz,
    add column attendance_note text not null default '' check (length(attendance_note) <= 300),
    add constraint signup_arrived_when_it_says_so check ((arrived_at is not null) = (attendance in ('ARRIVED', 'DONE'))),
    add constraint signup_done_when_it_says_so check ((done_at is not null) = (attendance = 'DONE')),
    add constraint signup_done_after_arriving check (done_at >= arrived_at);
