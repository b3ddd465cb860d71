-- Why somebody is on the conflict list: when they had the shift, and which rule of sign-up stood against going along.

alter table signup
    add column conflict_during tstzrange,
    add column conflict_rule text check (length(conflict_rule) between 1 and 60),
    add constraint signup_says_why_in_conflict check (
        (conflict_during is null) = (conflict_rule is null) and (conflict_rule is null or removed_because = 'CONFLICT'));
