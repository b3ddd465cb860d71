package org.manyhands.checkin;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.conference.RolesInSight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a right in a conference's team means at its check-in. */
@Component
class DeskRights {

    private final JdbcClient jdbc;

    DeskRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for who has no right in this conference. */
    Optional<AtDesk> of(AccountId account, String conferenceSlug) {
        return jdbc.sql("""
                        select held_right,
                               array(select role_id from role_lead
                                     where role_lead.conference_id = team_member.conference_id
                                       and role_lead.account_id = team_member.account_id) as roles
                        from team_member join conference using (conference_id)
                        where account_id = :account and slug = :slug
                        """)
                .param("account", account.accountId())
                .param("slug", conferenceSlug)
                .query((row, number) -> atDesk(row.getString("held_right"), Set.of((UUID[])
                        row.getArray("roles").getArray())))
                .optional();
    }

    private static AtDesk atDesk(String right, Set<UUID> leads) {
        return switch (right) {
            case "OWNER", "ORGANIZER" -> new AtDesk(RolesInSight.EVERY, true, true);
            case "ROLE_LEAD" -> new AtDesk(new RolesInSight(leads), true, false);
            case "DESK" -> new AtDesk(RolesInSight.EVERY, false, false);
            default -> throw new IllegalStateException("a right of which the check-in knows nothing: " + right);
        };
    }
}
