package org.manyhands.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.Rows;
import org.manyhands.shared.Saving;
import org.manyhands.volunteer.PeopleMerged;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what those who helped say of it. */
@Service
class Feedback {

    private final JdbcClient jdbc;
    private final Clock clock;

    Feedback(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether they would help again. */
    enum Again {
        YES("Yes"),
        PERHAPS("Perhaps"),
        NO("No");

        private final String words;

        Again(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What one of them said. */
    record Said(
            UUID volunteer,
            String name,
            @Nullable Again again,
            String good,
            String better,
            Instant givenAt,
            int version) {}

    Optional<Said> of(VolunteerId volunteer) {
        return jdbc.sql(
                        "select feedback.*, name from feedback join volunteer using (volunteer_id) where volunteer_id = ?")
                .param(volunteer.volunteerId())
                .query((row, number) -> said(row))
                .optional();
    }

    /** Newest first. */
    List<Said> of(ConferenceId conference) {
        return jdbc.sql("""
                        select feedback.*, name from feedback join volunteer using (volunteer_id)
                        where conference_id = ? order by given_at desc, volunteer_id
                        """)
                .param(conference.conferenceId())
                .query((row, number) -> said(row))
                .list();
    }

    private static Said said(ResultSet row) throws SQLException {
        var again = row.getString("again");
        return new Said(
                row.getObject("volunteer_id", UUID.class),
                row.getString("name"),
                again == null ? null : Again.valueOf(again),
                row.getString("good"),
                row.getString("better"),
                Objects.requireNonNull(Rows.instant(row, "given_at")),
                row.getInt("version"));
    }

    /** Whether they had a shift that they did not stay away from, and it has begun. */
    boolean mayBeGivenBy(VolunteerId volunteer) {
        return jdbc.sql("""
                        select exists (
                            select from signup join shift using (shift_id)
                            where volunteer_id = :volunteer and state = 'CONFIRMED' and attendance <> 'NO_SHOW'
                              and cancelled_at is null and lower(during) <= :now)
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** One at a time says it for somebody who has two pages open: the second is stale. */
    @Transactional
    void give(VolunteerId volunteer, FeedbackForm form) {
        jdbc.sql("select from volunteer where volunteer_id = ? for no key update")
                .param(volunteer.volunteerId())
                .query()
                .listOfRows();
        Saving.refuseStale(form.version(), of(volunteer).map(Said::version).orElse(null));
        jdbc.sql("""
                        insert into feedback (volunteer_id, again, good, better, given_at)
                        values (:volunteer, :again, :good, :better, :now)
                        on conflict (volunteer_id) do update
                        set again = excluded.again, good = excluded.good, better = excluded.better,
                            given_at = excluded.given_at, version = feedback.version + 1
                        """)
                .param("volunteer", volunteer.volunteerId())
                .param("again", form.again() == null ? null : form.again().name())
                .param("good", form.good())
                .param("better", form.better())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @EventListener
    void merge(PeopleMerged people) {
        jdbc.sql("""
                        update feedback set volunteer_id = :kept where volunteer_id = :gone
                        and not exists (select from feedback where volunteer_id = :kept)
                        """)
                .params(Map.of(
                        "kept",
                        people.kept().volunteerId(),
                        "gone",
                        people.gone().volunteerId()))
                .update();
    }
}
