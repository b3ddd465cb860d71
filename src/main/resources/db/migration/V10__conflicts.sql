-- Why somebody is on the conflict list: when they had the shift, which one it was to become (the same, or another to which
-- everybody was moved), and which rule of sign-up stood against going along.

alter table signup
    add column conflict_during tstzrange,
    add column conflict_shift_id uuid,
    add column conflict_rule text check (length(conflict_rule) between 1 and 60),
    add foreign key (conference_id, conflict_shift_id) references shift (conference_id, shift_id),
    add constraint signup_says_why_in_conflict check (
        num_nulls(conflict_during, conflict_shift_id, conflict_rule) in (0, 3)
        and (conflict_rule is null or removed_because = 'CONFLICT'));
create index signup_by_conflict_shift on signup (conflict_shift_id) where conflict_shift_id is not null;
