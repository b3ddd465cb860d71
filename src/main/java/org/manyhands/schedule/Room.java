package org.manyhands.schedule;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;

/** A room as the schedule names it; imports make them, organizers say which of their places it is. */
@Entity
class Room {

    @EmbeddedId
    private RoomId id;

    private ConferenceId conferenceId;
    private String name;
    private @Nullable PlaceId placeId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Room() {}

    /** @param place null where it is none of the conference's places */
    void tieTo(@Nullable PlaceId place) {
        placeId = place;
    }

    ConferenceId conferenceId() {
        return conferenceId;
    }

    String name() {
        return name;
    }

    @Nullable
    PlaceId placeId() {
        return placeId;
    }
}
