package org.manyhands.schedulefile;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row that could not be read.
 *
 * @param where its place in the file: a line, an index or an id
 * @param said what the row says, cut to a line
 * @param because why it could not be read, in a sentence
 * @param key the shortest that the entry could have had; empty where the file names neither an id nor a title
 */
public record Unread(String where, String said, String because, String key) {

    /** What {@link Keys} adds where an id is not unique. */
    private static final Pattern START_AND_TITLE = Pattern.compile(" -?[0-9]{4,}-[0-9]{2}-[0-9]{2}T.*");

    /** Whether the entry of that key is perhaps one of the rows that have these. */
    public static boolean isAmong(Set<String> keys, String key) {
        return keys.contains(key) || keys.contains(START_AND_TITLE.matcher(key).replaceFirst(""));
    }
}
