package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.manyhands.ApplicationProcess;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.PlainBrowser;
import org.manyhands.conference.Conference;
import org.manyhands.operations.Invariants;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R9 of the yardsticks, over HTTP: whoever lost the answer sends the form again, and is told what they would have been. */
@Tag("race")
@IntegrationTest
class LostAnswerTests {

    private static final int ROUNDS = 30;
    private static final int REPETITIONS = 10;

    @Autowired
    private Given given;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isGivenToTheSameFormSentAgain() throws Exception {
        var conference = given.conference();
        var shifts = new ArrayList<Shift>();
        for (var round = 0; round < ROUNDS; round++) {
            shifts.add(given.shift(conference, time(round), time(round + 1), Need.of(1)));
        }
        var email = "lost-answer-" + UUID.randomUUID() + "@example.org";
        given.volunteer(conference, given.account(email), Profile.named(email));
        try (var application = new ApplicationProcess(database, "--manyhands.mail=none");
                var network = new LossyConnection(application.port())) {
            var browser = new PlainBrowser(network.port(), jdbc);
            browser.signIn(email);
            browser.get("/" + conference.slug() + "/shifts");
            for (var shift : shifts) {
                var request = UUID.randomUUID();
                network.losesAnswers(true);
                assertThatThrownBy(() -> take(browser, conference, shift, request))
                        .isInstanceOf(IOException.class);
                assertThat(signupsAndMails(shift)).containsExactly(1, 1);
                network.losesAnswers(false);
                assertThat(AtOnce.times(REPETITIONS, _ -> answerTo(browser, conference, shift, request)))
                        .containsOnly("303 /%s/shifts#shift-%s"
                                .formatted(conference.slug(), shift.id().shiftId()));
                assertThat(signupsAndMails(shift)).containsExactly(1, 1);
            }
        }
        invariants.assertHoldIn(conference);
    }

    private static String answerTo(PlainBrowser browser, Conference conference, Shift shift, UUID request) {
        try {
            return take(browser, conference, shift, request);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    private static String take(PlainBrowser browser, Conference conference, Shift shift, UUID request)
            throws IOException, InterruptedException {
        var id = shift.id().shiftId();
        var answer = browser.post(
                "/" + conference.slug() + "/shifts/" + id + "/signup", Map.of("requestId", request.toString()));
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("to nowhere");
    }

    private List<Integer> signupsAndMails(Shift shift) {
        return jdbc.sql("""
                        select count(distinct signup_id) as signups, count(mail_id) as mails
                        from signup left join mail on about = signup_id
                        where shift_id = ?
                        """)
                .param(shift.id().shiftId())
                .query((row, number) -> List.of(row.getInt("signups"), row.getInt("mails")))
                .single();
    }

    /** Of the ten minutes each that fit into one day. */
    private static String time(int round) {
        var minute = 6 * 60 + round * 10;
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
