package org.manyhands.history;

/** Cuts long texts down to where they differ: handbooks are read on their own pages. */
final class Excerpt {

    private static final int LONGEST = 140;
    private static final int BEFORE_THE_DIFFERENCE = 30;

    private Excerpt() {}

    static String of(String text) {
        return from(0, text);
    }

    /** Of a text that is another one now, what it says where they part. */
    static String of(String text, String other) {
        return Math.max(text.length(), other.length()) <= LONGEST
                ? text
                : from(Math.max(0, whereTheyPart(text, other) - BEFORE_THE_DIFFERENCE), text);
    }

    private static int whereTheyPart(String text, String other) {
        var place = 0;
        while (place < text.length() && place < other.length() && text.charAt(place) == other.charAt(place)) {
            place++;
        }
        return place;
    }

    private static String from(int start, String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var from = wholeCharacter(text, Math.min(start, text.length() - BEFORE_THE_DIFFERENCE));
        var to = wholeCharacter(text, Math.min(text.length(), from + LONGEST - BEFORE_THE_DIFFERENCE));
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "") + " (" + text.length()
                + " characters)";
    }

    /** Never between the two halves of a character beyond the basic plane. */
    private static int wholeCharacter(String text, int index) {
        return index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
