package org.manyhands.clearance;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.role.Role;
import org.manyhands.role.RoleId;
import org.manyhands.volunteer.VolunteerId;

/** That a volunteer may take the shifts of a role which needs something first, or asked to. */
@Entity
@Table(name = "role_clearance")
class Clearance {

    @EmbeddedId
    private ClearanceId id;

    private ConferenceId conferenceId;
    private VolunteerId volunteerId;
    private RoleId roleId;

    @Enumerated(EnumType.STRING)
    private ClearanceState state = ClearanceState.ASKED;

    private @Nullable Instant askedAt;
    private String word = "";

    @Embedded
    @AttributeOverride(name = "accountId", column = @Column(name = "decided_by"))
    private @Nullable AccountId decidedBy;

    private @Nullable Instant decidedAt;
    private String answer = "";
    private @Nullable Instant grantedAt;
    private @Nullable Instant takenBackAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Clearance() {}

    @SuppressWarnings("NullAway.Init")
    Clearance(Role role, VolunteerId volunteer) {
        this.id = ClearanceId.next();
        this.conferenceId = role.conferenceId();
        this.volunteerId = volunteer;
        this.roleId = role.id();
    }

    /** @param word of theirs to whoever answers, or nothing */
    void ask(String word, Instant now) {
        this.askedAt = now;
        this.word = word;
    }

    void grant(AccountId by, String answer, Instant now) {
        if (grantedAt == null) {
            grantedAt = now;
        }
        decide(ClearanceState.GRANTED, by, answer, now);
    }

    /** Whatever shifts they hold by now stay theirs. */
    void decline(AccountId by, String answer, Instant now) {
        if (state == ClearanceState.GRANTED) {
            takenBackAt = now;
        }
        decide(ClearanceState.DECLINED, by, answer, now);
    }

    private void decide(ClearanceState state, AccountId by, String answer, Instant now) {
        this.state = state;
        this.decidedBy = by;
        this.decidedAt = now;
        this.answer = answer;
    }

    ClearanceId id() {
        return id;
    }

    ConferenceId conferenceId() {
        return conferenceId;
    }

    VolunteerId volunteerId() {
        return volunteerId;
    }

    RoleId roleId() {
        return roleId;
    }

    ClearanceState state() {
        return state;
    }

    boolean isGranted() {
        return state == ClearanceState.GRANTED;
    }

    boolean isDeclined() {
        return state == ClearanceState.DECLINED;
    }

    @Nullable
    Instant askedAt() {
        return askedAt;
    }

    String word() {
        return word;
    }

    String answer() {
        return answer;
    }
}
