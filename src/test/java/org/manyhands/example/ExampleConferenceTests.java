package org.manyhands.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.manyhands.Given;
import org.manyhands.TestDatabase;
import org.manyhands.account.Accounts;
import org.manyhands.account.Rights;
import org.manyhands.conference.Conference;
import org.manyhands.conference.Conferences;
import org.manyhands.conference.Team;
import org.manyhands.operations.Invariants;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Shifts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The example as it stands after a start on an empty database, on the dates of its model. */
@SpringBootTest(
        properties = {"manyhands.sample=true", "manyhands.mail=none", "manyhands.clock.start-at=2023-09-20T14:00:00Z"})
@Import({TestDatabase.class, Given.class, Invariants.class})
class ExampleConferenceTests {

    @Autowired
    private ExampleConference example;

    @Autowired
    private Given given;

    @Autowired
    private Conferences conferences;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Team team;

    @Autowired
    private Roles roles;

    @Autowired
    private Shifts shifts;

    @Autowired
    private StartMessage message;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Invariants invariants;

    @Test
    void standsOnceHoweverManyInstancesStart() throws Exception {
        forget();
        Callable<Boolean> start = example::buildInEmptyDatabase;
        try (var instances = Executors.newFixedThreadPool(4)) {
            var built = 0;
            for (var each : instances.invokeAll(
                    IntStream.range(0, 4).mapToObj(_ -> start).toList())) {
                built += each.get() ? 1 : 0;
            }
            assertThat(built).isOne();
        }
        assertThat(conferences.count()).isOne();
        assertThat(number("select count(*) from volunteer")).isEqualTo(ExamplePerson.ALL.size());
    }

    @Test
    void addsNothingAtASecondStart() {
        assertThat(example.buildInEmptyDatabase()).isFalse();
        assertThat(conferences.count()).isOne();
    }

    @Test
    void comesIntoNoInstallationThatHasAConference() {
        forget();
        var own = given.conference();
        assertThat(example.buildInEmptyDatabase()).isFalse();
        assertThat(conferences.findAll()).extracting(Conference::slug).containsExactly(own.slug());
        forget();
        assertThat(example.buildInEmptyDatabase()).isTrue();
    }

    @Test
    void keepsWhatTheApplicationPromises() {
        invariants.assertHold();
    }

    @Test
    void takesPlaceOnTheDaysOfItsModel() {
        var conference = conference();

        assertThat(conference.firstDay()).isEqualTo(LocalDate.of(2023, 10, 16));
        assertThat(conference.lastDay()).isEqualTo(LocalDate.of(2023, 10, 20));
        assertThat(conference.isPublished()).isTrue();
        assertThat(shifts.findAll()).hasSize(ExampleShift.ALL.size());
    }

    @Test
    void belongsToAnOrganizerWhoMayMakeMore() {
        var organizer = accounts.findByEmail(ExampleConference.ORGANIZER).orElseThrow();

        assertThat(organizer.mayCreateConferences()).isTrue();
        assertThat(team.standing(organizer.id(), ExampleConference.SLUG)).isEqualTo(Rights.Standing.ORGANIZER);
    }

    @Test
    void letsTheSessionManagerCoverTheEmcee() {
        assertThat(role("session-emcee").coveredBy())
                .isEqualTo(role("session-manager").id());
    }

    @Test
    void showsEveryStateAShiftCanBeIn() {
        var open = shifts.findAll().stream().filter(Shift::isPublished).toList();

        assertThat(open).anyMatch(shift -> places(shift) > 1 && shift.taken() == places(shift));
        assertThat(open).anyMatch(shift -> places(shift) > 1 && shift.taken() == places(shift) - 1);
        assertThat(open)
                .anyMatch(shift ->
                        shift.taken() > 0 && shift.taken() < shift.need().minimum());
        assertThat(open).anyMatch(shift -> shift.taken() == 0);
        assertThat(open).anyMatch(shift -> shift.need().maximum() == null && shift.taken() > 0);
    }

    private static int places(Shift shift) {
        return Objects.requireNonNullElse(shift.need().maximum(), Integer.MAX_VALUE);
    }

    @Test
    void keepsTheRulesItself() {
        assertThat(number("""
                        select count(*) from shift where taken <>
                            (select count(*) from signup where signup.shift_id = shift.shift_id and state = 'CONFIRMED')
                        """)).isZero();
        assertThat(number("select count(*) from signup"))
                .isEqualTo(ExamplePerson.ALL.stream()
                        .mapToInt(person -> person.shifts().size())
                        .sum());
    }

    @Test
    void writesAMailForEachSignupAndSendsNone() {
        assertThat(number("select count(*) from signup left join mail on about = signup_id where mail_id is null"))
                .isZero();
        assertThat(number("select count(*) from mail where state <> 'EXPIRED'")).isZero();
    }

    @Test
    void isPointedAtWhenTheApplicationHasStarted() {
        assertThat(message.lines())
                .anyMatch(line -> line.endsWith("/djangocon-us"))
                .anyMatch(line -> line.contains("organizer@example.org"))
                .noneMatch(line -> line.contains("/mailbox"))
                .noneMatch(line -> line.contains("over"));
    }

    @Test
    void isToldToBeOverWhenItIs() {
        var conference = conference();
        conference.takePlace(LocalDate.of(2023, 9, 11), LocalDate.of(2023, 9, 15), conference.zone());
        conferences.save(conference);

        assertThat(message.lines()).last().asString().contains("is over", "delete ./data");

        var again = conference();
        again.takePlace(LocalDate.of(2023, 10, 16), LocalDate.of(2023, 10, 20), conference.zone());
        conferences.save(again);
    }

    private Conference conference() {
        return conferences.findBySlug(ExampleConference.SLUG).orElseThrow();
    }

    private Role role(String slug) {
        return roles.findByConferenceIdAndSlug(conference().id(), slug).orElseThrow();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private void forget() {
        jdbc.sql("truncate conference, account cascade").update();
        jdbc.sql("delete from mail").update();
    }
}
