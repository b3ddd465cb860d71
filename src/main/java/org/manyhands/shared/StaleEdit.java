package org.manyhands.shared;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody else changed the same thing meanwhile. A form shows itself again with status 409, what was typed, what is
 * stored now ({@code fields :: stale}) and the new version; this is for changes that have no form to show.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class StaleEdit extends RuntimeException {}
