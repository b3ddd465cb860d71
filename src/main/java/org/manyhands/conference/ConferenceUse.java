package org.manyhands.conference;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;

/**
 * What the shifts make of a conference and its places; asked before something is changed under people's feet. The
 * shift module, a floor above, answers.
 */
public interface ConferenceUse {

    /** How many shifts each place has; places without any are missing. */
    Map<PlaceId, Integer> shiftsByPlace(ConferenceId conference);

    int timeslots(ConferenceId conference);

    /** How many shifts, but for cancelled ones, begin on which day before or after these; nothing for the days between. */
    SortedMap<LocalDate, Integer> shiftsOutside(ConferenceId conference, LocalDate first, LocalDate last, ZoneId zone);

    int publishedShifts(ConferenceId conference);

    /** How many places on its shifts are taken. Nobody takes or leaves one until this transaction ends. */
    int placesTakenUnderLock(ConferenceId conference);
}
