package org.manyhands.volunteer;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.AccountId;
import org.manyhands.account.SignedIn;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.role.RoleId;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers volunteers and keeps what they say of themselves. */
@Service
public class Registry {

    private final Volunteers volunteers;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registry(
            Volunteers volunteers,
            EntityManager entities,
            JdbcClient jdbc,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.volunteers = volunteers;
        this.entities = entities;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Registers an account at a conference; one that is registered already keeps what it said before. */
    @Transactional
    public VolunteerId register(
            ConferenceId conference, AccountId account, Profile profile, Instant agreedToConductAt) {
        queueFor(account);
        var known = volunteers.findByConferenceIdAndAccountId(conference, account);
        if (known.isPresent()) {
            return known.get().id();
        }
        var volunteer = volunteers.saveAndFlush(
                new Volunteer(conference, account, profile, agreedToConductAt, clock.instant()));
        wish(volunteer, profile.roleWishes());
        audit.record(
                "volunteer.registered",
                "volunteer",
                volunteer.id().volunteerId(),
                conference.conferenceId(),
                Map.of("name", profile.name()));
        events.publishEvent(new Registered(volunteer.id()));
        return volunteer.id();
    }

    /** Who is asking, as a volunteer of the conference; none where they are not signed in or not registered. */
    public Optional<VolunteerId> volunteer(ConferenceId conference, @Nullable SignedIn asker) {
        return asker == null
                ? Optional.empty()
                : jdbc.sql("select volunteer_id from volunteer where conference_id = ? and account_id = ?")
                        .params(conference.conferenceId(), asker.accountId().accountId())
                        .query(UUID.class)
                        .optional()
                        .map(VolunteerId::new);
    }

    /** A form sent twice at once registers once: the second one waits here, and finds what the first has made. */
    private void queueFor(AccountId account) {
        jdbc.sql("select from account where account_id = ? for no key update")
                .param(account.accountId())
                .query()
                .listOfRows();
    }

    @Transactional
    void describe(VolunteerId id, Profile profile, @Nullable Integer version) {
        var volunteer = volunteers.findById(id).orElseThrow(NotFound::new);
        var was = profileOf(volunteer);
        if (profile.equals(was)) {
            return; // A form sent twice has nothing to change, and is not stale by its own doing
        }
        var before = volunteer.version();
        Saving.refuseStale(version, before);
        volunteer.describe(profile);
        volunteers.saveAndFlush(volunteer);
        if (volunteer.version() == before) {
            // Role wishes are rows of their own: a change of nothing else is a new version all the same.
            entities.lock(volunteer, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        wish(volunteer, profile.roleWishes());
        audit.record(
                "volunteer.described",
                "volunteer",
                volunteer.id().volunteerId(),
                volunteer.conferenceId().conferenceId(),
                ProfileChange.between(was, profileOf(volunteer)).detail());
    }

    Profile profileOf(Volunteer volunteer) {
        var wishes = jdbc.sql("select role_id from role_wish where volunteer_id = ?")
                .param(volunteer.id().volunteerId())
                .query((row, number) -> new RoleId(row.getObject("role_id", UUID.class)))
                .set();
        return volunteer.profile(wishes);
    }

    /** Roles of another conference, or none at all, are not wished for: they are left out. */
    private void wish(Volunteer volunteer, Set<RoleId> roles) {
        var id = volunteer.id().volunteerId();
        jdbc.sql("delete from role_wish where volunteer_id = ?").param(id).update();
        for (var role : roles) {
            jdbc.sql("""
                            insert into role_wish (conference_id, volunteer_id, role_id)
                            select conference_id, :volunteer, role_id from role
                            where role_id = :role and conference_id = :conference
                            """)
                    .param("volunteer", id)
                    .param("role", role.roleId())
                    .param("conference", volunteer.conferenceId().conferenceId())
                    .update();
        }
    }
}
