package org.manyhands.speed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/**
 * The bound: what a sign-up asks of PostgreSQL, session and mail included, by JDBC alone. No application in Java can be
 * faster than this with these statements; where they change, so must these.
 */
final class SignUpByHand implements AutoCloseable {

    /** As many as the application's pool has. */
    private static final int CONNECTIONS = 10;

    private final BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);

    SignUpByHand(String url) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            pool.add(DriverManager.getConnection(url));
        }
    }

    List<Callable<?>> of(BigConference conference, List<BigConference.Wish> wishes) throws Exception {
        var calls = new ArrayList<Callable<?>>();
        var connection = pool.take();
        for (var wish : wishes) {
            var email = "volunteer-" + wish.regular() + "@bench.example";
            var account = (UUID) run(connection, "select account_id from account where email = ?", email);
            var session = (String) run(
                    connection, "select session_id from spring_session where principal_name = ?", account.toString());
            calls.add(() -> {
                var mine = pool.take();
                try {
                    signUp(mine, conference.slug(), account, session, wish.shift());
                } finally {
                    pool.add(mine);
                }
                return null;
            });
        }
        pool.add(connection);
        return calls;
    }

    private static void signUp(Connection on, String slug, UUID account, String session, UUID shift)
            throws SQLException {
        run(on, """
                select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                       sa.attribute_name, sa.attribute_bytes
                from spring_session s left join spring_session_attributes sa on s.primary_id = sa.session_primary_id
                where s.session_id = ?
                """, session);
        run(on, """
                select exists (select from team_member join conference using (conference_id)
                               where account_id = ? and slug = ? and held_right in ('OWNER', 'ORGANIZER'))
                """, account, slug);
        var conference = run(on, "select * from conference where slug = ?", slug);
        var volunteer = run(
                on,
                "select volunteer_id from volunteer where conference_id = ? and account_id = ?",
                conference,
                account);
        on.setAutoCommit(false);
        var signup = take(on, conference, volunteer, shift, account);
        tell(on, conference, signup);
        on.commit();
        on.setAutoCommit(true);
        run(on, """
                update spring_session set session_id = ?, last_access_time = last_access_time + 1 where session_id = ?
                returning primary_id
                """, session, session);
        run(on, """
                update spring_session_attributes set attribute_bytes = attribute_bytes || ''::bytea
                where session_primary_id = (select primary_id from spring_session where session_id = ?)
                  and attribute_name like '%FLASH_MAPS' returning attribute_name
                """, session);
    }

    private static UUID take(Connection on, Object conference, Object volunteer, UUID shift, UUID account)
            throws SQLException {
        var request = UUID.randomUUID();
        var now = Timestamp.from(Instant.now());
        run(on, "select conference_id from volunteer where volunteer_id = ? for no key update", volunteer);
        run(
                on,
                "select shift_id from shift where shift_id in (?) and conference_id = ? order by shift_id for no key update",
                shift,
                conference);
        run(
                on,
                "select exists (select from signup where volunteer_id = ? and request_id = ? and shift_id not in (?))",
                volunteer,
                request,
                shift);
        run(on, "select exists (select from signup where volunteer_id = ? and request_id = ?)", volunteer, request);
        run(on, """
                select lower(shift.during), upper(shift.during), signup_opens_at, signup_closes_at, taken, reserved, capacity,
                       exists (select from signup where signup.shift_id = shift.shift_id and volunteer_id = ?
                                                    and state in ('CONFIRMED', 'OFFERED')), clash.name
                from shift join conference using (conference_id)
                left join lateral (select role.name from signup join shift other on other.shift_id = signup.shift_id
                                   join role on role.role_id = other.role_id
                                   where signup.volunteer_id = ? and signup.state in ('CONFIRMED', 'OFFERED')
                                     and signup.busy && shift.busy and other.shift_id <> shift.shift_id
                                   order by lower(other.during) limit 1) clash on true
                where shift.shift_id = ?
                """, volunteer, volunteer, shift);
        var signup = run(on, """
                insert into signup (signup_id, conference_id, shift_id, volunteer_id, busy, state, request_id, signed_up_at)
                select uuidv7(), conference_id, shift_id, ?, busy, 'CONFIRMED', ?, ? from shift where shift_id = ?
                on conflict do nothing returning signup_id
                """, volunteer, request, now, shift);
        run(on, """
                insert into audit_event (audit_event_id, at, conference_id, account_id, action, subject_kind, subject_id, detail)
                values (uuidv7(), ?, ?, ?, 'signup.confirmed', 'signup', ?, '{}') returning audit_event_id
                """, now, conference, account, signup);
        return (UUID) signup;
    }

    private static void tell(Connection on, Object conference, UUID signup) throws SQLException {
        var now = Instant.now();
        run(on, """
                select email, volunteer.*, shift.*, role.*, place.*, conference.* from signup
                join volunteer using (volunteer_id, conference_id) join account using (account_id)
                join shift using (shift_id, conference_id) join role using (role_id, conference_id)
                join place using (place_id, conference_id) join conference using (conference_id)
                where signup_id = ?
                """, signup);
        run(
                on,
                """
                insert into mail (mail_id, conference_id, kind, about, about_version, recipient, subject, text_body, html_body,
                                  message_id, written_at, next_try_at, not_after)
                values (uuidv7(), ?, 'YOU_ARE_IN', ?, 0, 'somebody@bench.example', 'You are in', ?, ?, ?, ?, ?, ?)
                on conflict on constraint mail_tells_once do nothing returning mail_id
                """,
                conference,
                signup,
                "What, where and when. ".repeat(30),
                "What, where and when. ".repeat(80),
                signup + "@bench.example",
                Timestamp.from(now),
                Timestamp.from(now),
                Timestamp.from(now.plusSeconds(3600)));
    }

    /** The first column of the first row; each of these statements returns one. */
    private static Object run(Connection on, String sql, Object... parameters) throws SQLException {
        try (var statement = on.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("nothing came of " + sql);
                }
                return rows.getObject(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : pool) {
            connection.close();
        }
    }
}
