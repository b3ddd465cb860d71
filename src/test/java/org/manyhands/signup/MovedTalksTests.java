package org.manyhands.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.GivenTalks;
import org.manyhands.IntegrationTest;
import org.manyhands.SignedInAs;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.schedule.ScheduleChanged;
import org.manyhands.schedule.TalkId;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.volunteer.Profile;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A starred talk moves into a shift, and who starred it is told. */
@IntegrationTest
class MovedTalksTests {

    @Autowired
    private Given given;

    @Autowired
    private GivenTalks talks;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId account;
    private VolunteerId vera;
    private Place hall;
    private UUID talk;

    @BeforeEach
    void workAndStar() {
        conference = given.conference();
        account = given.account("vera-" + UUID.randomUUID() + "@example.org");
        vera = given.volunteer(conference, account, Profile.named("Vera"));
        hall = given.place(conference, "Hall");
        talk = talks.talk(conference, "Django and HTMX", "14:00", "15:00", hall);
        talks.star(vera, talk);
    }

    @Test
    void tellsByMailAndOnTheirPageWithCoverOneTapAway() {
        var desk = shift("08:00", "10:00");
        move("09:00", "10:00");
        assertThat(mails())
                .singleElement()
                .asString()
                .contains("“Django and HTMX”, which you starred, is now on while you work", id(desk));
        assertThat(mvc.get().uri("/" + conference.slug() + "/me").with(SignedInAs.account(account)))
                .bodyText()
                .containsSubsequence(
                        "Overlaps <cite>Django and HTMX</cite>",
                        "press Find someone",
                        "/shifts/" + id(desk) + "/cover",
                        "Find someone");
    }

    @Test
    void tellsNobodyWhomItDoesNotConcern() {
        shift("08:00", "10:00");
        var other = given.volunteer(conference);
        given.signUp(other, given.shift(conference, "12:00", "13:00", Need.of(1)));
        move("12:00", "13:00");
        move("10:00", "11:00");
        assertThat(mails()).isEmpty();
    }

    @Test
    void tellsOnceOfAClash() {
        shift("08:00", "10:00");
        move("09:00", "10:00");
        move("08:30", "09:30");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void tellsNobodyWhoHearsItWhereTheyWork() {
        shift("08:00", "10:00");
        jdbc.sql("update role set traits = array['HEARS_TALKS'] where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        jdbc.sql("update shift set place_id = ? where conference_id = ?")
                .params(hall.id().placeId(), conference.id().conferenceId())
                .update();
        move("09:00", "10:00");
        assertThat(mails()).isEmpty();
    }

    @Test
    void tellsNobodyAgainWhoNeverHeardItThatItIsInAnotherRoom() {
        shiftDuringTheTalk();
        jdbc.sql("update role set traits = array['HEARS_TALKS'] where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        move("14:00", "15:00", "Attic", "Loft");
        assertThat(mails()).isEmpty();
    }

    @Test
    void tellsWhoHeardItWhereTheyWorkThatItIsElsewhere() {
        shiftDuringTheTalk();
        jdbc.sql("update role set traits = array['HEARS_TALKS'] where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        jdbc.sql("update shift set place_id = ? where conference_id = ?")
                .params(hall.id().placeId(), conference.id().conferenceId())
                .update();
        jdbc.sql("delete from talk_room where talk_id = ?").param(talk).update();
        move("14:00", "15:00", "Hall", "Loft");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void tellsWhereItComesBackIntoAShift() {
        var desk = shiftDuringTheTalk();
        transaction.executeWithoutResult(status -> events.publishEvent(new ScheduleChanged(
                conference.id(), List.of(), List.of(new ScheduleChanged.Back(new TalkId(talk), "Django and HTMX")))));
        assertThat(mails()).singleElement().asString().contains("Django and HTMX", id(desk));
    }

    /** Taken before the talk was starred: nobody said yes to missing it. */
    private Shift shiftDuringTheTalk() {
        jdbc.sql("delete from star where talk_id = ?").param(talk).update();
        var shift = shift("14:00", "16:00");
        talks.star(vera, talk);
        return shift;
    }

    private Shift shift(String from, String to) {
        var shift = given.shift(conference, from, to, Need.of(1));
        given.signUp(vera, shift);
        return shift;
    }

    /** As an import does it. */
    private void move(String from, String to) {
        move(from, to, "Hall", "Hall");
    }

    private void move(String from, String to, String room, String toRoom) {
        var before = spot(
                jdbc.sql("select starts_at, ends_at from talk where talk_id = ?")
                        .param(talk)
                        .query((row, number) -> new TimeRange(
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant()))
                        .single(),
                room);
        var during = given.range(conference, from, to);
        var moved = new ScheduleChanged.Moved(new TalkId(talk), "Django and HTMX", before, spot(during, toRoom));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update talk set starts_at = ?, ends_at = ? where talk_id = ?")
                    .params(Timestamp.from(during.start()), Timestamp.from(during.end()), talk)
                    .update();
            events.publishEvent(new ScheduleChanged(conference.id(), List.of(moved), List.of()));
        });
    }

    private static ScheduleChanged.Spot spot(TimeRange during, String room) {
        return new ScheduleChanged.Spot(during.start(), during.end(), List.of(room));
    }

    private List<String> mails() {
        return jdbc.sql("select text_body from mail where conference_id = ? and kind = 'STARRED_TALK_MOVED'")
                .param(conference.id().conferenceId())
                .query(String.class)
                .list();
    }

    private static String id(Shift shift) {
        return shift.id().shiftId().toString();
    }
}
