package org.manyhands.people;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Rows;
import org.manyhands.shared.TimeRange;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was written to a volunteer and about them, for organizers only. */
@Component
class VolunteerRecord {

    private static final int LATELY = 20;

    private final JdbcClient jdbc;

    VolunteerRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state WAITING, SENT, FAILED or EXPIRED */
    record Mail(String subject, Instant writtenAt, String state) {}

    /**
     * A line of the audit.
     *
     * @param who an address; null for a job
     * @param role of the shift that it is about, or the role itself
     */
    record Change(
            Instant at,
            String action,
            @Nullable String who,
            @Nullable String role,
            @Nullable TimeRange during) {

        /** As messages.properties names what it puts in words. */
        public String key() {
            return "did." + action;
        }
    }

    /** Newest first. A mail with which one signs in is listed nowhere. */
    List<Mail> mails(ConferenceId conference, @Nullable String email) {
        if (email == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select subject, written_at, state from mail
                        where recipient = :email and conference_id = :conference and not secret
                        order by written_at desc limit :lately
                        """)
                .param("email", email)
                .param("conference", conference.conferenceId())
                .param("lately", LATELY)
                .query((row, number) -> new Mail(
                        row.getString("subject"),
                        Objects.requireNonNull(Rows.instant(row, "written_at")),
                        row.getString("state")))
                .list();
    }

    /** Newest first: what was done to the volunteer, and to what they signed up for. */
    List<Change> changes(ConferenceId conference, VolunteerId volunteer) {
        return jdbc.sql("""
                        select at, action, email, coalesce(role.name, detail ->> 'role') as role,
                               lower(during) as starts_at, upper(during) as ends_at
                        from audit_event left join account using (account_id)
                        left join signup on signup_id = subject_id left join shift using (shift_id) left join role using (role_id)
                        where audit_event.conference_id = :conference and subject_id = any(array(
                            select signup_id from signup where volunteer_id = :volunteer union all select :volunteer))
                        order by at desc, audit_event_id desc limit :lately
                        """)
                .param("conference", conference.conferenceId())
                .param("volunteer", volunteer.volunteerId())
                .param("lately", LATELY)
                .query((row, number) -> new Change(
                        Objects.requireNonNull(Rows.instant(row, "at")),
                        row.getString("action"),
                        row.getString("email"),
                        row.getString("role"),
                        row.getTimestamp("starts_at") == null ? null : Rows.range(row, "starts_at", "ends_at")))
                .list();
    }
}
