package org.manyhands.signup;

import java.util.UUID;

/** Gives each form on a page the id that makes its repetition harmless. */
@FunctionalInterface
public interface RequestIds {

    RequestIds RANDOM = UUID::randomUUID;

    UUID next();
}
