package org.manyhands.conference;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.Account;
import org.manyhands.account.AccountId;
import org.manyhands.account.Accounts;
import org.manyhands.account.SignedIn;
import org.manyhands.shared.KeptForAMoment;
import org.manyhands.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: the published conferences, those to come first, and for organizers the way to their own pages. */
@Controller
class HomeController {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    HomeController(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A published conference. */
    record Line(String slug, String name, String town, LocalDate firstDay, LocalDate lastDay, boolean over) {

        public String dates() {
            return LocalTimes.days(firstDay, lastDay);
        }
    }

    /** A conference in whose team the reader is, published or not. */
    record Own(String slug, String name) {}

    @KeptForAMoment
    @GetMapping("/")
    String home(@AuthenticationPrincipal @Nullable SignedIn asker, Model model) {
        model.addAttribute("conferences", published());
        if (asker != null) {
            model.addAttribute("organized", organizedBy(asker.accountId()));
            model.addAttribute(
                    "founder",
                    accounts.findById(asker.accountId())
                            .filter(Account::mayCreateConferences)
                            .isPresent());
        }
        return "conference/home";
    }

    private List<Own> organizedBy(AccountId account) {
        return jdbc.sql("""
                        select slug, name from team_member join conference using (conference_id)
                        where account_id = ? order by last_day desc, name
                        """).param(account.accountId()).query(Own.class).list();
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
