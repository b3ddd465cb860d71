package org.manyhands.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address within this installation, to go to after signing in; never one that a browser could take for another site. */
public record LocalPath(String text) {

    private static final int LONGEST = 500;

    /**
     * Segments that start with a letter or digit, so that neither {@code //}, {@code /\} nor {@code /..} can occur; a query
     * may carry percent-encoded letters, but no control characters.
     */
    private static final Pattern LOCAL = Pattern.compile(
            "/|(/[A-Za-z0-9][A-Za-z0-9._~-]*)+(\\?([A-Za-z0-9._~=&+,:-]|%(?![01]|7[Ff])[0-9A-Fa-f]{2})*)?");

    public static final LocalPath HOME = new LocalPath("/");

    public LocalPath {
        if (!isLocal(text)) {
            throw new IllegalArgumentException("not a path of this installation");
        }
    }

    /** Where a browser asked to go, or the front page if it asked for nothing that is ours. */
    public static LocalPath orHome(@Nullable String asked) {
        return asked != null && isLocal(asked) ? new LocalPath(asked) : HOME;
    }

    private static boolean isLocal(String text) {
        return text.length() <= LONGEST && LOCAL.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
