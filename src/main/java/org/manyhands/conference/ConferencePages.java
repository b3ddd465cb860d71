package org.manyhands.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the conference of a page, and whether its reader organizes it, in one statement: nearly every page needs both. */
@Component
class ConferencePages {

    private final JdbcClient jdbc;

    ConferencePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Found(ConferencePage conference, boolean organizing) {

        boolean isVisible() {
            return conference.published() || organizing;
        }
    }

    /** @param asker null for a visitor */
    Optional<Found> find(String slug, @Nullable SignedIn asker) {
        return jdbc.sql("""
                        select conference_id, slug, name, town, first_day, last_day, zone, welcome,
                               contact_name, contact_email, contact_phone, conduct_url, chat_url,
                               signup_opens_at, signup_closes_at, published,
                               exists (select from team_member where team_member.conference_id = conference.conference_id
                                   and account_id = :account and %s) as organizing
                        from conference where slug = :slug
                        """.formatted(Team.ORGANIZES))
                .param("slug", slug)
                .param("account", asker == null ? null : asker.accountId().accountId())
                .query((row, number) -> new Found(conference(row), row.getBoolean("organizing")))
                .optional();
    }

    private static ConferencePage conference(ResultSet row) throws SQLException {
        return new ConferencePage(
                new ConferenceId(row.getObject("conference_id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("town"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                row.getString("welcome"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"),
                row.getString("conduct_url"),
                row.getString("chat_url"),
                new SignupWindow(Rows.instant(row, "signup_opens_at"), Rows.instant(row, "signup_closes_at")),
                row.getBoolean("published"));
    }
}
