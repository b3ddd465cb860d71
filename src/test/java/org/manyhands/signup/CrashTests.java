package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.manyhands.ApplicationProcess;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.PlainBrowser;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application is killed, as by {@code kill -9}, while people sign up: what was acknowledged is there. */
@Tag("race")
@IntegrationTest
class CrashTests {

    private static final int PEOPLE = 6;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;

    @Autowired
    private Given given;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private JdbcClient jdbc;

    private record Acknowledged(String email, String shift) {}

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        var conference = given.conference();
        var shifts = IntStream.range(0, 60)
                .mapToObj(i -> given.shift(conference, time(i), time(i + 1), Need.of(PEOPLE)))
                .toList();
        var emails = Stream.generate(() -> "crash-" + UUID.randomUUID() + "@example.org")
                .limit(PEOPLE)
                .toList();
        emails.forEach(email -> given.volunteer(conference, given.account(email), Profile.named(email)));

        var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        try (var application = new ApplicationProcess(database, "--manyhands.mail=none");
                var people = Executors.newFixedThreadPool(PEOPLE)) {
            for (var email : emails) {
                people.submit(() -> takeAll(
                        new PlainBrowser(application.port(), jdbc), email, conference, shifts, acknowledged, enough));
            }
            enough.await();
            application.kill();
        }

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
        assertThat(confirmed(conference)).containsAll(acknowledged);
        assertThat(count(
                        "select count(*) from shift where taken <> (select count(*) from signup where signup.shift_id = shift.shift_id and state in ('CONFIRMED', 'OFFERED')) and conference_id = :c",
                        conference))
                .isZero();
        assertThat(count("select count(*) from signup where conference_id = :c", conference))
                .as("each signup has its one mail and its one line in the audit")
                .isEqualTo(count(
                        "select count(*) from signup join mail on about = signup_id and kind = 'YOU_ARE_IN' where signup.conference_id = :c",
                        conference))
                .isEqualTo(count(
                        "select count(*) from signup join audit_event on subject_id = signup_id where signup.conference_id = :c",
                        conference));
    }

    private static void takeAll(
            PlainBrowser browser,
            String email,
            Conference conference,
            List<Shift> shifts,
            Queue<Acknowledged> acknowledged,
            CountDownLatch enough) {
        try {
            browser.signIn(email);
            browser.get("/" + conference.slug() + "/shifts");
            for (var shift : shifts) {
                var id = shift.id().shiftId().toString();
                var answer = browser.post(
                        "/" + conference.slug() + "/shifts/" + id + "/signup",
                        Map.of("requestId", UUID.randomUUID().toString()));
                if (answer.statusCode() == 303
                        && answer.headers().firstValue("Location").orElse("").endsWith("#shift-" + id)) {
                    acknowledged.add(new Acknowledged(email, id));
                    enough.countDown();
                }
            }
        } catch (IOException | InterruptedException e) {
            // The application was killed, as it was to be
        }
    }

    private List<Acknowledged> confirmed(Conference conference) {
        return jdbc.sql("""
                        select email, shift_id::text as shift from signup
                        join volunteer using (volunteer_id) join account using (account_id)
                        where signup.conference_id = :c and state = 'CONFIRMED'
                        """)
                .param("c", conference.id().conferenceId())
                .query(Acknowledged.class)
                .list();
    }

    private int count(String sql, Conference conference) {
        return jdbc.sql(sql)
                .param("c", conference.id().conferenceId())
                .query(Integer.class)
                .single();
    }

    private static String time(int quarter) {
        return "%02d:%02d".formatted(quarter / 4 + 8, quarter % 4 * 15);
    }
}
