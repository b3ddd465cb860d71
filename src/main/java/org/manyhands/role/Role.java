package org.manyhands.role;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;

/** A kind of work at a conference. */
@Entity
public class Role {

    @EmbeddedId
    private RoleId id;

    private ConferenceId conferenceId;
    private String slug;
    private String name;
    private String summary;
    private String handbook = "";

    @Enumerated(EnumType.STRING)
    private Setting setting;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Trait> traits = List.of();

    private int arriveEarlyMinutes;
    private String expectedBy = "";

    @Embedded
    @AttributeOverride(name = "roleId", column = @Column(name = "covered_by"))
    private @Nullable RoleId coveredBy;

    private @Nullable Integer leaveByHours;

    @Enumerated(EnumType.STRING)
    private RoleNeeds needs = RoleNeeds.NOTHING;

    private @Nullable Instant needsSince;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Role() {}

    public Role(ConferenceId conferenceId, String slug, String name, String summary, Setting setting) {
        this.id = RoleId.next();
        this.conferenceId = conferenceId;
        this.slug = slug;
        this.name = name;
        this.summary = summary;
        this.setting = setting;
    }

    /** As it is, in another conference; which role stands in for it is to be said there. */
    Role copiedTo(ConferenceId conference) {
        var copy = new Role(conference, slug, name, summary, setting);
        copy.describe(slug, name, summary, setting, traits);
        copy.explain(handbook);
        copy.meet(arriveEarlyMinutes, expectedBy);
        copy.leaveBy(leaveByHours);
        copy.needs = needs;
        return copy;
    }

    public void describe(String slug, String name, String summary, Setting setting, Collection<Trait> traits) {
        this.slug = slug;
        this.name = name;
        this.summary = summary;
        this.setting = setting;
        this.traits = traits.stream().distinct().sorted().toList();
    }

    /** @param handbook how the work is done, in Markdown */
    public void explain(String handbook) {
        this.handbook = handbook;
    }

    /**
     * @param arriveEarlyMinutes how long before the shift begins to be there
     * @param expectedBy whom to ask for, in words
     */
    public void meet(int arriveEarlyMinutes, String expectedBy) {
        this.arriveEarlyMinutes = arriveEarlyMinutes;
        this.expectedBy = expectedBy;
    }

    /** @param hours before a shift until which one may leave it without finding somebody; always for null */
    public void leaveBy(@Nullable Integer hours) {
        this.leaveByHours = hours;
    }

    /** Whoever is on its shifts by now stays on them. */
    public void need(RoleNeeds needs, Instant now) {
        if (!needs.isSomething()) {
            this.needsSince = null;
        } else if (!this.needs.isSomething()) {
            this.needsSince = now;
        }
        this.needs = needs;
    }

    /** Which role stands in where nobody took this one; none for null. */
    public void coverBy(@Nullable RoleId other) {
        this.coveredBy = other;
    }

    public RoleId id() {
        return id;
    }

    public ConferenceId conferenceId() {
        return conferenceId;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public String summary() {
        return summary;
    }

    public String handbook() {
        return handbook;
    }

    public Setting setting() {
        return setting;
    }

    public List<Trait> traits() {
        return traits;
    }

    public int arriveEarlyMinutes() {
        return arriveEarlyMinutes;
    }

    public String expectedBy() {
        return expectedBy;
    }

    public @Nullable RoleId coveredBy() {
        return coveredBy;
    }

    public @Nullable Integer leaveByHours() {
        return leaveByHours;
    }

    public RoleNeeds needs() {
        return needs;
    }

    public int version() {
        return version;
    }
}
