package org.manyhands.shift;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How many people a shift needs.
 *
 * @param minimum with fewer it cannot open
 * @param wanted as many as make it good
 * @param maximum places in all; none for null: the more, the merrier
 */
@Embeddable
public record Need(
        int minimum,
        int wanted,
        @Column(name = "capacity") @Nullable Integer maximum) {

    public Need {
        if (minimum < 0 || wanted < Math.max(1, minimum) || maximum != null && maximum < wanted) {
            throw new IllegalArgumentException(
                    "minimum, wanted and maximum must rise: " + minimum + ", " + wanted + ", " + maximum);
        }
    }

    public static Need of(int people) {
        return new Need(people, people, people);
    }

    public static Need between(int minimum, int wanted, int maximum) {
        return new Need(minimum, wanted, maximum);
    }

    public static Need atLeast(int minimum, int wanted) {
        return new Need(minimum, wanted, null);
    }
}
