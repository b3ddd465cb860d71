package org.manyhands.conference;

import java.util.Map;

/**
 * What the shifts make of a conference and its places; asked before something is changed under people's feet. The
 * shift module, a floor above, answers.
 */
public interface ConferenceUse {

    /** How many shifts each place has; places without any are missing. */
    Map<PlaceId, Integer> shiftsByPlace(ConferenceId conference);

    int timeslots(ConferenceId conference);

    int publishedShifts(ConferenceId conference);

    /** How many places on its shifts are taken. Nobody takes or leaves one until this transaction ends. */
    int placesTakenUnderLock(ConferenceId conference);
}
