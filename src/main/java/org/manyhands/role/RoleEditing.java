package org.manyhands.role;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.manyhands.shared.Slug;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes roles as their conference's organizers want them. */
@Service
public class RoleEditing {

    private final Roles roles;
    private final AuditTrail audit;
    private final Clock clock;

    RoleEditing(Roles roles, AuditTrail audit, Clock clock) {
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    Role find(ConferenceId conference, RoleId id) {
        return roles.findByIdAndConferenceId(id, conference).orElseThrow(NotFound::new);
    }

    /**
     * A role of which only the name is known yet.
     *
     * @throws FormRefusal where the name has nothing for an address
     */
    @Transactional
    public RoleId addNamed(ConferenceId conference, String name) {
        var role = roles.saveAndFlush(new Role(conference, Slug.orFrom("", name), name, name, Setting.BETWEEN));
        audit.recordAdded("role", role.id().roleId(), conference.conferenceId(), RoleForm.of(role));
        return role.id();
    }

    /** @return the roles that are new, by those of which they are copies */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<RoleId, RoleId> copy(ConferenceId from, ConferenceId to) {
        var copies = new LinkedHashMap<RoleId, Role>();
        var earlier = roles.findByConferenceIdOrderByName(from);
        earlier.forEach(role -> copies.put(role.id(), roles.save(role.copiedTo(to))));
        var ids = new LinkedHashMap<RoleId, RoleId>();
        copies.forEach((original, copy) -> ids.put(original, copy.id()));
        for (var role : earlier) {
            if (role.coveredBy() != null) {
                Objects.requireNonNull(copies.get(role.id())).coverBy(ids.get(role.coveredBy()));
            }
        }
        roles.flush();
        audit.recordAllAdded(
                "role",
                to.conferenceId(),
                copies.values().stream().collect(toMap(copy -> copy.id().roleId(), RoleForm::of)));
        return ids;
    }

    @Transactional
    void add(ConferenceId conference, RoleForm form) {
        var role = new Role(conference, form.slugOrName(), form.name(), form.summary(), form.setting());
        fill(role, form);
        roles.saveAndFlush(role);
        audit.recordAdded("role", role.id().roleId(), conference.conferenceId(), RoleForm.of(role));
    }

    @Transactional
    void change(ConferenceId conference, RoleId id, RoleForm form) {
        var role = find(conference, id);
        Saving.refuseStale(form.version(), role.version());
        var before = RoleForm.of(role);
        fill(role, form);
        roles.flush();
        audit.recordChanged("role", id.roleId(), conference.conferenceId(), before, RoleForm.of(role));
    }

    /** Refused by the database where it has shifts or stands in for another role. */
    @Transactional
    void delete(ConferenceId conference, RoleId id) {
        var role = find(conference, id);
        roles.delete(role);
        roles.flush();
        audit.recordDeleted("role", id.roleId(), conference.conferenceId(), RoleForm.of(role));
    }

    private void fill(Role role, RoleForm form) {
        role.describe(form.slugOrName(), form.name(), form.summary(), form.setting(), form.traits());
        role.explain(form.handbook());
        role.meet(form.arriveEarlyMinutes(), form.expectedBy());
        role.coverBy(coverOf(role, form));
        role.leaveBy(form.leaveByHours());
        role.need(form.needs(), clock.instant());
    }

    private @Nullable RoleId coverOf(Role role, RoleForm form) {
        return form.coveredBy() == null
                ? null
                : find(role.conferenceId(), new RoleId(form.coveredBy())).id();
    }
}
