package org.manyhands.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down who changed what; part of the change's own transaction, so that neither exists without the other. */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param action what was done, as in "shift.published"
     * @param subjectKind the kind of thing it was done to, as in "shift"
     * @param detail what changed; before and after where both are known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String action, String subjectKind, UUID subjectId, @Nullable UUID conferenceId, Map<String, ?> detail) {
        jdbc.sql("""
                        insert into audit_event
                            (audit_event_id, at, conference_id, account_id, action, subject_kind, subject_id, detail)
                        values (:id, :at, :conference, :account, :action, :kind, :subject, :detail::jsonb)
                        """)
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("conference", conferenceId)
                .param("account", whoIsAsking())
                .param("action", action)
                .param("kind", subjectKind)
                .param("subject", subjectId)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    /** "shift.added" for each of them, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAllAdded(String kind, UUID conferenceId, Map<UUID, ?> added) {
        var details = new LinkedHashMap<UUID, Map<String, ?>>();
        added.forEach((subject, after) -> details.put(subject, Map.of("after", after)));
        recordAll(kind + ".added", kind, conferenceId, details);
    }

    /** The same done to each of them, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(String action, String kind, UUID conferenceId, Map<UUID, ? extends Map<String, ?>> details) {
        if (details.isEmpty()) {
            return;
        }
        var subjects = details.keySet().toArray(UUID[]::new);
        jdbc.sql("""
                        insert into audit_event
                            (audit_event_id, at, conference_id, account_id, action, subject_kind, subject_id, detail)
                        select id, :at, :conference, :account, :action, :kind, subject, detail::jsonb
                        from unnest(:ids::uuid[], :subjects::uuid[], :details::text[]) as new (id, subject, detail)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("conference", conferenceId)
                .param("account", whoIsAsking())
                .param("action", action)
                .param("kind", kind)
                .param("ids", Stream.generate(Ids::next).limit(subjects.length).toArray(UUID[]::new))
                .param("subjects", subjects)
                .param(
                        "details",
                        Stream.of(subjects)
                                .map(subject -> json.writeValueAsString(details.get(subject)))
                                .toArray(String[]::new))
                .update();
    }

    /** "place.added" of a "place", as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAdded(String kind, UUID id, UUID conferenceId, Object after) {
        record(kind + ".added", kind, id, conferenceId, Map.of("after", after));
    }

    /** "place.changed" of a "place", as it was and as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordChanged(String kind, UUID id, UUID conferenceId, Object before, Object after) {
        record(kind + ".changed", kind, id, conferenceId, Map.of("before", before, "after", after));
    }

    /** "place.deleted" of a "place", as it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordDeleted(String kind, UUID id, UUID conferenceId, Object before) {
        record(kind + ".deleted", kind, id, conferenceId, Map.of("before", before));
    }

    /** The signed-in account's id, which is the name of its authentication; none for jobs and visitors. */
    private static @Nullable UUID whoIsAsking() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication.getName().length() != 36) {
            return null;
        }
        return UUID.fromString(authentication.getName());
    }
}
