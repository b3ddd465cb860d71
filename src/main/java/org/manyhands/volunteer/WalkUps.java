package org.manyhands.volunteer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People who help without an account: organizers add them, and merge them with whoever registers as the same person. */
@Service
public class WalkUps {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    WalkUps(JdbcClient jdbc, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds somebody by name; a form sent twice adds them once.
     *
     * @param id made with the form
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ConferenceId conference, VolunteerId id, String name, String phone) {
        var added = jdbc.sql("""
                        insert into volunteer (volunteer_id, conference_id, name, phone, registered_at)
                        values (:id, :conference, :name, :phone, :now) on conflict (volunteer_id) do nothing
                        """)
                        .param("id", id.volunteerId())
                        .param("conference", conference.conferenceId())
                        .param("name", name)
                        .param("phone", phone)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (added) {
            audit.recordAdded("volunteer", id.volunteerId(), conference.conferenceId(), Map.of("name", name));
        } else if (!isWalkUp(conference, id)) {
            throw new NotFound();
        }
    }

    private boolean isWalkUp(ConferenceId conference, VolunteerId id) {
        return jdbc.sql("""
                        select exists (select from volunteer
                                       where volunteer_id = ? and conference_id = ? and account_id is null)
                        """)
                .params(id.volunteerId(), conference.conferenceId())
                .query(Boolean.class)
                .single();
    }

    /**
     * Lets somebody who walked in be the same as another one, who takes over what they lack. Signups have moved by then.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void become(ConferenceId conference, VolunteerId gone, VolunteerId kept) {
        events.publishEvent(new PeopleMerged(gone, kept));
        var ids = Map.of("gone", gone.volunteerId(), "kept", kept.volunteerId());
        jdbc.sql("""
                        insert into role_wish (conference_id, volunteer_id, role_id)
                        select conference_id, :kept, role_id from role_wish where volunteer_id = :gone on conflict do nothing
                        """).params(ids).update();
        jdbc.sql("""
                        update volunteer set phone = other.phone, version = volunteer.version + 1 from volunteer other
                        where volunteer.volunteer_id = :kept and other.volunteer_id = :gone
                          and volunteer.phone = '' and other.phone <> ''
                        """).params(ids).update();
        var name = jdbc.sql("select name from volunteer where volunteer_id = :gone")
                .params(ids)
                .query(String.class)
                .single();
        var deleted = jdbc.sql("delete from volunteer where volunteer_id = :gone and account_id is null")
                .params(ids)
                .update();
        if (deleted == 0) {
            throw new NotFound();
        }
        audit.record(
                "volunteer.merged",
                "volunteer",
                kept.volunteerId(),
                conference.conferenceId(),
                Map.of("before", Map.of("volunteer", gone.volunteerId(), "name", name)));
    }
}
