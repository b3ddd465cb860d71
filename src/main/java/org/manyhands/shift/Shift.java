package org.manyhands.shift;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Type;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.RoleId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TimeRange;
import org.manyhands.shared.TimeRangeType;

/** A role in a timeslot at a place, and how many people it needs. Published ones can be taken, drafts are organizers' business. */
@Entity
@DynamicUpdate
public class Shift {

    @EmbeddedId
    private ShiftId id;

    private ConferenceId conferenceId;
    private TimeslotId timeslotId;
    private RoleId roleId;
    private PlaceId placeId;

    /** The timeslot's, and kept true by the foreign key; written with the timeslot only, hence the dynamic update. */
    @Type(TimeRangeType.class)
    private TimeRange during;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    private Duration handover;

    @Embedded
    private Need need;

    private int reserved;
    private String reservedFor = "";

    /** Counted by the database as people come and go. */
    @Column(insertable = false, updatable = false)
    private int taken;

    private String note = "";
    private boolean published;
    private @Nullable Instant cancelledAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Shift() {}

    /** @param handover how long before its end one may leave for the next shift; never more than half of it */
    public Shift(Timeslot timeslot, RoleId roleId, PlaceId placeId, Need need, Duration handover) {
        this.id = ShiftId.next();
        this.conferenceId = timeslot.conferenceId();
        this.timeslotId = timeslot.id();
        this.during = timeslot.during();
        this.roleId = roleId;
        this.placeId = placeId;
        this.need = need;
        this.handover = atMostHalf(timeslot.during(), handover);
    }

    private static Duration atMostHalf(TimeRange during, Duration handover) {
        var half = during.length().dividedBy(2);
        return handover.compareTo(half) > 0 ? half : handover;
    }

    public void needs(Need need) {
        this.need = need;
    }

    /** Holds places without a person: "2 for the sponsor". */
    public void reserve(int places, String forWhom) {
        this.reserved = places;
        this.reservedFor = forWhom;
    }

    public void note(String note) {
        this.note = note;
    }

    /** Into another timeslot, with a handover that fits there. Whoever is on it moves along. */
    void moveTo(Timeslot timeslot) {
        this.timeslotId = timeslot.id();
        this.during = timeslot.during();
        shortenHandoverFor(timeslot.during());
    }

    void shortenHandoverFor(TimeRange during) {
        this.handover = atMostHalf(during, handover);
    }

    boolean hasShorterHandoverIn(TimeRange during) {
        return !atMostHalf(during, handover).equals(handover);
    }

    /** What its people would be busy with if it took place then: the database's {@code busy} of that day. */
    TimeRange busyIn(TimeRange during) {
        return new TimeRange(during.start(), during.end().minus(atMostHalf(during, handover)));
    }

    void assignTo(RoleId roleId, PlaceId placeId) {
        this.roleId = roleId;
        this.placeId = placeId;
    }

    public void publish() {
        published = true;
        cancelledAt = null;
    }

    public void keepAsDraft() {
        published = false;
    }

    /** It does not take place, and is no draft that waits to be published: until somebody publishes it after all. */
    public void cancel(Instant now) {
        published = false;
        cancelledAt = now;
    }

    public ShiftId id() {
        return id;
    }

    public ConferenceId conferenceId() {
        return conferenceId;
    }

    public TimeslotId timeslotId() {
        return timeslotId;
    }

    public RoleId roleId() {
        return roleId;
    }

    public PlaceId placeId() {
        return placeId;
    }

    public TimeRange during() {
        return during;
    }

    public Need need() {
        return need;
    }

    public int reserved() {
        return reserved;
    }

    public String reservedFor() {
        return reservedFor;
    }

    public int taken() {
        return taken;
    }

    public String note() {
        return note;
    }

    public boolean isPublished() {
        return published;
    }

    /** @throws FormRefusal where it is over: who was on it stays on record */
    public void refuseIfOver(Instant now) {
        if (!during.end().isAfter(now)) {
            throw new FormRefusal("", "shift.over");
        }
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    public int version() {
        return version;
    }
}
