package org.manyhands.speed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A generated conference: on each day at each place 25 shifts, in five timeslots of two hours, each for five of eight
 * roles. Half of each shift's four places are taken.
 *
 * <p>The first 200 volunteers are the ones who will come back: one of them takes a shift in each timeslot whose number
 * is, modulo four, the volunteer's own, and so has time in all others. The rest fill what else is taken.
 */
record BigConference(JdbcClient jdbc, String slug, int days, int places, int volunteers) {

    static final int REGULARS = 200;
    private static final LocalDate FIRST_DAY = LocalDate.now().plusDays(30);

    BigConference(JdbcClient jdbc, String slug, int days, int places) {
        this(jdbc, slug, days, places, 2_000);
    }

    BigConference build() {
        emptyShifts();
        takeHalf();
        jdbc.sql("analyze").update();
        return this;
    }

    /** Every place taken, and somebody who owns it all. */
    BigConference buildFull(String owner) {
        emptyShifts();
        takeAll();
        run("""
                insert into account (account_id, email, created_at) values (uuidv7(), '%s', now()) on conflict do nothing
                """.formatted(owner));
        run("""
                insert into team_member (conference_id, account_id, held_right, since)
                select conference_id, account_id, 'OWNER', now() from conference, account
                where conference.slug = :slug and email = '%s'
                """.formatted(owner));
        jdbc.sql("analyze").update();
        return this;
    }

    private void emptyShifts() {
        conference();
        run("""
                insert into place (place_id, conference_id, slug, name, directions)
                select uuidv7(), conference_id, 'place-' || n, 'Ballroom ' || n, 'Second floor, left of the stairs'
                from conference, generate_series(1, :places) n where conference.slug = :slug
                """);
        run("""
                insert into role (role_id, conference_id, slug, name, summary, handbook, setting, traits, arrive_early_minutes)
                select uuidv7(), conference_id, 'role-' || n, 'Session helper ' || n, 'Welcome people and keep the time.',
                       'Be there early. Greet the speaker. Show the cards.', (array['PEOPLE', 'BETWEEN', 'QUIET'])[n % 3 + 1],
                       case when n % 2 = 0 then array['ON_STAGE', 'STANDING'] else '{}' end, n % 3 * 5
                from conference, generate_series(0, 7) n where conference.slug = :slug
                """);
        run("""
                insert into timeslot (timeslot_id, conference_id, during)
                select uuidv7(), conference_id, tstzrange(start, start + interval '2 hours')
                from conference, generate_series(0, :days - 1) day, generate_series(0, 4) slot,
                     lateral (select (first_day + day + time '08:00' + slot * interval '2 hours') at time zone zone as start) at
                where conference.slug = :slug
                """);
        run("""
                insert into shift (shift_id, conference_id, timeslot_id, role_id, place_id, during, minimum, wanted, capacity, published)
                select uuidv7(), conference_id, timeslot_id, role_id, place_id, during, 2, 4, 4, true
                from conference join (select *, row_number() over (partition by conference_id order by during) as slot from timeslot) t using (conference_id)
                join (select *, row_number() over (partition by conference_id order by slug) as at from place) p using (conference_id)
                join (select *, row_number() over (partition by conference_id order by role.slug) as kind from role) r using (conference_id)
                where conference.slug = :slug and (kind + at + slot) % 8 < 5
                """);
        run("""
                insert into account (account_id, email, created_at)
                select uuidv7(), 'volunteer-' || n || '@bench.example', now() from generate_series(0, :volunteers - 1) n
                on conflict do nothing
                """);
        run("""
                insert into volunteer (volunteer_id, conference_id, account_id, name, shown_to_crew, agreed_to_conduct_at, registered_at)
                select uuidv7(), conference_id, account_id, 'Volunteer ' || n, n % 2 = 0, now(), now()
                from conference, generate_series(0, :volunteers - 1) n join account on email = 'volunteer-' || n || '@bench.example'
                where conference.slug = :slug
                """);
    }

    /** 1,000 talks, a hundred in each place, one after the other; each regular stars 200, which leaves them some time. */
    BigConference withTalks() {
        run("insert into schedule (conference_id) select conference_id from conference where slug = :slug");
        run("""
                insert into room (room_id, conference_id, name, place_id)
                select uuidv7(), conference_id, place.name, place_id from place join conference using (conference_id)
                where conference.slug = :slug
                """);
        run("""
                insert into talk (talk_id, conference_id, key, title, starts_at, ends_at, kind, blocks)
                select uuidv7(), conference_id, n::text, 'Talk ' || n, start, start + interval '20 minutes', 'TALK', true
                from conference, generate_series(0, 999) n,
                     lateral (select (first_day + n % :days + time '08:00' + (n / :days % 25) * interval '24 minutes')
                         at time zone zone as start) at
                where slug = :slug
                """);
        run("""
                insert into talk_room (conference_id, talk_id, room_id)
                select conference_id, talk_id, room_id
                from (select *, key::int / 100 + 1 as at from talk) t
                join (select *, row_number() over (partition by conference_id order by name) as at from room) r using (conference_id, at)
                join conference using (conference_id) where slug = :slug
                """);
        run("""
                insert into star (conference_id, volunteer_id, talk_id, starred_at)
                select conference_id, volunteer_id, talk_id, now()
                from conference join volunteer using (conference_id) join talk using (conference_id)
                where slug = :slug and replace(volunteer.name, 'Volunteer ', '')::int < 200 and key::int % 25 < 5
                """);
        jdbc.sql("analyze").update();
        return this;
    }

    private void conference() {
        jdbc.sql("""
                        insert into conference (conference_id, slug, name, town, first_day, last_day, zone, contact_name,
                                                contact_email, conduct_url, published)
                        values (uuidv7(), :slug, 'Conference ' || :slug, 'Durham', :first, :last, 'America/New_York',
                                'Priya Raman', 'volunteers@bench.example', 'https://bench.example/conduct', true)
                        """)
                .param("slug", slug)
                .param("first", FIRST_DAY)
                .param("last", FIRST_DAY.plusDays(days - 1))
                .update();
    }

    private void takeHalf() {
        run("""
                with s as (%s),
                taken as (
                    select shift_id, conference_id, busy, slot %% 4 + at * 4 as n from s where at < 50
                    union all
                    select shift_id, conference_id, busy, 200 + (slot * many + at) %% 1800 from s
                    union all
                    select shift_id, conference_id, busy, 200 + (slot * many + at + 900) %% 1800 from s where at >= 50)
                insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                select uuidv7(), taken.conference_id, shift_id, volunteer_id, busy, 'CONFIRMED', uuidv7(), now()
                from taken join volunteer on volunteer.conference_id = taken.conference_id and name = 'Volunteer ' || n
                """.formatted(NUMBERED));
    }

    /** Four people on each shift, one timeslot's after the other's. */
    private void takeAll() {
        run("""
                with s as (%s)
                insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                select uuidv7(), s.conference_id, shift_id, volunteer_id, busy, 'CONFIRMED', uuidv7(), now()
                from s cross join generate_series(0, 3) k
                join volunteer on volunteer.conference_id = s.conference_id and name = 'Volunteer ' || ((slot * many + at) * 4 + k) %% :volunteers
                """.formatted(NUMBERED));
    }

    private static final String NUMBERED = """
            select shift_id, conference_id, busy, dense_rank() over (order by during) - 1 as slot,
                   row_number() over (partition by during order by shift_id) - 1 as at, count(*) over (partition by during) as many
            from shift join conference using (conference_id) where conference.slug = :slug
            """;

    private void run(String sql) {
        var statement = jdbc.sql(sql).param("slug", slug);
        statement
                .param("days", days)
                .param("places", places)
                .param("volunteers", volunteers)
                .update();
    }

    static LocalDate secondDay() {
        return FIRST_DAY.plusDays(1);
    }

    String day() {
        return "/" + slug + "/shifts?day=" + secondDay();
    }

    String dayAtAPlace() {
        return day() + "&place=place-3";
    }

    /** A shift that a regular can take. */
    record Wish(int regular, UUID shift) {}

    /**
     * 800 shifts, four for each regular, each different and in a timeslot in which they have time.
     *
     * @param firstSlot the first of sixteen timeslots
     * @param round 1, 2 or 3: each pairs the same shifts with other people, and there is room for two rounds
     */
    List<Wish> wishes(int firstSlot, int round) {
        return jdbc.sql("with s as (" + NUMBERED + """
                        ) select (slot + 4 - :round) % 4 + at * 4 as regular, shift_id from s
                        where at < 50 and slot >= :first and slot < :first + 16 order by at * 7 % 50, slot
                        """)
                .param("slug", slug)
                .param("first", firstSlot)
                .param("round", round)
                .query((row, number) -> new Wish(row.getInt("regular"), row.getObject("shift_id", UUID.class)))
                .list();
    }

    /** In each timeslot one shift with three places left, and the fifty regulars who all want it. */
    List<List<Wish>> races() {
        jdbc.sql("update shift set capacity = taken + 3 where shift_id in (select shift_id from (" + NUMBERED
                        + ") s where at = 0)")
                .param("slug", slug)
                .update();
        return jdbc.sql("select slot, shift_id from (" + NUMBERED + ") s where at = 0 order by slot")
                .param("slug", slug)
                .query((row, number) -> race(row.getInt("slot"), row.getObject("shift_id", UUID.class)))
                .list();
    }

    private static List<Wish> race(int slot, UUID shift) {
        return IntStream.range(0, REGULARS / 4)
                .mapToObj(i -> new Wish(i * 4 + (slot + 1) % 4, shift))
                .toList();
    }

    long count(String what) {
        return jdbc.sql("select " + what + " from shift join conference using (conference_id) where slug = ?")
                .param(slug)
                .query(Long.class)
                .single();
    }
}
