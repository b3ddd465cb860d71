package org.manyhands.example;

import static org.manyhands.role.Setting.BETWEEN;
import static org.manyhands.role.Setting.PEOPLE;
import static org.manyhands.role.Setting.QUIET;
import static org.manyhands.role.Trait.HEARS_TALKS;
import static org.manyhands.role.Trait.LIFTING;
import static org.manyhands.role.Trait.ON_STAGE;
import static org.manyhands.role.Trait.REMOTE;
import static org.manyhands.role.Trait.STANDING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manyhands.conference.Conference;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.role.Setting;
import org.manyhands.role.Trait;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The example's kinds of work; their handbooks are Markdown files beside this module's other resources. */
@Component
class ExampleRoles {

    private record Sketch(
            String slug,
            String name,
            String summary,
            Setting setting,
            int arriveEarlyMinutes,
            String expectedBy,
            List<Trait> traits) {

        static Sketch of(
                String slug,
                String name,
                String summary,
                Setting setting,
                int arriveEarlyMinutes,
                String expectedBy,
                Trait... traits) {
            return new Sketch(slug, name, summary, setting, arriveEarlyMinutes, expectedBy, List.of(traits));
        }
    }

    private static final List<Sketch> ROLES = List.of(
            Sketch.of("registration-desk", "Registration desk", "Welcome people, hand out badges, answer where things are.", PEOPLE, 10, "Noor Haddad, at the desk", STANDING),
            Sketch.of("session-manager", "Session manager", "See that emcee, speakers and time cards are there, and stand in if the emcee is not.", BETWEEN, 15, "Tomasz Lis, by the stage", HEARS_TALKS),
            Sketch.of("session-emcee", "Session emcee", "Introduce the speakers of one stretch between two breaks, and keep the time.", PEOPLE, 15, "the session manager, by the stage", ON_STAGE, HEARS_TALKS),
            Sketch.of("swag-bag-stuffing", "Swag bag stuffing", "Fill bags around a long table. Talk as much or as little as you like.", QUIET, 0, "Noor Haddad", STANDING, LIFTING),
            Sketch.of("online-moderator", "Online moderator", "Watch the chat of the talks from anywhere, and pass questions on.", QUIET, 10, "Mei Tanaka, in the moderators' channel", REMOTE, HEARS_TALKS),
            Sketch.of("sprint-mentor", "Sprint mentor", "Help people make their first contribution: setting up, finding an issue, the first commit.", BETWEEN, 0, "Lucía Ferrer, at the whiteboard"),
            Sketch.of("take-down", "Take-down", "Fold, pack and carry, and leave the rooms as we found them.", QUIET, 0, "Tomasz Lis", LIFTING));

    private final Roles roles;

    ExampleRoles(Roles roles) {
        this.roles = roles;
    }

    Map<String, Role> write(Conference conference) {
        var written = new LinkedHashMap<String, Role>();
        for (var sketch : ROLES) {
            var role = new Role(conference.id(), sketch.slug(), sketch.name(), sketch.summary(), sketch.setting());
            role.describe(sketch.slug(), sketch.name(), sketch.summary(), sketch.setting(), sketch.traits());
            role.explain(handbook(sketch.slug()));
            role.meet(sketch.arriveEarlyMinutes(), sketch.expectedBy());
            if (sketch.slug().equals("session-emcee")) {
                role.coverBy(Objects.requireNonNull(written.get("session-manager")).id());
            }
            written.put(sketch.slug(), roles.saveAndFlush(role));
        }
        return written;
    }

    private static String handbook(String slug) {
        try {
            return new ClassPathResource("example/" + slug + ".md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
