package org.manyhands.shift;

import java.sql.Timestamp;
import java.time.Clock;
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

    /** A role with something to do, and how many of its shifts can be taken by now. */
    record RoleLine(String slug, String name, String summary, Setting setting, int shifts, int open) {}

    @KeptForAMoment
    @GetMapping("/{c}")
    String show(ConferencePage conference, Model model) {
        var now = clock.instant();
        var roles = roles(conference);
        model.addAttribute("roles", roles);
        model.addAttribute("open", roles.stream().mapToInt(RoleLine::open).sum());
        model.addAttribute("settings", Setting.values());
        model.addAttribute("window", conference.signupWindow());
        model.addAttribute("takesSignups", conference.takesSignupsAt(now));
        model.addAttribute("opensLater", !conference.signupWindow().hasOpened(now));
        return "shift/public";
    }

    private List<RoleLine> roles(ConferencePage conference) {
        return jdbc.sql("""
                        select slug, name, summary, setting, count(*) as shifts,
                               count(*) filter (where %s) as open
                        from role join shift using (role_id, conference_id)
                        where conference_id = :conference and shift.published
                        group by role_id order by name
                        """.formatted(ShiftList.OPEN))
                .param("conference", conference.id().conferenceId())
                .param("now", Timestamp.from(clock.instant()))
                .query(RoleLine.class)
                .list();
    }
}
