package org.manyhands.shift;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.FormRefusal;

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

    /** @throws FormRefusal beside the number that is less than the one before */
    public static Need typed(int minimum, int wanted, @Nullable Integer maximum) {
        if (wanted < minimum) {
            throw new FormRefusal("wanted", "shift.wanted-below-minimum", minimum);
        }
        if (maximum != null && maximum < wanted) {
            throw new FormRefusal("maximum", "shift.maximum-below-wanted", wanted);
        }
        return new Need(minimum, wanted, maximum);
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
