package org.manyhands.clearance;

/** Somebody asked for what a role needs first. */
public record ClearanceAsked(ClearanceId clearance) {}
