package org.manyhands.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.conference.Conference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** All shifts for the organizers, and what one press does. */
@IntegrationTest
class ShiftPlanControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Shifts shifts;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
    }

    @Test
    void saysHowManyDraftsThereAre() {
        assertThat(organizer.get("/shifts")).hasStatusOk().bodyText().contains("No shifts yet");
        var shift = given.shift(conference, "08:00", "10:00", Need.between(1, 2, 4));
        assertThat(organizer.get("/shifts"))
                .bodyText()
                .contains("Every shift is published", "2 wanted, at least 1, at most 4", "nobody signed up yet");
        draft(shift);
        assertThat(organizer.get("/shifts?drafts=true")).bodyText().contains("One shift is still a draft", ">Publish<");
    }

    @Test
    void showsManyADayAtATime() {
        var slot = given.timeslot(conference, "08:00", "10:00");
        var role = given.role(conference, "Desk");
        IntStream.range(0, 81)
                .forEach(i -> given.shift(conference, slot, role, given.place(conference, "Place " + i), Need.of(1)));
        assertThat(organizer.get("/shifts")).hasStatusOk().bodyText().contains("Place 80");
        assertThat(organizer.get("/shifts?day=nonsense")).hasStatusOk();
    }

    @Test
    void publishesAndMakesADraftAgainAtOnePress() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(2));
        assertThat(organizer.post(at(shift) + "/draft"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .endsWith("/organize/shifts#shift-" + shift.id().shiftId());
        assertThat(isPublished(shift)).isFalse();
        var published = organizer.post(at(shift) + "/publish");
        assertThat(isPublished(shift)).isTrue();
        assertThat(organizer.follow(published)).bodyText().containsOnlyOnce("Published: volunteers can take it.");
        assertThat(Organizer.audited(jdbc, shift.id().shiftId()))
                .satisfiesExactly(
                        hidden -> assertThat(hidden)
                                .startsWith("shift.kept-as-draft")
                                .contains("\"before\": {\"cancelled\": false, \"published\": true}"),
                        shown -> assertThat(shown)
                                .startsWith("shift.published")
                                .contains("\"after\": {\"cancelled\": false, \"published\": true}"));
    }

    @Test
    void keepsAShiftPublishedWithPeopleOnIt() {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(2));
        given.signUp(given.volunteer(conference, "Ida Moreau"), shift);
        organizer.post(at(shift) + "/draft");
        assertThat(isPublished(shift)).isTrue();
    }

    @Test
    void publishesAllDraftsOfThisConference() {
        var elsewhere = given.shift(given.conference(), "08:00", "10:00", Need.of(1));
        draft(elsewhere);
        var one = given.shift(conference, "08:00", "10:00", Need.of(1));
        var other = given.shift(conference, "12:00", "14:00", Need.of(1));
        draft(one);
        draft(other);
        assertThat(organizer.post("/shifts/publish")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(isPublished(one)).isTrue();
        assertThat(isPublished(other)).isTrue();
        assertThat(isPublished(elsewhere)).isFalse();
        assertThat(Organizer.audited(jdbc, one.id().shiftId())).hasSize(1);
    }

    @Test
    void asksBeforeItPublishesAllDraftsAndSaysHowMany() {
        draft(given.shift(conference, "08:00", "10:00", Need.of(1)));
        draft(given.shift(conference, "12:00", "14:00", Need.of(1)));
        cancel(given.shift(conference, "15:00", "16:00", Need.of(1)));
        assertThat(organizer.get("/shifts"))
                .bodyText()
                .containsSubsequence(
                        "<details>",
                        "<summary>Publish all 2 drafts</summary>",
                        "Cancelled shifts stay cancelled",
                        "<button class=\"outlined\">Yes, publish 2 shifts</button>");
    }

    @Test
    void publishesACancelledShiftByItselfOnly() {
        var gone = given.shift(conference, "08:00", "10:00", Need.of(1));
        cancel(gone);
        assertThat(organizer.get("/shifts"))
                .bodyText()
                .contains("Every shift is published or cancelled", "Cancelled: it does not take place", "after all")
                .doesNotContain("Draft: only organizers");
        assertThat(organizer.get(at(gone))).bodyText().contains("Cancelled: it does not take place. Publish it");
        organizer.post("/shifts/publish");
        assertThat(isPublished(gone)).isFalse();
        organizer.post(at(gone) + "/publish");
        assertThat(isPublished(gone)).isTrue();
        assertThat(organizer.get("/shifts")).bodyText().doesNotContain("Cancelled:");
    }

    @Test
    void knowsNoShiftOfAnotherConference() {
        var elsewhere = given.shift(given.conference(), "08:00", "10:00", Need.of(1));
        assertThat(organizer.post(at(elsewhere) + "/draft")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(organizer.post(at(elsewhere) + "/publish")).hasStatus(HttpStatus.NOT_FOUND);
    }

    /** Somebody signs up while the organizer takes the shift away or moves it: one of the two comes first, never both. */
    @RepeatedTest(10)
    void neverPullsAShiftFromUnderSomebodyWhoSignsUpAtThatMoment() throws Exception {
        var shift = given.shift(conference, "08:00", "10:00", Need.of(1));
        var slot = given.timeslot(conference, "12:00", "14:00");
        var ida = given.volunteer(conference, "Ida Moreau");
        var form = Map.of(
                "timeslot",
                slot.id().timeslotId().toString(),
                "role",
                shift.roleId().roleId().toString(),
                "place",
                shift.placeId().placeId().toString(),
                "minimum",
                "1",
                "wanted",
                "1",
                "maximum",
                "1",
                "published",
                "false",
                "version",
                "0");
        var start = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            var signing = both.submit(() -> {
                start.await();
                given.signUp(ida, shift);
                return null;
            });
            var moving = both.submit(() -> {
                start.await();
                return organizer.post(at(shift), form).getResponse().getStatus();
            });
            start.countDown();
            signing.get();
            var moved = moving.get() == HttpStatus.SEE_OTHER.value();
            var stored = shifts.findById(shift.id()).orElseThrow();
            assertThat(stored.taken()).isEqualTo(moved ? 0 : 1);
            assertThat(stored.during()).isEqualTo(moved ? slot.during() : shift.during());
            assertThat(stored.isPublished()).isEqualTo(!moved);
        }
    }

    private void draft(Shift shift) {
        jdbc.sql("update shift set published = false where shift_id = ?")
                .param(shift.id().shiftId())
                .update();
    }

    private void cancel(Shift shift) {
        assertThat(organizer.post(at(shift) + "/cancel")).hasStatus(HttpStatus.SEE_OTHER);
    }

    private boolean isPublished(Shift shift) {
        return shifts.findById(shift.id()).orElseThrow().isPublished();
    }

    private static String at(Shift shift) {
        return "/shifts/" + shift.id().shiftId();
    }
}
