package org.manyhands.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How a place that becomes free reaches whoever is first in line.
 *
 * @param cutoff until so long before the shift it is given at once, later it is offered
 * @param offerTime how long an offer is kept for a yes
 */
@Embeddable
public record WaitlistTerms(
        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) @Column(name = "waitlist_cutoff")
        Duration cutoff,

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND) Duration offerTime) {

    static final WaitlistTerms USUAL = new WaitlistTerms(Duration.ofHours(12), Duration.ofHours(2));
}
