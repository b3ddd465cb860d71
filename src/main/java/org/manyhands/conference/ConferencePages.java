package org.manyhands.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.Rights.Standing;
import org.manyhands.account.SignedIn;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Finds the conference of a page, and how its reader stands with it, in one statement: nearly every page needs both. */
@Component
public class ConferencePages {

    /** Where a request keeps it for whoever asks next. */
    private static final String FOUND = Found.class.getName();

    private final JdbcClient jdbc;

    ConferencePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param leads the roles that a role lead leads */
    record Found(ConferencePage conference, Standing standing, Set<UUID> leads) {

        boolean isVisible() {
            return conference.published() || standing != Standing.NONE;
        }

        RolesInSight rolesInSight() {
            return standing == Standing.ORGANIZER ? RolesInSight.EVERY : new RolesInSight(leads);
        }
    }

    /** Of whoever asks for that page. */
    public RolesInSight rolesInSight(NativeWebRequest request) {
        return found(request).rolesInSight();
    }

    /** Of whoever asks for that page. */
    public Standing standing(NativeWebRequest request) {
        return found(request).standing();
    }

    /** @throws NotFound where there is none of that name for the asker */
    Found found(NativeWebRequest request) {
        if (request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Found before) {
            return before;
        }
        var found = find(slugIn(request), asker()).filter(Found::isVisible).orElseThrow(NotFound::new);
        request.setAttribute(FOUND, found, RequestAttributes.SCOPE_REQUEST);
        return found;
    }

    /** @param asker null for a visitor */
    private Optional<Found> find(String slug, @Nullable SignedIn asker) {
        return jdbc.sql("""
                        select conference.conference_id, slug, name, town, first_day, last_day, zone, welcome,
                               contact_name, contact_email, contact_phone, conduct_url, chat_url,
                               signup_opens_at, signup_closes_at, published,
                               held_right, array(
                                   select role_id from role_lead
                                   where role_lead.conference_id = conference.conference_id
                                     and role_lead.account_id = :account) as leads
                        from conference left join team_member
                            on team_member.conference_id = conference.conference_id and account_id = :account
                        where slug = :slug
                        """)
                .param("slug", slug)
                .param("account", asker == null ? null : asker.accountId().accountId())
                .query((row, number) ->
                        new Found(conference(row), Team.standing(row.getString("held_right")), leads(row)))
                .optional();
    }

    private static Set<UUID> leads(ResultSet row) throws SQLException {
        return Set.of((UUID[]) row.getArray("leads").getArray());
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

    private static @Nullable SignedIn asker() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn asker ? asker : null;
    }

    private static String slugIn(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (variables instanceof Map<?, ?> map && map.get("c") instanceof String slug) {
            return slug;
        }
        throw new NotFound();
    }
}
