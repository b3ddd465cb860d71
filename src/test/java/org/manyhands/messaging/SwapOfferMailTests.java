package org.manyhands.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.Suits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Those on a shift that somebody would swap for are told by mail, once, and by name only where that is agreed. */
@IntegrationTest
class SwapOfferMailTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Shift morning;
    private Shift evening;
    private String email;

    @BeforeEach
    void somebodyOnAFullShift() {
        conference = given.conference();
        morning = given.shift(conference, "08:00", "10:00", Need.of(1));
        evening = given.shift(conference, "18:00", "20:00", Need.of(1));
        email = "jun-" + UUID.randomUUID() + "@example.org";
        given.signUp(given.volunteer(conference, given.account(email), Profile.named("Jun")), evening);
    }

    @Test
    void saysWhatOneWouldGetAndWhatOneWouldGive() {
        offer(named("Ida Shy", false));
        offered()
                .bodies()
                .forEach(body -> assertThat(body)
                        .contains("You would get: ", "8:00 – 10:00", "18:00 – 20:00", "another volunteer", "/me")
                        .doesNotContain("Ida Shy", "null"));
        assertThat(offered().notAfter()).isEqualTo(evening.during().start());
    }

    @Test
    void namesWhoAgreedToBeSeen() {
        offer(named("Ida Seen", true));
        assertThat(offered().bodies()).allSatisfy(body -> assertThat(body).contains("Ida Seen"));
    }

    @Test
    void isWrittenOnceForTheSameOffer() {
        var asker = named("Ida", false);
        offer(asker);
        offer(asker);
        assertThat(offered().subject()).startsWith("Would you swap?");
    }

    private AccountId named(String name, boolean shown) {
        var account = given.account("ida-" + UUID.randomUUID() + "@example.org");
        var profile = new Profile(name, "", "", "", Suits.EITHER, Set.of(), null, null, Set.of(), shown);
        given.signUp(given.volunteer(conference, account, profile), morning);
        return account;
    }

    private void offer(AccountId asker) {
        assertThat(mvc.post()
                        .uri("/" + conference.slug() + "/shifts/" + morning.id().shiftId() + "/swap")
                        .with(SignedInAs.account(asker))
                        .with(csrf())
                        .param("wanted", evening.id().shiftId().toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    private Mails.Mail offered() {
        return new Mails(jdbc, email)
                .all().stream()
                        .filter(mail -> mail.kind().equals("SWAP_OFFERED"))
                        .reduce((one, other) -> {
                            throw new AssertionError("told twice");
                        })
                        .orElseThrow();
    }
}
