package org.manyhands.volunteer;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manyhands.role.RoleId;

/**
 * What a volunteer says of themselves, and may change.
 *
 * @param hoursAtMost in all, as many as needed for null
 * @param hoursADayAtMost on one day of the conference, as many as needed for null
 * @param daysThere empty for "not said"
 * @param shownToCrew whether people on the same shifts may see name and chat handle
 */
public record Profile(
        String name,
        String pronouns,
        String chatHandle,
        String phone,
        Suits suits,
        Set<RoleId> roleWishes,
        @Nullable Integer hoursAtMost,
        @Nullable Integer hoursADayAtMost,
        Set<LocalDate> daysThere,
        boolean shownToCrew) {

    Profile there(Set<LocalDate> days) {
        return new Profile(
                name,
                pronouns,
                chatHandle,
                phone,
                suits,
                roleWishes,
                hoursAtMost,
                hoursADayAtMost,
                Set.copyOf(days),
                shownToCrew);
    }

    /** A name alone, which is enough. */
    public static Profile named(String name) {
        return new Profile(name, "", "", "", Suits.EITHER, Set.of(), null, null, Set.of(), false);
    }
}
