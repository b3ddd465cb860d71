package org.manyhands.roster;

import java.util.UUID;

/** Organizers ask somebody to take a shift. Told within the transaction that wrote it down. */
public record AskedToHelp(UUID ask) {}
