package org.manyhands.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Place;
import org.manyhands.role.Role;
import org.manyhands.schedule.ScheduleCsv;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.Shifts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What becomes of shifts that were made for talks, where a second import moves these. */
@IntegrationTest
class MovesTests {

    private static final String PAGE = "/schedule/moves";

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
    private Place hall;
    private Role emcee;
    private ShiftId made;

    @BeforeEach
    void makeAShiftForABlock() {
        conference = given.conference();
        organizer = new Organizer(mvc, given.organizer(conference), conference);
        hall = given.place(conference, "Hall");
        given.place(conference, "Attic");
        emcee = given.role(conference, "Emcee");
        organizer.useSchedule(
                "schedule.csv", programme("09:00", "10:00", "Hall").bytes());
        assertThat(organizer.post(
                        "/shifts/blocks",
                        "role",
                        emcee.id().roleId().toString(),
                        "day",
                        conference.firstDay().toString(),
                        "place",
                        hall.id().placeId().toString(),
                        "place-0",
                        hall.id().placeId().toString(),
                        "day-0",
                        conference.firstDay().toString(),
                        "from-0",
                        "09:00",
                        "to-0",
                        "11:00",
                        "take-emcee-0",
                        "true",
                        "minimum-emcee-0",
                        "1",
                        "wanted-emcee-0",
                        "1",
                        "maximum-emcee-0",
                        "2",
                        "revision",
                        "1"))
                .hasStatus(303);
        made = shiftOf(emcee);
    }

    @Test
    void hasNothingToTellWhereNothingMoved() {
        assertThat(organizer.get(PAGE)).hasStatusOk().bodyText().contains("No shift has to move");
        assertThat(organizer.follow(organizer.useSchedule(
                        "schedule.csv", programme("09:00", "10:00", "Hall").bytes())))
                .bodyText()
                .doesNotContain("may have to move");
    }

    @Test
    void proposesToFollowItsTalksAndCarriesItOut() {
        assertThat(organizer.follow(organizer.useSchedule(
                        "schedule.csv", programme("10:30", "11:30", "Attic").bytes())))
                .bodyText()
                .contains("One shift may have to move with it.", "Decide about that");
        assertThat(organizer.get("/schedule")).bodyText().contains("One shift may have to move");
        assertThat(organizer.get("")).bodyText().contains("One shift may have to move");
        assertThat(organizer.get(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("9:00 – 11:00", "10:30 – 12:30", "Attic", "Django and HTMX", "Move it there");
        assertThat(organizer.follow(move("NOBODY"))).bodyText().contains("Moved.", "No shift has to move");
        assertThat(whereabouts(made)).isEqualTo("Attic 10:30 12:30");
        assertThat(Organizer.audited(jdbc, made.shiftId())).last().asString().contains("shift.changed");
        assertThat(organizer.get("/schedule")).bodyText().doesNotContain("may have to move");
    }

    @Test
    void canStayUntilItsTalksMoveAgain() {
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        assertThat(organizer.follow(leave())).bodyText().contains("It stays as it is", "No shift has to move");
        assertThat(whereabouts(made)).isEqualTo("Hall 9:00 11:00");
        assertThat(Organizer.audited(jdbc, made.shiftId()))
                .last()
                .asString()
                .contains("shift.left-as-it-is", "\"talks\": [", "\"from\": \"");
        organizer.useSchedule(
                "schedule.csv", programme("10:45", "11:45", "Hall").bytes());
        assertThat(organizer.get(PAGE)).bodyText().contains("One shift may have to move", "10:45 – 12:45");
    }

    @Test
    void vanishesWhereSomebodyMovedItThereByHandOrItIsCancelled() {
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        var slot = given.timeslot(conference, "10:30", "12:30");
        var shift = shifts.findById(made).orElseThrow();
        assertThat(organizer.post(
                        "/shifts/" + made.shiftId(),
                        "timeslot",
                        slot.id().timeslotId().toString(),
                        "role",
                        emcee.id().roleId().toString(),
                        "place",
                        hall.id().placeId().toString(),
                        "minimum",
                        "1",
                        "wanted",
                        "1",
                        "version",
                        String.valueOf(shift.version())))
                .hasStatus(303);
        assertThat(organizer.get(PAGE)).bodyText().contains("No shift has to move");
        organizer.useSchedule(
                "schedule.csv", programme("14:00", "15:00", "Hall").bytes());
        assertThat(organizer.get(PAGE)).bodyText().contains("One shift may have to move");
        organizer.post("/shifts/" + made.shiftId() + "/cancel");
        assertThat(organizer.get(PAGE)).bodyText().contains("No shift has to move");
    }

    @Test
    void tellsWhereNothingIsLeftOfTheBlock() {
        organizer.useSchedule(
                "schedule.csv",
                ScheduleCsv.of(conference)
                        .talk("Another", "15:00", "16:00", "Hall")
                        .bytes());
        assertThat(organizer.get(PAGE))
                .bodyText()
                .contains(
                        "Django and HTMX",
                        "is gone",
                        "None of its talks is at one of your places now",
                        "Leave it as it is")
                .doesNotContain("Move it there");
        assertThat(organizer.follow(move("NOBODY"))).bodyText().contains("Nothing was changed");
        assertThat(organizer.follow(leave())).bodyText().contains("No shift has to move");
    }

    @Test
    void takesPeopleAlongOrNamesThoseWhoCannotCome() {
        publish();
        var ida = given.volunteer(conference, "Ida Moreau");
        given.signUp(ida, shift(made));
        var jun = given.volunteer(conference, "Jun Ito");
        given.signUp(jun, shift(made));
        var other = given.shift(conference, "12:00", "13:00", Need.of(1));
        given.signUp(jun, other);
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        assertThat(organizer.get(PAGE)).bodyText().contains("2 people are on it", "Move it if all can come along");
        assertThat(organizer.follow(move("NOBODY"))).bodyText().contains("Ida Moreau", "Jun Ito", "as it is");
        assertThat(organizer.follow(move("TOGETHER")))
                .bodyText()
                .contains("Jun Ito has another shift at the new time, so nothing was moved.");
        assertThat(whereabouts(made)).isEqualTo("Hall 9:00 11:00");
        var anyhow = move("ANYHOW");
        assertThat(anyhow).hasRedirectedUrl("/" + conference.slug() + "/organize/conflicts");
        assertThat(organizer.follow(anyhow)).bodyText().contains("One person could not go along", "Jun Ito");
        assertThat(whereabouts(made)).isEqualTo("Hall 10:30 12:30");
        assertThat(mails("Ida Moreau")).contains("SHIFT_MOVED");
        assertThat(mails("Jun Ito")).contains("SHIFT_CONFLICT");
    }

    @Test
    void movesTogetherWhereAllCanCome() {
        publish();
        given.signUp(given.volunteer(conference, "Ida Moreau"), shift(made));
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        assertThat(organizer.follow(move("TOGETHER"))).bodyText().contains("Moved.");
        assertThat(whereabouts(made)).isEqualTo("Hall 10:30 12:30");
        assertThat(shift(made).taken()).isOne();
    }

    @Test
    void doesNothingBelowAPageThatIsNotTrueAnyMore() {
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        var early = organizer.hidden(PAGE, "state");
        organizer.useSchedule(
                "schedule.csv", programme("10:45", "11:45", "Hall").bytes());
        for (var button : List.of("/move", "/leave")) {
            assertThat(organizer.follow(organizer.post(PAGE + "/" + made.shiftId() + button, "state", early)))
                    .bodyText()
                    .contains("Nothing was changed", "10:45 – 12:45");
        }
        assertThat(whereabouts(made)).isEqualTo("Hall 9:00 11:00");
        assertThat(organizer.post(PAGE + "/" + made.shiftId() + "/move", "people", "EVERYBODY"))
                .hasStatus(400);
    }

    @Test
    void doesNotStandOnAnotherShiftOfTheRole() {
        given.shift(conference, given.timeslot(conference, "10:30", "12:30"), emcee, hall, Need.of(1));
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        assertThat(organizer.get(PAGE))
                .bodyText()
                .contains("Another shift of this role stands there then")
                .doesNotContain("Move it there");
        assertThat(organizer.follow(move("NOBODY")))
                .bodyText()
                .contains("this role already has a shift there at that time");
    }

    @Test
    void isNobodyElsesBusiness() {
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        var state = organizer.hidden(PAGE, "state");
        var elsewhere = given.conference();
        var stranger = new Organizer(mvc, given.organizer(elsewhere), elsewhere);
        assertThat(stranger.get(PAGE)).bodyText().contains("No shift has to move");
        stranger.post(PAGE + "/" + made.shiftId() + "/move", "state", state);
        stranger.post(PAGE + "/" + made.shiftId() + "/leave", "state", state);
        assertThat(whereabouts(made)).isEqualTo("Hall 9:00 11:00");
        assertThat(organizer.get(PAGE)).bodyText().contains("One shift may have to move");
    }

    @Test
    void forgetsTheTalksOfAShiftThatIsDeleted() {
        assertThat(organizer.post("/shifts/" + made.shiftId() + "/delete")).hasStatus(303);
        assertThat(jdbc.sql("select count(*) from shift_talk where shift_id = ?")
                        .param(made.shiftId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The first talk of the two goes to the evening, the second stays near: no shift is sent across the day for one of two. */
    @Test
    void goesNoFurtherThanItHasToWhereItsTalksAreScattered() {
        organizer.useSchedule(
                "schedule.csv", programme("18:00", "10:15", "Hall").bytes());
        assertThat(organizer.get(PAGE))
                .bodyText()
                .contains("Some of its talks are", "10:15 – 11:15", "18:00 – 18:55", "would not be covered")
                .containsOnlyOnce("would not be covered");
        assertThat(organizer.follow(move("NOBODY"))).bodyText().contains("Moved.");
        assertThat(whereabouts(made)).isEqualTo("Hall 10:15 11:15");
    }

    @Test
    void goesWhereTheRoleHasNoOtherShiftYet() {
        given.shift(conference, given.timeslot(conference, "10:00", "12:00"), emcee, hall, Need.of(1));
        organizer.useSchedule(
                "schedule.csv", programme("18:00", "10:15", "Hall").bytes());
        assertThat(organizer.get(PAGE)).bodyText().contains("Some of its talks are", "18:00 – 18:55", "Move it there");
    }

    @Test
    void takesAFewStatementsForThePage() {
        organizer.useSchedule(
                "schedule.csv", programme("10:30", "11:30", "Hall").bytes());
        assertThat(SqlCount.of(() -> organizer.get(PAGE))).hasSizeLessThanOrEqualTo(8);
    }

    /** Two talks of an hour each with five minutes between them; the second begins when it is said. */
    private ScheduleCsv programme(String first, String second, String room) {
        return ScheduleCsv.of(conference)
                .row("1", "Django and HTMX", first, plus(first, 55), room, "Ada", "talk")
                .row("2", "Migrations", second, plus(second, 60), room, "Ada", "talk");
    }

    private static String plus(String time, int minutes) {
        return LocalTime.parse(time).plusMinutes(minutes).toString();
    }

    private MvcTestResult move(String people) {
        return organizer.post(
                PAGE + "/" + made.shiftId() + "/move", "people", people, "state", organizer.hidden(PAGE, "state"));
    }

    private MvcTestResult leave() {
        return organizer.post(PAGE + "/" + made.shiftId() + "/leave", "state", organizer.hidden(PAGE, "state"));
    }

    private void publish() {
        assertThat(organizer.post("/shifts/" + made.shiftId() + "/publish")).hasStatus(303);
    }

    private Shift shift(ShiftId id) {
        return shifts.findById(id).orElseThrow();
    }

    private ShiftId shiftOf(Role role) {
        return new ShiftId(jdbc.sql("select shift_id from shift where role_id = ?")
                .param(role.id().roleId())
                .query(UUID.class)
                .single());
    }

    private String whereabouts(ShiftId id) {
        return jdbc.sql("""
                        select place.name || ' ' || to_char(lower(during) at time zone zone, 'FMHH24:MI') || ' '
                               || to_char(upper(during) at time zone zone, 'FMHH24:MI')
                        from shift join place using (place_id) join conference on conference.conference_id = shift.conference_id
                        where shift_id = ?
                        """).param(id.shiftId()).query(String.class).single();
    }

    /** The kinds of mail that somebody has been written since they signed up. */
    private List<String> mails(String name) {
        return jdbc.sql("select kind from mail where recipient like ? and kind <> 'SIGNED_UP' order by mail_id")
                .param(name.toLowerCase().replace(' ', '-') + "-%")
                .query(String.class)
                .list();
    }
}
