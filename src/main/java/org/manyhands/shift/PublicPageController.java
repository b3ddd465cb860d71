package org.manyhands.shift;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.Setting;
import org.manyhands.shared.KeptForAMoment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A conference's public page: why one would help, with what, and how to begin. */
@Controller
class PublicPageController {

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicPageController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A role with something to do: how many shifts, how many of them still to come, and how many can be taken by now. */
    record RoleLine(String slug, String name, String summary, Setting setting, int shifts, int toCome, int open) {}

    @KeptForAMoment
    @GetMapping("/{c}")
    String show(ConferencePage conference, Model model) {
        var now = clock.instant();
        var roles = roles(conference, now);
        model.addAttribute("roles", roles);
        model.addAttribute("open", roles.stream().mapToInt(RoleLine::open).sum());
        model.addAttribute("settings", Setting.values());
        model.addAttribute("window", conference.signupWindow());
        model.addAttribute("takesSignups", conference.takesSignupsAt(now));
        model.addAttribute("toCome", roles.stream().mapToInt(RoleLine::toCome).sum());
        model.addAttribute("closed", conference.signupWindow().hasClosed(now));
        model.addAttribute("opensLater", !conference.signupWindow().hasOpened(now));
        return "shift/public";
    }

    private List<RoleLine> roles(ConferencePage conference, Instant now) {
        return jdbc.sql("""
                        select slug, name, summary, setting, count(*) as shifts,
                               count(*) filter (where lower(during) > :now) as to_come,
                               count(*) filter (where %s) as open
                        from role join shift using (role_id, conference_id)
                        where conference_id = :conference and shift.published
                        group by role_id order by name
                        """.formatted(ShiftList.OPEN))
                .param("conference", conference.id().conferenceId())
                .param("now", Timestamp.from(now))
                .query(RoleLine.class)
                .list();
    }
}
