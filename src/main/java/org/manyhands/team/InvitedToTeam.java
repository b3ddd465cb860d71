package org.manyhands.team;

import java.util.UUID;

/** Somebody was asked to join a team, or is asked once more. */
public record InvitedToTeam(UUID invitationId) {}
