package org.manyhands.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.manyhands.soak.Soak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Prints how long pages about people take at a conference of 2,000 shifts, 3,000 volunteers and 8,000 signups. Read it; the
 * machine's speed is no test.
 */
@IntegrationTest
class OrganizersPagesSoak {

    private static final int ROUNDS = 31;

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsHowLongPagesTake() {
        var conference = given.conference();
        fill(conference);
        var somebody = jdbc.sql("""
                        select volunteer_id from signup where conference_id = ?
                        group by volunteer_id order by count(*) desc limit 1
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .single();
        var organizer = new Organizer(mvc, given.organizer(conference), conference);
        for (var page : List.of(
                "/volunteers",
                "/volunteers?q=volunteer%2029",
                "/volunteers?role=role-3&hours=less",
                "/volunteers.csv",
                "/volunteers/" + somebody,
                "/approvals",
                "/report",
                "/report/people.csv")) {
            var times = new long[ROUNDS];
            for (var round = 0; round < ROUNDS; round++) {
                var start = System.nanoTime();
                assertThat(organizer.get(page)).hasStatusOk();
                times[round] = (System.nanoTime() - start) / 1_000_000;
            }
            Arrays.sort(times);
            Soak.say(
                    "%-50s median %d ms, slowest %d ms",
                    page.replace(somebody, "{id}"), times[ROUNDS / 2], times[ROUNDS - 1]);
        }
    }

    private void fill(Conference conference) {
        run(conference, """
                insert into role (role_id, conference_id, slug, name, summary, setting, needs)
                select gen_random_uuid(), :c, 'role-' || n, 'Role ' || n, 'Help.', 'PEOPLE',
                       case when n % 5 = 0 then 'BRIEFING' else 'NOTHING' end from generate_series(0, 19) n
                """);
        run(conference, """
                insert into place (place_id, conference_id, slug, name, directions)
                select gen_random_uuid(), :c, 'place-' || n, 'Place ' || n, '' from generate_series(1, 2) n
                """);
        run(conference, """
                insert into timeslot (timeslot_id, conference_id, during)
                select gen_random_uuid(), :c, tstzrange(start, start + interval '1 hour')
                from conference, generate_series(0, 4) day, generate_series(0, 9) hour,
                     lateral (select (first_day + day + time '08:00' + hour * interval '1 hour') at time zone zone as start) at
                where conference_id = :c
                """);
        run(conference, """
                insert into shift (shift_id, conference_id, timeslot_id, role_id, place_id, during, minimum, wanted, capacity, published)
                select gen_random_uuid(), :c, timeslot_id, role_id, place_id, during, 1, 5, 8, true
                from timeslot join role using (conference_id) join place using (conference_id) where conference_id = :c
                """);
        run(conference, """
                insert into account (account_id, email, created_at)
                select gen_random_uuid(), 'big-' || n || '@volunteers.example', now() from generate_series(1, 3000) n
                on conflict do nothing
                """);
        run(conference, """
                insert into volunteer (volunteer_id, conference_id, account_id, name, hours_at_most, agreed_to_conduct_at, registered_at)
                select gen_random_uuid(), :c, account_id, 'Volunteer ' || split_part(email, '@', 1), 6, now(), now()
                from account where email like 'big-%@volunteers.example'
                """);
        run(conference, """
                insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at,
                                    attendance, arrived_at, done_at)
                select gen_random_uuid(), :c, shift_id, volunteer_id, busy, 'CONFIRMED', gen_random_uuid(), now(),
                       'DONE', lower(busy), upper(busy)
                from (select shift_id, busy, row_number() over (order by lower(busy), shift_id) as at from shift where conference_id = :c) s
                join lateral generate_series(0, 3) place on true
                join (select volunteer_id, row_number() over (order by volunteer_id) as who from volunteer where conference_id = :c) v
                  on who = (at * 4 + place) % 3000 + 1
                on conflict do nothing
                """);
        run(conference, """
                insert into role_clearance (role_clearance_id, conference_id, volunteer_id, role_id, state, asked_at)
                select gen_random_uuid(), :c, volunteer_id, role_id, 'ASKED', now()
                from (select volunteer_id from volunteer where conference_id = :c order by volunteer_id limit 100) v, role
                where conference_id = :c and needs <> 'NOTHING'
                """);
        run(conference, """
                insert into mail (mail_id, conference_id, kind, about, about_version, recipient, subject, text_body,
                    message_id, written_at, next_try_at, not_after)
                select gen_random_uuid(), :c, 'YOU_ARE_IN', signup_id, 0, email, 'You are in', 'In',
                    signup_id::text, now(), now() + interval '90 days', now() + interval '91 days'
                from signup join volunteer using (volunteer_id) join account using (account_id) where signup.conference_id = :c
                """);
        run(conference, """
                insert into audit_event (audit_event_id, at, conference_id, action, subject_kind, subject_id)
                select gen_random_uuid(), signed_up_at, :c, 'signup.confirmed', 'signup', signup_id
                from signup where conference_id = :c
                """);
        jdbc.sql("analyze").update();
        Soak.say(jdbc.sql("""
                        select count(distinct shift_id) || ' shifts with people, ' || count(distinct volunteer_id) || ' people, '
                            || count(*) || ' signups' from signup where conference_id = ?
                        """)
                .param(conference.id().conferenceId())
                .query(String.class)
                .single());
    }

    private void run(Conference conference, String sql) {
        jdbc.sql(sql).param("c", conference.id().conferenceId()).update();
    }
}
