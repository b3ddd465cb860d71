package org.manyhands.edition;

import org.manyhands.conference.ConferenceId;

/** A conference was made of an earlier one, in the transaction in which this is published. */
public record ConferenceCopied(ConferenceId from, ConferenceId to) {}
