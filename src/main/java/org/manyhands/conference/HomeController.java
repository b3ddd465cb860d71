package org.manyhands.conference;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.manyhands.shared.KeptForAMoment;
import org.manyhands.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: the published conferences, those to come first. */
@Controller
class HomeController {

    private final JdbcClient jdbc;
    private final Clock clock;

    HomeController(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A published conference. */
    record Line(String slug, String name, String town, LocalDate firstDay, LocalDate lastDay, boolean over) {

        public String dates() {
            return LocalTimes.days(firstDay, lastDay);
        }
    }

    @KeptForAMoment
    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("conferences", published());
        return "conference/home";
    }

    private List<Line> published() {
        return jdbc.sql("""
                        select slug, name, town, first_day, last_day, today > last_day as over
                        from conference, lateral (select (:now::timestamptz at time zone zone)::date as today) clock
                        where published
                        order by over, case when today <= last_day then first_day end, first_day desc, name
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query(Line.class)
                .list();
    }
}
