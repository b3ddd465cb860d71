package org.manyhands.volunteer;

/** Somebody registered at a conference, for the first time; told within the transaction that did it. */
public record Registered(VolunteerId volunteer) {}
