package org.manyhands.example;

import static org.manyhands.role.Trait.HEARS_TALKS;
import static org.manyhands.role.Trait.LIFTING;
import static org.manyhands.role.Trait.ON_STAGE;
import static org.manyhands.role.Trait.REMOTE;
import static org.manyhands.role.Trait.STANDING;

import java.util.List;
import java.util.Locale;
import org.manyhands.conference.ConferenceId;
import org.manyhands.role.Role;
import org.manyhands.role.Setting;
import org.manyhands.role.Trait;

/** The kinds of work at the example conference. Each has a handbook in {@code resources/example/<slug>.md}. */
enum ExampleRole {
    REGISTRATION_DESK(
            "Registration desk",
            "Welcome people, hand out their badges, and know where everything is.",
            Setting.PEOPLE,
            List.of(STANDING),
            10,
            "Noor, at the desk itself"),
    SESSION_EMCEE(
            "Session emcee",
            "Introduce the speakers of a block, keep their time, and lead the questions.",
            Setting.PEOPLE,
            List.of(ON_STAGE, HEARS_TALKS),
            15,
            "The session manager, beside the stage"),
    SESSION_MANAGER(
            "Session manager",
            "See that every room has its speakers, its emcee and its papers; step in where one is missing.",
            Setting.BETWEEN,
            List.of(HEARS_TALKS),
            15,
            "Noor, at the registration desk"),
    SWAG_BAG_STUFFING(
            "Swag bag stuffing",
            "Fill the bags that everybody gets on Monday, side by side and with your hands.",
            Setting.QUIET,
            List.of(STANDING, LIFTING),
            0,
            "Tamsin, in Meeting Room 2"),
    ONLINE_MODERATOR(
            "Online moderator",
            "Keep the chat of the streamed talks kind, and carry its questions into the room. From anywhere.",
            Setting.QUIET,
            List.of(REMOTE, HEARS_TALKS),
            10,
            "Tamsin, in the moderators' channel of the chat"),
    SPRINT_MENTOR(
            "Sprint mentor",
            "Sit with people who make their first contribution, and untangle what Git has tangled.",
            Setting.BETWEEN,
            List.of(),
            10,
            "Noor, at the door of the sprint rooms");

    private final String title;
    private final String summary;
    private final Setting setting;
    private final List<Trait> traits;
    private final int arriveEarlyMinutes;
    private final String expectedBy;

    ExampleRole(
            String title,
            String summary,
            Setting setting,
            List<Trait> traits,
            int arriveEarlyMinutes,
            String expectedBy) {
        this.title = title;
        this.summary = summary;
        this.setting = setting;
        this.traits = traits;
        this.arriveEarlyMinutes = arriveEarlyMinutes;
        this.expectedBy = expectedBy;
    }

    Role in(ConferenceId conference) {
        var role = new Role(conference, slug(), title, summary, setting);
        role.describe(slug(), title, summary, setting, traits);
        role.meet(arriveEarlyMinutes, expectedBy);
        role.explain(ExampleText.read(slug()));
        return role;
    }

    Setting setting() {
        return setting;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
