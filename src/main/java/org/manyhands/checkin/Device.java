package org.manyhands.checkin;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.Token;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;

/** A screen that shows one page to whoever has its link. */
@Entity
@DynamicUpdate
class Device {

    /** What it is for. */
    enum Kind {
        /** At which volunteers tap themselves in. */
        DESK("Desk device"),
        /** On which a place reads who is here, leaving and coming. */
        WALL("Wall display");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        String address(Token token) {
            return "/" + name().toLowerCase(Locale.ROOT) + "/" + token.text();
        }
    }

    @EmbeddedId
    private DeviceId id;

    private ConferenceId conferenceId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private @Nullable PlaceId placeId;
    private byte[] tokenHash;
    private Instant linkedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Device() {}

    /** @param place whose people it shows; all for null */
    Device(ConferenceId conferenceId, Kind kind, String name, @Nullable PlaceId place, Token token, Instant now) {
        this.id = DeviceId.next();
        this.conferenceId = conferenceId;
        this.kind = kind;
        this.name = name;
        this.placeId = place;
        this.tokenHash = token.hash();
        this.linkedAt = now;
    }

    /** From now on the link before opens nothing. */
    void relink(Token token, Instant now) {
        tokenHash = token.hash();
        linkedAt = now;
    }

    DeviceId id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }
}
