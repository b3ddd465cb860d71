package org.manyhands.signup;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.TimeRange;

/**
 * Where people are checked in: of what in the conference, and when.
 *
 * @param place whose shifts are in hand there; null for all
 * @param device the name of the device at which people tap themselves in; null for a desk with somebody at it
 */
public record CheckInDesk(
        ConferenceId conference,
        RolesInSight roles,
        @Nullable PlaceId place,
        @Nullable String device) {

    /** So long before a shift people are expected. */
    public static final Duration AHEAD = Duration.ofHours(2);

    /** So long before it somebody at a desk may say that they are there; on another day it would be a slip. */
    private static final Duration EARLIEST = Duration.ofHours(12);

    public static CheckInDesk staffed(ConferenceId conference, RolesInSight roles) {
        return new CheckInDesk(conference, roles, null, null);
    }

    public static CheckInDesk device(ConferenceId conference, @Nullable PlaceId place, String name) {
        return new CheckInDesk(conference, RolesInSight.EVERY, place, name);
    }

    /** People write down afterwards, too, what they saw; a device knows only of now. */
    boolean takesAt(Instant now, TimeRange shift) {
        return device == null
                ? !now.isBefore(shift.start().minus(EARLIEST))
                : !now.isBefore(shift.start().minus(AHEAD)) && now.isBefore(shift.end());
    }
}
