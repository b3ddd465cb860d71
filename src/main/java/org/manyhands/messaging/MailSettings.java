package org.manyhands.messaging;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * How a conference writes to its volunteers.
 *
 * @param first how long before they have to be there they are reminded; hours
 * @param second the same once more
 * @param alert how long before a shift the organizers are told that it cannot open, or that somebody left it; hours
 * @param beforeDays how many days before the first one everybody is written their shifts; 0 for not at all
 * @param orientation what that mail says of how to begin, in the organizers' words
 * @param thanks whether they are thanked when it is over
 * @param version null where nothing was ever saved
 */
record MailSettings(
        boolean reminders,
        int first,
        int second,
        QuietHours quiet,
        int alert,
        int beforeDays,
        String orientation,
        boolean thanks,
        @Nullable Integer version) {

    static final MailSettings DEFAULT = new MailSettings(
            true, 24, 2, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), 48, 3, "", true, null);

    /** How often somebody is reminded of a shift. */
    enum Stage {
        FIRST,
        SECOND
    }

    Duration before(Stage stage) {
        return Duration.ofHours(stage == Stage.FIRST ? first : second);
    }
}
