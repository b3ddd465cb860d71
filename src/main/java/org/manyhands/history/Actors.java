package org.manyhands.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manyhands.conference.ConferencePage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose changes one may ask for: the team one by one, and whoever is asked for already. */
@Component
class Actors {

    private final JdbcClient jdbc;

    Actors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their names by their ids; somebody else's only as the changes tell it, so that an id alone tells no name. */
    Map<String, String> of(ConferencePage conference, AuditFilter filter, List<Change> found) {
        var actors = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select account_id, coalesce(name, email) as name
                        from team_member join account using (account_id)
                        left join volunteer using (conference_id, account_id)
                        where conference_id = ? order by lower(coalesce(name, email))
                        """).param(conference.id().conferenceId()).query(row -> {
            actors.put(row.getString("account_id"), row.getString("name"));
        });
        if (filter.account() != null) {
            actors.putIfAbsent(filter.account().toString(), nameIn(found));
        }
        return actors;
    }

    private static String nameIn(List<Change> found) {
        return found.stream()
                .map(Change::by)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Change.Actor::words)
                .orElse("Somebody else");
    }
}
