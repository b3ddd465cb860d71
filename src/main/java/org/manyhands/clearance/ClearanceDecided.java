package org.manyhands.clearance;

/**
 * An organizer or a role lead said yes or no to somebody.
 *
 * @param takenBack whether it was a yes before
 */
public record ClearanceDecided(ClearanceId clearance, boolean takenBack) {}
