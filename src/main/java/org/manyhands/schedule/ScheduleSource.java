package org.manyhands.schedule;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;

/** Where a conference's schedule is fetched from, and how often by itself. */
/* Only what an organizer changed: the log of tries writes the same row. */
@DynamicUpdate
@Entity
class ScheduleSource {

    @EmbeddedId
    private ConferenceId id;

    private String address;
    private @Nullable String etag;
    private @Nullable Integer refreshMinutes;
    private @Nullable Instant nextTryAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ScheduleSource() {}

    ScheduleSource(ConferenceId id, String address) {
        this.id = id;
        this.address = address;
    }

    /** What is at another address is another file, whatever it was called at the old one. */
    void moveTo(String address) {
        if (!this.address.equals(address)) {
            this.address = address;
            this.etag = null;
        }
    }

    /** @param minutes null for never */
    void refreshEvery(@Nullable Integer minutes, Instant now) {
        refreshMinutes = minutes;
        nextTryAt = minutes == null ? null : now.plus(Duration.ofMinutes(minutes));
    }

    String address() {
        return address;
    }

    @Nullable
    Integer refreshMinutes() {
        return refreshMinutes;
    }

    int version() {
        return version;
    }
}
