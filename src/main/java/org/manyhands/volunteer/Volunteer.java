package org.manyhands.volunteer;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferenceId;
import org.manyhands.role.RoleId;

/** A person registered to help at one conference. */
@Entity
class Volunteer {

    @EmbeddedId
    private VolunteerId id;

    private ConferenceId conferenceId;
    /** Null for who walked in. */
    private @Nullable AccountId accountId;

    private String name;
    private String pronouns;
    private String chatHandle;
    private String phone;

    @Enumerated(EnumType.STRING)
    private Suits suits;

    private @Nullable Integer hoursAtMost;

    @Column(name = "hours_a_day_at_most")
    private @Nullable Integer hoursADayAtMost;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<LocalDate> daysThere;

    private boolean shownToCrew;
    private @Nullable Instant agreedToConductAt;
    private Instant registeredAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Volunteer() {}

    @SuppressWarnings("NullAway.Init")
    Volunteer(ConferenceId conferenceId, AccountId accountId, Profile profile, Instant agreedToConductAt, Instant now) {
        this.id = VolunteerId.next();
        this.conferenceId = conferenceId;
        this.accountId = accountId;
        this.agreedToConductAt = agreedToConductAt;
        this.registeredAt = now;
        describe(profile);
    }

    /** Takes over what they say of themselves, save the role wishes, which the registry keeps. */
    void describe(Profile profile) {
        this.name = profile.name();
        this.pronouns = profile.pronouns();
        this.chatHandle = profile.chatHandle();
        this.phone = profile.phone();
        this.suits = profile.suits();
        this.hoursAtMost = profile.hoursAtMost();
        this.hoursADayAtMost = profile.hoursADayAtMost();
        this.daysThere = profile.daysThere().stream().sorted().toList();
        this.shownToCrew = profile.shownToCrew();
    }

    Profile profile(Set<RoleId> roleWishes) {
        return new Profile(
                name,
                pronouns,
                chatHandle,
                phone,
                suits,
                roleWishes,
                hoursAtMost,
                hoursADayAtMost,
                Set.copyOf(daysThere),
                shownToCrew);
    }

    VolunteerId id() {
        return id;
    }

    ConferenceId conferenceId() {
        return conferenceId;
    }

    @Nullable
    AccountId accountId() {
        return accountId;
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }
}
