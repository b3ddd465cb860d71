package org.manyhands.shift;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.hibernate.annotations.Type;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shared.TimeRange;
import org.manyhands.shared.TimeRangeType;

/** A stretch of a conference when help is needed. */
@Entity
public class Timeslot {

    @EmbeddedId
    private TimeslotId id;

    private ConferenceId conferenceId;
    private String label;

    @Type(TimeRangeType.class)
    private TimeRange during;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Timeslot() {}

    public Timeslot(ConferenceId conferenceId, String label, TimeRange during) {
        this.id = TimeslotId.next();
        this.conferenceId = conferenceId;
        this.label = label;
        this.during = during;
    }

    public void label(String label) {
        this.label = label;
    }

    /** Moves its shifts, and the people on them, along: the foreign keys carry the times. */
    void moveTo(TimeRange during) {
        this.during = during;
    }

    public TimeslotId id() {
        return id;
    }

    public ConferenceId conferenceId() {
        return conferenceId;
    }

    public String label() {
        return label;
    }

    public TimeRange during() {
        return during;
    }

    public int version() {
        return version;
    }
}
