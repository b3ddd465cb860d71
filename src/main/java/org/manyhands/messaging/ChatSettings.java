package org.manyhands.messaging;

import java.net.URI;

/**
 * Where a conference's team chats, and what it wants to read there.
 *
 * @param address takes {@code {"text": …}}; whoever knows it can write there
 * @param belowMinimum shifts that cannot open, as the organizers are told by mail
 * @param coverWanted shifts for which somebody wants cover
 * @param version rises with each change
 */
record ChatSettings(URI address, boolean belowMinimum, boolean coverWanted, int version) {

    /** Enough to know it by, and no more. */
    public String host() {
        return address.getHost();
    }
}
