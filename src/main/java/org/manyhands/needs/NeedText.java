package org.manyhands.needs;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.Need;

/**
 * What is typed into a cell of the grid.
 *
 * <pre>
 *   empty, 0   no shift
 *   2          2 people, no fewer and no more
 *   1-2        2 wanted, it opens with 1
 *   1-2-4      2 wanted, it opens with 1, there are places for 4
 *   2-  1-3-   a hyphen at the end: the more, the merrier
 * </pre>
 *
 * A dash of any length is a hyphen, and blanks around it do not matter: phones and spreadsheets make such of what is typed.
 *
 * @param text as it was typed, so that what cannot be read is kept
 */
record NeedText(String text) {

    private static final Pattern DASH = Pattern.compile("\\s*[-\\x{2010}-\\x{2015}\\x{2212}]\\s*");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?(-\\d{1,4}|-)?");

    /** As the tables have it. */
    private static final int MOST_WANTED = 500;

    private static final int MOST_PLACES = 1_000;

    /** @param need none for no shift */
    static NeedText of(@Nullable Need need) {
        return new NeedText(need == null ? "" : say(need));
    }

    private static String say(Need need) {
        var wanted = need.minimum() == need.wanted() ? "" + need.wanted() : need.minimum() + "-" + need.wanted();
        if (need.maximum() == null) {
            return wanted + "-";
        }
        return need.maximum() == need.wanted() ? wanted : need.minimum() + "-" + need.wanted() + "-" + need.maximum();
    }

    /**
     * Empty for no shift.
     *
     * @throws FormRefusal where it cannot be read
     */
    Optional<Need> need() {
        var plain = DASH.matcher(text).replaceAll("-");
        if (plain.isEmpty() || plain.equals("0")) {
            return Optional.empty();
        }
        var numbers = NUMBERS.matcher(plain);
        if (!numbers.matches()) {
            throw new FormRefusal("", "needs.unreadable");
        }
        var minimum = Integer.parseInt(numbers.group(1));
        var wanted = numbers.group(2) == null ? minimum : Integer.parseInt(numbers.group(2));
        return Optional.of(need(minimum, wanted, maximum(numbers.group(3), wanted)));
    }

    private static @Nullable Integer maximum(@Nullable String last, int wanted) {
        if (last == null) {
            return wanted;
        }
        return last.equals("-") ? null : Integer.valueOf(last.substring(1));
    }

    private static Need need(int minimum, int wanted, @Nullable Integer maximum) {
        if (wanted < 1 || wanted > MOST_WANTED || maximum != null && maximum > MOST_PLACES) {
            throw new FormRefusal("", "needs.out-of-range", MOST_WANTED, MOST_PLACES);
        }
        if (wanted < minimum || maximum != null && maximum < wanted) {
            throw new FormRefusal("", "needs.falling");
        }
        return new Need(minimum, wanted, maximum);
    }

    /** Whether it says the same in other characters; what cannot be read says nothing. */
    boolean says(String other) {
        try {
            return Objects.equals(of(need().orElse(null)).text, other);
        } catch (FormRefusal unreadable) {
            return false;
        }
    }
}
