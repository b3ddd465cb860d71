package org.manyhands.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Ids;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was changed at a conference, newest first, a page at a time. */
@Component
class Changes {

    static final int ON_A_PAGE = 50;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    /** One more than a page holds tells that there are older ones. */
    private static final String FOUND = """
            with found as materialized (
                select * from audit_event
                where conference_id = :conference
                  and (:from::timestamptz is null or at >= :from and at < :until)
                  and (:what::text is null or split_part(action, '.', 1) = :what)
                  and (:account::uuid is null or account_id = :account)
                  and (:who::text is distinct from 'system' or account_id is null)
                  and (:who::text is distinct from 'volunteers' or account_id is not null and account_id not in (
                        select account_id from team_member where conference_id = :conference))
                  and (:before::uuid is null or (at, audit_event_id) < (
                        select at, audit_event_id from audit_event where audit_event_id = :before))
                  %s
                order by at desc, audit_event_id desc limit %d)
            select found.*, email, volunteer.name, (
                select earlier.action from audit_event earlier
                where found.subject_kind = 'signup' and earlier.subject_id = found.subject_id
                  and earlier.action = any(:steps)
                  and (earlier.at, earlier.audit_event_id) < (found.at, found.audit_event_id)
                order by earlier.at desc, earlier.audit_event_id desc limit 1) as earlier
            from found left join account using (account_id)
            left join volunteer on volunteer.account_id = found.account_id
                               and volunteer.conference_id = found.conference_id
            order by found.at desc, found.audit_event_id desc
            """;

    /** By the names that things and people have now, and by what was written down: that has the names of what is gone. */
    private static final String SOUGHT = """
            and (strpos(lower(action || ' ' || (detail - 'word')::text), lower(:q)) > 0
                 or account_id in (
                     select account_id from account where strpos(lower(email), lower(:q)) > 0
                     union all select account_id from volunteer
                     where conference_id = :conference and account_id is not null and strpos(lower(name), lower(:q)) > 0)
                 or subject_id in (select id from sought)
                 or detail ->> 'volunteer' in (select id::text from sought)
                 or detail ->> 'shift' in (select id::text from sought)
                 or detail #>> '{before,role}' in (select id::text from sought)
                 or detail #>> '{after,role}' in (select id::text from sought)
                 or detail #>> '{before,place}' in (select id::text from sought)
                 or detail #>> '{after,place}' in (select id::text from sought))
            """;

    private static final String NAMED = """
            with named as materialized (
                select role_id as id from role where conference_id = :conference and strpos(lower(name), lower(:q)) > 0
                union all
                select place_id from place where conference_id = :conference and strpos(lower(name), lower(:q)) > 0),
            sought as materialized (
                select id from named
                union all
                select shift_id from shift where conference_id = :conference
                  and (role_id in (select id from named) or place_id in (select id from named))
                union all
                select volunteer_id from volunteer left join account using (account_id)
                where conference_id = :conference and strpos(lower(concat_ws(' ', name, email)), lower(:q)) > 0
                union all
                select timeslot_id from timeslot
                where conference_id = :conference and strpos(lower(label), lower(:q)) > 0
                union all
                select talk_id from talk where conference_id = :conference and strpos(lower(title), lower(:q)) > 0
                union all
                select room_id from room where conference_id = :conference and strpos(lower(name), lower(:q)) > 0),
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Changes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A page, and the first of the next one where there is one.
     *
     * @throws NotFound where the change to begin after is none of this conference
     */
    List<Change> find(ConferencePage conference, AuditFilter filter) {
        var id = conference.id().conferenceId();
        return jdbc.sql(sql(filter))
                .params(filter.dayAsked().params(conference.zone()))
                .param("conference", id)
                .param("what", filter.what())
                .param("who", filter.who())
                .param("account", filter.account())
                .param("q", filter.q())
                .param("before", filter.before() == null ? null : known(id, filter.before()))
                .param("steps", Step.actions())
                .query((row, number) -> change(row))
                .list();
    }

    private static String sql(AuditFilter filter) {
        var sought = filter.q() != null;
        var sql = FOUND.formatted(sought ? SOUGHT : "", ON_A_PAGE + 1);
        return sought ? NAMED + sql.substring("with ".length()) : sql;
    }

    private UUID known(UUID conference, String change) {
        return jdbc.sql("select audit_event_id from audit_event where audit_event_id = ? and conference_id = ?")
                .params(Ids.parse(change), conference)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private Change change(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return new Change(
                row.getObject("audit_event_id", UUID.class),
                Objects.requireNonNull(Rows.instant(row, "at")),
                account == null ? null : new Change.Actor(account, row.getString("name"), row.getString("email")),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getObject("subject_id", UUID.class),
                json.readValue(row.getString("detail"), FACTS),
                row.getString("earlier"));
    }
}
