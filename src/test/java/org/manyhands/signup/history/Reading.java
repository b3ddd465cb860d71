package org.manyhands.signup.history;

/** What a counter was said to stand at, at some instant between the two, both included. */
record Reading(int shown, long invoked, long returned, String who) {}
