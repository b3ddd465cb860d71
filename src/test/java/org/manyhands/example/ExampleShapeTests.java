package org.manyhands.example;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manyhands.role.Setting;
import org.manyhands.shared.Markdown;
import org.manyhands.shift.Need;

/** That the example has the shape of its model, and that what it says is fit to be read. */
class ExampleShapeTests {

    @Test
    void keepsTheDeskFromEightToSixWithTwentyThreeHoursOfVolunteers() {
        var desk = published(ExampleRole.REGISTRATION_DESK);

        assertThat(hours(desk)).isEqualTo(23);
        assertThat(List.of(MONDAY, TUESDAY, WEDNESDAY)).allSatisfy(day -> {
            var onDay = desk.stream().filter(shift -> shift.day() == day).toList();
            assertThat(onDay.getFirst().from()).isEqualTo("08:00");
            assertThat(onDay.getLast().to()).isEqualTo("18:00");
        });
        assertThat(desk).allSatisfy(shift -> assertThat(shift.need().maximum()).isBetween(1, 2));
    }

    @Test
    void hasEighteenBlocksForEmceesBetweenTheBreaks() {
        var blocks = published(ExampleRole.SESSION_EMCEE);

        assertThat(blocks).hasSize(18).allSatisfy(block -> {
            assertThat(block.need()).isEqualTo(Need.of(1));
            assertThat(length(block)).isBetween(Duration.ofMinutes(70), Duration.ofHours(3));
        });
        assertThat(blocks).extracting(ExampleShift::day).containsOnly(MONDAY, TUESDAY, WEDNESDAY);
        assertThat(blocks)
                .extracting(ExampleShift::place)
                .containsOnly(ExamplePlace.JUNIOR_BALLROOM, ExamplePlace.GRAND_BALLROOM_III);
    }

    @Test
    void hasNineSlotsForSessionManagersAndOneOfThemDuringEachBlock() {
        var slots = published(ExampleRole.SESSION_MANAGER);

        assertThat(slots).hasSize(9);
        assertThat(published(ExampleRole.SESSION_EMCEE))
                .allSatisfy(block -> assertThat(slots)
                        .anyMatch(slot -> slot.day() == block.day()
                                && !slot.from().isAfter(block.from())
                                && !slot.to().isBefore(block.to())));
    }

    @Test
    void letsAnyNumberOfPeopleStuffBagsOnSunday() {
        assertThat(published(ExampleRole.SWAG_BAG_STUFFING)).singleElement().satisfies(bags -> {
            assertThat(bags.day()).isEqualTo(SUNDAY);
            assertThat(length(bags)).isEqualTo(Duration.ofHours(1));
            assertThat(bags.need().maximum()).isNull();
        });
    }

    @Test
    void wantsFourToEightModeratorsForEachHalfDay() {
        assertThat(published(ExampleRole.ONLINE_MODERATOR)).hasSize(6).allSatisfy(half -> {
            assertThat(half.need().minimum()).isEqualTo(4);
            assertThat(half.need().maximum()).isEqualTo(8);
            assertThat(half.place()).isEqualTo(ExamplePlace.ONLINE);
        });
    }

    @Test
    void wantsMentorsFromNineToFiveOnBothSprintDays() {
        var mentors = published(ExampleRole.SPRINT_MENTOR);

        assertThat(hours(mentors)).isEqualTo(16);
        assertThat(mentors).extracting(ExampleShift::day).containsOnly(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    @Test
    void keepsOneOrTwoDraftsForOrganizersToSee() {
        assertThat(ExampleShift.ALL.stream().filter(shift -> !shift.published()))
                .hasSizeBetween(1, 2);
    }

    @Test
    void offersEverySettingOfWork() {
        assertThat(ExampleRole.values()).extracting(ExampleRole::setting).contains(Setting.values());
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryRoleInAHandbook(ExampleRole role) {
        var handbook = Markdown.toHtml(ExampleText.read(role.slug()));

        // Below the page's own headings
        assertThat(handbook).contains("<h3>", "<li>").doesNotContain("<h1>", "<h2>", "<p>#", "**", "| ");
        assertThat(handbook.split("\\s+")).hasSizeBetween(150, 600);
    }

    @Test
    void inventsPeopleWhoKeepToTheirOwnWords() {
        assertThat(ExamplePerson.ALL).hasSize(25).allSatisfy(person -> {
            assertThat(person.shifts()).isNotEmpty();
            if (person.hoursAtMost() != null) {
                assertThat(hours(person.shifts())).isLessThanOrEqualTo(person.hoursAtMost());
            }
            if (!person.days().isEmpty()) {
                assertThat(person.shifts()).extracting(ExampleShift::day).isSubsetOf(person.days());
            }
        });
        assertThat(ExamplePerson.ALL).extracting(ExamplePerson::email).doesNotHaveDuplicates();
        assertThat(ExamplePerson.ALL)
                .extracting(person -> person.email().text())
                .allSatisfy(email -> assertThat(email).matches("[a-z-]+\\.[a-z-]+@example\\.org"));
    }

    private static List<ExampleShift> published(ExampleRole role) {
        return ExampleShift.ALL.stream()
                .filter(shift -> shift.published() && shift.role() == role)
                .toList();
    }

    private static Duration length(ExampleShift shift) {
        return Duration.between(shift.from(), shift.to());
    }

    private static double hours(List<ExampleShift> shifts) {
        return shifts.stream()
                        .map(ExampleShapeTests::length)
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMinutes()
                / 60.0;
    }
}
