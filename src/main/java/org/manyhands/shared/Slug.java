package org.manyhands.shared;

import java.text.Normalizer;
import java.util.Locale;

/** The part of an address that names a thing: "junior-ballroom". The tables hold the same pattern. */
public final class Slug {

    /** Also what the empty field looks like: the slug is then made from the name. */
    public static final String TYPED = "|[a-z0-9]+(-[a-z0-9]+)*";

    public static final int LONGEST = 60;

    private Slug() {}

    /**
     * What was typed, else one made from the name: accents dropped, anything but letters and digits a hyphen.
     *
     * @throws FormRefusal beside the field "slug", where nothing is left of the name
     */
    public static String orFrom(String typed, String name) {
        var slug = typed.isBlank() ? from(name) : typed;
        if (slug.isEmpty()) {
            throw new FormRefusal("slug", "slug.none-in-name");
        }
        return slug;
    }

    /** The field to blame where the slug is taken: the name, where it was made from that. */
    public static String blamed(String typed) {
        return typed.isBlank() ? "name" : "slug";
    }

    private static String from(String name) {
        var plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }
}
