package org.manyhands.operations;

/**
 * What must never be, whatever was done, by whom and in which order, and whenever the power failed. Each is a query for
 * the rows that break it, with their conference, and finds none while all is well. Most are refused by constraints and
 * triggers already; these look whether somebody went past them. What is found is put in words in messages.properties, as
 * {@code invariant.<NAME>}.
 */
enum Invariant {
    /** The counter that gives places away must be the number of people who have one. */
    TAKEN_MISCOUNTED("""
            select conference_id, shift_id
            from shift left join (
                select shift_id, count(*) as people from signup where state in ('CONFIRMED', 'OFFERED') group by shift_id
            ) held using (shift_id)
            where taken <> coalesce(people, 0)
            """),

    /** The sweep looks only where somebody waits, by the counter. */
    LINE_MISCOUNTED("""
            select conference_id, shift_id
            from shift left join (
                select shift_id, count(*) filter (where state = 'WAITLISTED') as people, count(cover_asked_at) as asking
                from signup where state in ('CONFIRMED', 'WAITLISTED') group by shift_id
            ) line using (shift_id)
            where waiting <> coalesce(people, 0) or cover_wanted <> coalesce(asking, 0)
            """),

    OVERFULL("""
            select conference_id, shift_id from shift where taken + reserved > capacity
            """),

    /** Counted by pairs of signups. */
    IN_TWO_PLACES("""
            select signup.conference_id, signup.signup_id
            from signup join signup other
                on other.volunteer_id = signup.volunteer_id and other.busy && signup.busy and other.signup_id > signup.signup_id
            where signup.state in ('CONFIRMED', 'OFFERED') and other.state in ('CONFIRMED', 'OFFERED')
            """),

    ON_A_SHIFT_TWICE("""
            select conference_id, shift_id from signup where state in ('CONFIRMED', 'OFFERED', 'WAITLISTED')
            group by conference_id, shift_id, volunteer_id having count(*) > 1
            """),

    /** A signup's copy of the time is what keeps people from being booked twice. */
    TIME_DIFFERS("""
            select signup.conference_id, signup_id
            from signup join shift using (shift_id) where signup.busy <> shift.busy
            """),

    /**
     * Whoever holds a place in a role that needs something first had it when they signed up, was put there against the
     * rule, or came before the role needed it. Servers' clocks, and waiting for a lock, may be minutes apart.
     */
    ROLE_NOT_CLEARED("""
            select signup.conference_id, signup_id
            from signup join shift using (shift_id) join role using (role_id)
            left join role_clearance given
                on given.role_id = role.role_id and given.volunteer_id = signup.volunteer_id
            where signup.state in ('CONFIRMED', 'OFFERED') and override_reason is null and needs <> 'NOTHING'
                and (needs_since is null or signed_up_at > needs_since + interval '2 minutes')
                and (granted_at is null or granted_at > signed_up_at + interval '2 minutes'
                    or given.state <> 'GRANTED' and taken_back_at < signed_up_at - interval '2 minutes')
            """),

    /**
     * Whoever has a shift was told so, and whoever withdrew from one, or lost it as it moved or was cancelled, was told that.
     * A later change writes under a later version, so any version counts. Other ways off a shift are not looked at: a swap
     * is told with the shift got for it, a cover and an organizer's removal by mails of their own. What somebody who walked in
     * had left by the time they became another person was told to nobody: there was no address.
     */
    MAIL_MISSING("""
            select signup.conference_id, signup_id
            from signup join volunteer using (volunteer_id)
            where account_id is not null and (
                state = 'CONFIRMED' and not exists (
                    select from mail where about = signup_id and kind in ('YOU_ARE_IN', 'SWAPPED', 'SHIFT_MOVED'))
                or removed_because in ('CONFLICT', 'CANCELLED') and not exists (
                    select from mail where about = signup_id and kind in ('SHIFT_CONFLICT', 'SHIFT_CANCELLED'))
                    and not exists (
                        select from audit_event
                        where subject_id = signup_id and action = 'signup.inherited' and at >= left_at)
                or state = 'WITHDRAWN'
                    and exists (select from audit_event where subject_id = signup_id and action = 'signup.withdrawn')
                    and not exists (select from mail where about = signup_id and kind = 'YOU_LEFT')
                    and not exists (
                        select from audit_event
                        where subject_id = signup_id and action = 'signup.inherited' and at >= left_at))
            """),

    /** While a postman has a mail in hand, and a while after, it is theirs; where none serves, nothing is stuck. */
    MAIL_STUCK("""
            select conference_id, mail_id from mail
            where :mailsAreSent and state = 'WAITING' and greatest(next_try_at, leased_until) < :quarterHourAgo
            """),

    /**
     * Whom every rule of taking a shift allows the place that is free. Two minutes pass before it counts, for the sweep
     * that gives places to those who wait runs each minute.
     */
    WAITER_PASSED_OVER("""
            select signup.conference_id, signup_id
            from signup join shift using (shift_id) join volunteer using (volunteer_id)
            join conference on conference.conference_id = signup.conference_id
            join role using (role_id)
            cross join lateral (
                select count(other.signup_id) as shifts,
                       coalesce(sum(upper(theirs.during) - lower(theirs.during)), interval '0') as hours,
                       coalesce(sum(upper(theirs.during) - lower(theirs.during)) filter (
                           where (lower(theirs.during) at time zone zone)::date = (lower(shift.during) at time zone zone)::date),
                           interval '0') as hours_that_day,
                       coalesce(bool_or(other.busy && tstzrange(
                           lower(signup.busy) - rest_between_shifts, upper(signup.busy) + rest_between_shifts)), false) as elsewhere
                from signup other join shift theirs on theirs.shift_id = other.shift_id
                where other.volunteer_id = signup.volunteer_id and other.state in ('CONFIRMED', 'OFFERED')
            ) held
            cross join lateral (select upper(shift.during) - lower(shift.during) as length) this
            where signup.state = 'WAITLISTED' and signed_up_at < :twoMinutesAgo
                and shift.published and conference.published and lower(shift.during) > :now
                and (signup_opens_at is null or signup_opens_at < :twoMinutesAgo)
                and (signup_closes_at is null or signup_closes_at > :now)
                and (capacity is null or taken + reserved < capacity)
                and not elsewhere
                and (needs = 'NOTHING' or exists (
                    select from role_clearance given
                    where given.role_id = role.role_id and given.volunteer_id = signup.volunteer_id
                        and given.state = 'GRANTED' and decided_at < :twoMinutesAgo))
                and hours_that_day + length <= make_interval(hours => coalesce(
                    least(conference.hours_a_day_at_most, volunteer.hours_a_day_at_most), 1000))
                and hours + length <= make_interval(hours => coalesce(hours_at_most, 100000))
                and (first_shifts_at_most is null or signup_opens_at is null or shifts < first_shifts_at_most
                    or (signup_opens_at at time zone zone + make_interval(days => first_days)) at time zone zone < :twoMinutesAgo)
                and not exists (
                    select from signup gone
                    where (gone.shift_id = signup.shift_id or gone.volunteer_id = signup.volunteer_id)
                        and gone.left_at >= :twoMinutesAgo)
            """);

    private final String sql;

    Invariant(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
