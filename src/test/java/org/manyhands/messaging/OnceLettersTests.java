package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.AroundNow;
import org.manyhands.AroundNow.Held;
import org.manyhands.AtOnce;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Before the conference everybody gets their shifts, after it thanks and a few questions: once each. */
@IntegrationTest
class OnceLettersTests {

    @Autowired
    private Given given;

    @Autowired
    private OnceLetters letters;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private AroundNow around;
    private Conference conference;

    @BeforeEach
    void openConference() {
        around = new AroundNow(given, jdbc, clock);
        conference = given.conference();
    }

    /** Its first day so many days from now. */
    private void begins(int days) {
        var first = LocalDate.ofInstant(clock.instant(), conference.zone()).plusDays(days);
        jdbc.sql("update conference set first_day = ?, last_day = ? where conference_id = ?")
                .params(first, first.plusDays(1), conference.id().conferenceId())
                .update();
    }

    private List<Mails.Mail> written(Held held, String kind) {
        return jdbc.sql("""
                        select mail.* from mail join account on email = recipient join volunteer using (account_id)
                        where volunteer_id = ? and kind = ?
                        """)
                .params(held.volunteer().volunteerId(), kind)
                .query(Mails.Mail.class)
                .list();
    }

    @Test
    void tellEverybodyTheirShiftsDaysBefore() {
        var ida = around.somebody(conference, "Ida Moreau", Duration.ofDays(2), Duration.ofHours(1));
        begins(5);
        letters.write();
        assertThat(written(ida, "BEFORE_CONFERENCE")).isEmpty();
        begins(2);
        letters.write();
        letters.write();
        assertThat(written(ida, "BEFORE_CONFERENCE")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Your shifts at " + conference.name());
            assertThat(mail.bodies())
                    .allSatisfy(body -> assertThat(body).contains("Role ", "Place ", "Priya Raman", "/unsubscribe/"));
        });
    }

    @Test
    void leaveThoseWithoutShiftsAlone() {
        begins(2);
        given.volunteer(conference, "Kwame Mensah");
        letters.write();
        assertThat(jdbc.sql("select count(*) from mail where conference_id = ? and kind <> 'WELCOME'")
                        .param(conference.id().conferenceId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void thankThoseWhoHelpedAndNobodyElse() {
        var ida = around.somebody(conference, "Ida Moreau", Duration.ofDays(-3), Duration.ofMinutes(150));
        var kwame = around.somebody(conference, "Kwame Mensah", Duration.ofDays(-3), Duration.ofHours(1));
        jdbc.sql("update signup set attendance = 'NO_SHOW' where signup_id = ?")
                .param(kwame.signup().signupId())
                .update();
        begins(-4);
        AtOnce.times(4, number -> {
            letters.write();
            return number;
        });
        assertThat(written(kwame, "THANK_YOU")).isEmpty();
        assertThat(written(ida, "THANK_YOU")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Thank you for 2 h 30 min at " + conference.name());
            assertThat(mail.bodies())
                    .allSatisfy(body -> assertThat(body).contains("/" + conference.slug() + "/me/feedback"));
        });
    }

    @Test
    void areAnsweredByThoseWhoHelpedAndReadByOrganizers() {
        var ida = around.somebody(conference, "Ida Moreau", Duration.ofHours(-3), Duration.ofHours(1));
        var account = new AccountId(jdbc.sql("select account_id from volunteer where volunteer_id = ?")
                .param(ida.volunteer().volunteerId())
                .query(UUID.class)
                .single());
        assertThat(answer(account, "", "")).hasStatusOk().bodyText().contains("Answer one of the questions at least");
        assertThat(answer(account, "The <b>people</b>", "")).hasStatus(303);
        assertThat(answer(account, "Written on another page", ""))
                .hasStatus(409)
                .bodyText()
                .contains("Written on another page", "The &lt;b&gt;people&lt;/b&gt;");
        var organizer = new Organizer(mvc, given.organizer(conference), conference);
        assertThat(organizer.get("/feedback"))
                .bodyText()
                .contains("One person told how it was", "One would help again", "Ida Moreau", "The &lt;b&gt;people");
        var stranger = given.account("stranger-" + UUID.randomUUID() + "@example.org");
        assertThat(answer(stranger, "x", "")).hasStatus(404);
    }

    private MvcTestResult answer(AccountId account, String good, String better) {
        return mvc.post()
                .uri("/" + conference.slug() + "/me/feedback")
                .with(SignedInAs.account(account))
                .with(csrf())
                .param("again", good.isEmpty() ? "" : "YES")
                .param("good", good)
                .param("better", better)
                .exchange();
    }
}
