package org.manyhands.conference;

/** Told within the transaction that has a conference take place on other days or in another zone. */
public record ConferenceMoved(ConferenceId conference) {}
