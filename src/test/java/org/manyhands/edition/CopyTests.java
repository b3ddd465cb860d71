package org.manyhands.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.IntegrationTest;
import org.manyhands.Organizer;
import org.manyhands.SqlCount;
import org.manyhands.account.AccountId;
import org.manyhands.conference.Conference;
import org.manyhands.role.Roles;
import org.manyhands.shift.Need;
import org.manyhands.shift.Timeslots;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Next year's conference from this year's. */
@IntegrationTest
class CopyTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Given given;

    @Autowired
    private Roles roles;

    @Autowired
    private Timeslots slots;

    @Autowired
    private JdbcClient jdbc;

    private Conference conference;
    private AccountId owner;
    private Organizer organizer;

    @BeforeEach
    void openConference() {
        conference = given.conference();
        owner = given.organizer(conference);
        organizer = new Organizer(mvc, owner, conference);
    }

    private String slug() {
        return conference.slug() + "-next";
    }

    private LocalDate nextFirstDay() {
        return conference.firstDay().plusYears(1);
    }

    private MvcTestResult copy(int days) {
        return organizer.post(
                "/copy",
                "name",
                "The next one",
                "town",
                "Chicago",
                "firstDay",
                nextFirstDay().toString(),
                "lastDay",
                nextFirstDay().plusDays(days - 1L).toString(),
                "zone",
                "America/Chicago",
                "slug",
                slug());
    }

    /** Day, time of day, role, place and need of each shift of the copy. */
    private List<String> shifts() {
        return jdbc.sql("""
                        select to_char(lower(shift.during) at time zone zone, 'YYYY-MM-DD HH24:MI') || ' ' || label || ' '
                               || role.name || ' ' || place.name || ' ' || minimum || '/' || wanted || '/' || capacity || ' '
                               || shift.published || ' ' || taken || ' ' || reserved || ' ' || note
                        from shift join conference using (conference_id) join timeslot using (timeslot_id)
                        join role using (role_id) join place using (place_id)
                        where conference.slug = ? order by 1
                        """).param(slug()).query(String.class).list();
    }

    @Test
    void bringsHowMailsAreWritten() {
        organizer.post("/mail/texts/welcome", "subject", "Hi {volunteer}", "body", "Good to have you");
        organizer.post("/calendar/attachments", "on", "false");
        jdbc.sql("""
                        insert into mail_settings (conference_id, reminders, first_hours, second_hours, quiet_from, quiet_to,
                            alert_hours, before_days, orientation)
                        values (?, true, 30, 3, '21:00', '08:00', 24, 5, 'We meet in the lobby')
                        """).param(conference.id().conferenceId()).update();
        copy(3);
        assertThat(jdbc.sql("""
                        select mail_text.kind || ' ' || subject || ' ' || body || ' ' || first_hours || ' ' || quiet_from || ' '
                               || orientation || ' ' || calendar_setting.attached
                        from conference join mail_text using (conference_id) join mail_settings using (conference_id)
                        join calendar_setting using (conference_id) where slug = ?
                        """).param(slug()).query(String.class).list())
                .containsExactly("WELCOME Hi {volunteer} Good to have you 30 21:00:00 We meet in the lobby false");
    }

    @Test
    void bringsWhatIsNeededDayByDayAndNobody() {
        var lobby = given.place(conference, "Lobby");
        var desk = given.role(conference, "Desk");
        var early = given.timeslot(conference, "08:00", "10:00");
        early.label("Opening");
        slots.saveAndFlush(early);
        var shift = given.shift(conference, early, desk, lobby, Need.between(1, 2, 4));
        given.signUp(given.volunteer(conference), shift);
        given.shift(conference, given.timeslot(conference, 1, "13:00", "17:00"), desk, lobby, Need.of(1));
        given.shift(conference, given.timeslot(conference, 4, "13:00", "17:00"), desk, lobby, Need.of(1));

        var answer = copy(3);

        assertThat(answer).hasStatus(303).hasRedirectedUrl("/" + slug() + "/organize");
        assertThat(organizer.follow(answer))
                .bodyText()
                .contains("one role, one place, 2 timeslots and 2 shifts", "One timeslot is left out");
        assertThat(shifts())
                .containsExactly(
                        nextFirstDay() + " 08:00 Opening Desk Lobby 1/2/4 false 0 0 ",
                        nextFirstDay().plusDays(1) + " 13:00  Desk Lobby 1/1/1 false 0 0 ");
        assertThat(jdbc.sql("select count(*) from volunteer join conference using (conference_id) where slug = ?")
                        .param(slug())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void bringsRolesWithTheirHandbooksAndWhoStandsIn() {
        var manager = given.role(conference, "Session manager");
        manager.explain("Bring **water**.");
        roles.saveAndFlush(manager);
        var emcee = given.role(conference, "Emcee");
        emcee.coverBy(manager.id());
        emcee.leaveBy(12);
        roles.saveAndFlush(emcee);
        copy(5);
        assertThat(jdbc.sql("""
                        select role.name || ': ' || role.handbook || cover.name || ' ' || cover.handbook || role.leave_by_hours
                        from role join conference using (conference_id) join role cover on cover.role_id = role.covered_by
                        where conference.slug = ? and cover.conference_id = role.conference_id
                        """).param(slug()).query(String.class).list())
                .containsExactly("Emcee: Session manager Bring **water**.12");
    }

    @Test
    void isNobodysButTheCopiersAndPublishedForNobodyYet() {
        copy(5);
        assertThat(jdbc.sql("""
                        select account_id || ' ' || held_right || ' ' || published
                        from team_member join conference using (conference_id) where slug = ?
                        """).param(slug()).query(String.class).list())
                .containsExactly(owner.accountId() + " OWNER false");
    }

    @Test
    void leavesCancelledShiftsBehind() {
        var slot = given.timeslot(conference, "08:00", "10:00");
        var shift = given.shift(
                conference, slot, given.role(conference, "Desk"), given.place(conference, "Lobby"), Need.of(1));
        jdbc.sql("update shift set published = false, cancelled_at = now() where shift_id = ?")
                .param(shift.id().shiftId())
                .update();
        copy(5);
        assertThat(shifts()).isEmpty();
    }

    @Test
    void isRefusedToOrganizersWhoDoNotOwnIt() {
        given.organizer(conference);
        jdbc.sql("update team_member set held_right = 'ORGANIZER' where account_id = ?")
                .param(owner.accountId())
                .update();
        assertThat(organizer.get("/copy")).bodyText().contains("Only somebody who owns this conference");
        assertThat(copy(5)).hasStatus(404);
    }

    @Test
    void tellsOfANameInAddressesThatIsTaken() {
        copy(5);
        assertThat(copy(5)).hasStatusOk().bodyText().contains("The next one", "aria-invalid=\"true\"");
    }

    @Test
    void proposesTheSameDaysOfTheWeekAYearLater() {
        jdbc.sql("update conference set name = 'DjangoCon US 2025' where conference_id = ?")
                .param(conference.id().conferenceId())
                .update();
        assertThat(organizer.get("/copy"))
                .bodyText()
                .contains(
                        "value=\"DjangoCon US 2026\"",
                        "value=\"" + conference.firstDay().plusWeeks(52) + "\"");
    }

    @Test
    void takesAsManyStatementsForManyShiftsAsForFew() {
        var lobby = given.place(conference, "Lobby");
        var desk = given.role(conference, "Desk");
        for (int hour = 8; hour < 12; hour++) {
            var slot = given.timeslot(conference, "%02d:00".formatted(hour), "%02d:00".formatted(hour + 1));
            given.shift(conference, slot, desk, lobby, Need.of(1));
        }
        var few = SqlCount.of(() -> copy(5));
        var other = given.conference();
        var place = given.place(other, "Lobby");
        var role = given.role(other, "Desk");
        for (int day = 0; day < 5; day++) {
            for (int hour = 8; hour < 20; hour++) {
                var slot = given.timeslot(other, day, "%02d:00".formatted(hour), "%02d:00".formatted(hour + 1));
                given.shift(other, slot, role, place, Need.of(1));
            }
        }
        conference = other;
        organizer = new Organizer(mvc, given.organizer(other), other);
        assertThat(SqlCount.of(() -> copy(5))).hasSameSizeAs(few);
        assertThat(shifts()).hasSize(60);
    }
}
