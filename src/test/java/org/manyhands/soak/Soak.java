package org.manyhands.soak;

import java.util.Locale;

/** How long the long tests take: minutes in all, or with {@code -Dsoak=full} as long as they are worth; and what they say. */
public final class Soak {

    private static final boolean FULL = "full".equals(System.getProperty("soak"));

    /** Less than 1 for a quick look whether all of it still works. */
    private static final double SHARE = Double.parseDouble(System.getProperty("soak.share", "1"));

    private Soak() {}

    /** So many rounds, seconds, or whatever the test counts by. */
    public static int of(int shortened, int full) {
        return FULL ? full : Math.max(1, (int) (shortened * SHARE));
    }

    /** One line, to be found among the build's own. */
    public static void say(String figures, Object... values) {
        System.out.printf(Locale.ROOT, "[soak] " + figures + "%n", values);
    }
}
