package org.manyhands.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.conference.Conference;
import org.manyhands.conference.SignupWindow;
import org.manyhands.role.Roles;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an organizer sees first. */
@IntegrationTest
class DashboardTests {

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Roles roles;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = Organizer.of(conference, given, mvc);
    }

    @Test
    void tellsOfMailsThatWereNotDelivered() {
        given.signUp(given.volunteer(conference), given.shift(conference, "08:00", "10:00", Need.of(2)));
        assertThat(organizer.reads("")).doesNotContain("not delivered");
        jdbc.sql("""
                        update mail set state = 'FAILED', error = 'x'
                        where mail_id = (select mail_id from mail where conference_id = ? limit 1)
                        """).param(conference.id().conferenceId()).update();
        assertThat(organizer.opens("")).contains("One mail was not delivered", "/mail?state=failed");
    }

    @Test
    void answersHowManyShiftsCannotOpen() {
        given.shift(conference, "08:00", "10:00", Need.of(2));
        assertThat(organizer.reads("")).contains("One shift cannot open yet");
        given.signUp(given.volunteer(conference), given.shift(conference, "10:00", "12:00", Need.of(2)));
        assertThat(organizer.reads(""))
                .contains("2 shifts cannot open yet", "▲ Needs 2 to open", "▲ Needs 1 more to open");
    }

    @Test
    void saysSoWhenEveryShiftHasEnoughPeople() {
        given.signUp(given.volunteer(conference), given.shift(conference, "08:00", "10:00", Need.between(1, 2, 3)));
        assertThat(organizer.reads(""))
                .contains("Every shift has enough people", "△ 1/2", "2 h of 4 h are taken, and one place is open.")
                .doesNotContain("What to do about them");
    }

    @Test
    void listsTheSoonestShortShiftFirstWithItsNextStep() {
        var later = given.shift(conference, "14:00", "16:00", Need.of(1));
        var sooner = given.shift(conference, "08:00", "10:00", Need.of(1));
        var page = organizer.opens("");
        assertThat(page)
                .containsSubsequence(edit(sooner), edit(later))
                .contains("roster?day=" + conference.firstDay() + "#shift-"
                        + sooner.id().shiftId());
    }

    @Test
    void namesTheRoleThatCoversAShiftNobodyTook() {
        var manager = given.role(conference, "Session manager");
        var emcee = given.role(conference, "Session emcee");
        emcee.coverBy(manager.id());
        roles.saveAndFlush(emcee);
        given.shift(
                conference,
                given.timeslot(conference, "08:00", "10:00"),
                emcee,
                given.place(conference, "Hall"),
                Need.of(1));
        assertThat(organizer.reads(""))
                .contains(
                        "Every shift can open",
                        "One shift has nobody of its own yet and opens all the same, because another role stands in: Session manager.",
                        "△ 0/1",
                        "People signed up of people wanted, by day and role")
                .doesNotContain("cannot open yet", "▲ 0/1", "Open places by");
        assertThat(organizer.reads("/roster"))
                .contains("Session manager covers", "One more wanted")
                .doesNotContain("to open");
    }

    @Test
    void countsPlacesHeldWithoutAPerson() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(2));
        shift.reserve(2, "the sponsor");
        given.save(shift);
        assertThat(organizer.reads("")).contains("Every shift has enough people", "2/2");
    }

    @Test
    void leavesDraftsOutOfTheNumbersAndSaysSo() {
        given.signUp(given.volunteer(conference), given.shift(conference, "08:00", "10:00", Need.of(1)));
        draft(given.shift(conference, "10:00", "12:00", Need.of(7)));
        assertThat(organizer.reads(""))
                .contains("Every shift has enough people", "One shift is a draft: volunteers do not see them.")
                .doesNotContain("/7");
    }

    @Test
    void doesNotAskForPeopleWhenAShiftIsOver() {
        given.shift(conference, "08:00", "10:00", Need.of(1));
        jdbc.sql(
                        "update timeslot set during = tstzrange(lower(during) - interval '60 days', upper(during) - interval '60 days')"
                                + " where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(organizer.reads("")).contains("Every shift is over").doesNotContain("▲");
    }

    @Test
    void tellsWhetherVolunteersCanSignUp() {
        given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(organizer.reads("")).contains("Sign-up is open.");
        var now = clock.instant();
        window(new SignupWindow(now.plus(Duration.ofDays(1)), null));
        assertThat(organizer.reads("")).contains("until then nobody can take a shift");
        window(new SignupWindow(null, now.minus(Duration.ofDays(1))));
        assertThat(organizer.reads("")).contains("nobody can take a shift any more");
    }

    private void window(SignupWindow window) {
        conference.takeSignups(window);
        conference = given.save(conference);
    }

    @Test
    void leadsThroughTheFirstSteps() {
        assertThat(organizer.reads(""))
                .containsSubsequence(
                        "What to do first",
                        "Nobody is registered yet.",
                        "1. Places none yet",
                        "2. Roles none yet",
                        "4. Timeslots none yet",
                        "5. Shifts none yet",
                        "6. Publish");
        given.place(conference, "Hall");
        assertThat(organizer.reads("")).contains("1. Places 1 ✓", "2. Roles none yet");
        draft(given.shift(conference, "08:00", "10:00", Need.of(1)));
        assertThat(organizer.reads("")).contains("Your shifts are ready to be published", "5. Shifts 1 ✓");
    }

    @Test
    void showsNothingOfAnotherConference() {
        var other = given.conference();
        given.signUp(given.volunteer(other), given.shift(other, "08:00", "10:00", Need.of(3)));
        given.shift(conference, "08:00", "10:00", Need.of(1));
        assertThat(organizer.reads(""))
                .contains("Nobody is registered yet.", "0 h of 2 h are taken")
                .doesNotContain("1/3");
    }

    @Test
    void isNotThereForAnybodyElse() {
        var other = given.organizer(given.conference());
        for (var address : new String[] {"", "/roster", "/volunteers"}) {
            assertThat(mvc.get()
                            .uri("/" + conference.slug() + "/organize" + address)
                            .with(SignedInAs.account(other)))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private void draft(Shift shift) {
        shift.keepAsDraft();
        given.save(shift);
    }

    private String edit(Shift shift) {
        return "/organize/shifts/" + shift.id().shiftId();
    }
}
