package org.manyhands.clearance;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Role;
import org.manyhands.role.RoleId;
import org.manyhands.role.Roles;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the askings and the answers. Each change locks its volunteers first, as signing up does: whoever signs up while
 * it is taken back is either on the shift before that, or not at all.
 */
@Service
public class ClearanceDesk {

    private final Clearances clearances;
    private final Roles roles;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClearanceDesk(
            Clearances clearances,
            Roles roles,
            JdbcClient jdbc,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clearances = clearances;
        this.roles = roles;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A yes or a no. */
    public enum Answer {
        GRANT,
        DECLINE
    }

    Optional<Clearance> find(VolunteerId volunteer, RoleId role) {
        return clearances.findByVolunteerIdAndRoleId(volunteer, role);
    }

    /**
     * Asks once; what was asked or answered before stands.
     *
     * @param role of the conference at which the volunteer is registered
     * @return whether there was nothing asked or answered before
     */
    @RetriedOnConflict
    @Transactional
    boolean ask(Role role, VolunteerId volunteer, String word) {
        lock(":ids", List.of(volunteer.volunteerId()));
        if (!role.needs().isSomething() || find(volunteer, role.id()).isPresent()) {
            return false;
        }
        var asking = new Clearance(role, volunteer);
        asking.ask(word, clock.instant());
        clearances.saveAndFlush(asking);
        record("clearance.asked", asking, role, Map.of("word", word));
        events.publishEvent(new ClearanceAsked(asking.id()));
        return true;
    }

    /**
     * Answers several with the same word.
     *
     * @return how many this changed something for
     * @throws NotFound where one of them is not of this conference or of a role out of sight
     */
    @RetriedOnConflict
    @Transactional
    int answer(
            ConferenceId conference,
            RolesInSight sight,
            Collection<ClearanceId> ids,
            Answer answer,
            String word,
            AccountId by) {
        lock(
                "select volunteer_id from role_clearance where role_clearance_id in (:ids)",
                ids.stream().map(ClearanceId::clearanceId).toList());
        var asked = clearances.findAllById(ids).stream()
                .filter(each -> each.conferenceId().equals(conference)
                        && sight.includes(each.roleId().roleId()))
                .toList();
        if (asked.size() < ids.stream().distinct().count()) {
            throw new NotFound();
        }
        return (int) asked.stream()
                .filter(each -> decide(each, role(conference, each.roleId()), answer, word, by))
                .count();
    }

    /**
     * Lets somebody take the shifts of a role, whether or not they asked: they were briefed together with others, say.
     *
     * @return whether they could not before
     */
    @RetriedOnConflict
    @Transactional
    public boolean grant(
            ConferenceId conference, RolesInSight sight, RoleId roleId, VolunteerId volunteer, AccountId by) {
        var role = role(conference, roleId);
        if (!sight.includes(roleId.roleId()) || !role.needs().isSomething() || !isOf(conference, volunteer)) {
            throw new NotFound();
        }
        lock(":ids", List.of(volunteer.volunteerId()));
        var clearance = find(volunteer, roleId).orElseGet(() -> new Clearance(role, volunteer));
        return decide(clearance, role, Answer.GRANT, "", by);
    }

    private boolean decide(Clearance clearance, Role role, Answer answer, String word, AccountId by) {
        var before = clearance.state();
        var now = clock.instant();
        if (answer == Answer.GRANT ? clearance.isGranted() : clearance.isDeclined()) {
            return false;
        }
        if (answer == Answer.GRANT) {
            clearance.grant(by, word, now);
        } else {
            clearance.decline(by, word, now);
        }
        clearances.saveAndFlush(clearance);
        var takenBack = before == ClearanceState.GRANTED;
        var action = answer == Answer.GRANT ? "granted" : takenBack ? "taken-back" : "declined";
        record(
                "clearance." + action,
                clearance,
                role,
                Map.of("before", before, "after", clearance.state(), "word", word));
        events.publishEvent(new ClearanceDecided(clearance.id(), takenBack));
        return true;
    }

    private Role role(ConferenceId conference, RoleId role) {
        return roles.findByIdAndConferenceId(role, conference).orElseThrow(NotFound::new);
    }

    private boolean isOf(ConferenceId conference, VolunteerId volunteer) {
        return jdbc.sql("select exists (select from volunteer where volunteer_id = ? and conference_id = ?)")
                .params(volunteer.volunteerId(), conference.conferenceId())
                .query(Boolean.class)
                .single();
    }

    /** @param which selects volunteers by {@code :ids}; entities are read only after that, as they are then */
    private void lock(String which, List<UUID> ids) {
        jdbc.sql("select volunteer_id from volunteer where volunteer_id in (%s) order by volunteer_id for no key update"
                        .formatted(which))
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    private void record(String action, Clearance clearance, Role role, Map<String, ?> more) {
        var detail = new HashMap<String, Object>(more);
        detail.put("role", role.name());
        audit.record(
                action,
                "volunteer",
                clearance.volunteerId().volunteerId(),
                clearance.conferenceId().conferenceId(),
                detail);
    }
}
