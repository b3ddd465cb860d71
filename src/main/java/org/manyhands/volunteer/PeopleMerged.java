package org.manyhands.volunteer;

/**
 * Two registrations turned out to be one person's. Told within the transaction that merges them, just before the one
 * that goes is deleted: whatever hangs on it and is not moved goes with it.
 */
public record PeopleMerged(VolunteerId gone, VolunteerId kept) {}
