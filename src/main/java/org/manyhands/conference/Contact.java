package org.manyhands.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Whom volunteers ask, write to or call. */
@Embeddable
public record Contact(
        @Column(name = "contact_name") String name,
        @Column(name = "contact_email") String email,
        @Column(name = "contact_phone") @Nullable String phone) {}
