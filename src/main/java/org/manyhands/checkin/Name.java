package org.manyhands.checkin;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A volunteer's name, and as much of it as strangers may read. */
record Name(String whole) {

    /**
     * Whether a word of it begins like that; the whole of a name that is shorter than these letters does, too.
     *
     * @param letters how many it takes at least
     */
    boolean startsLike(String typed, int letters) {
        var name = plain(whole);
        var sought = plain(typed);
        return sought.codePointCount(0, sought.length()) >= letters
                ? (" " + name).contains(" " + sought)
                : name.equals(sought);
    }

    /** Without accents and apostrophes, which few type, and with each part of a double name a word. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}'’]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]+", " ")
                .strip();
    }

    /** "Ida M." of "Ida Moreau"; a name of one word as it is. */
    public String inShort() {
        var words = whole.strip().split("\\s+");
        if (words.length == 1) {
            return words[0];
        }
        var first = Arrays.stream(words, 0, words.length - 1).collect(Collectors.joining(" "));
        var last = words[words.length - 1];
        return first + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
    }
}
