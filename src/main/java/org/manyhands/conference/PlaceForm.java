package org.manyhands.conference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.Facts;
import org.manyhands.shared.Slug;

/** What an organizer types of a place. */
@NullUnmarked
record PlaceForm(
        @NotBlank(message = "Enter a name") @Size(max = 80, message = "Use at most {max} characters for the name")
        String name,

        @Size(max = 300) String directions,

        @Size(max = Slug.LONGEST) @Pattern(regexp = Slug.TYPED, message = "{slug.form}")
        String slug,

        Integer version) {

    static final PlaceForm EMPTY = new PlaceForm("", "", "", null);

    PlaceForm {
        slug = Objects.requireNonNullElse(slug, "");
        directions = Objects.requireNonNullElse(directions, "");
    }

    static PlaceForm of(Place place) {
        return new PlaceForm(place.name(), place.directions(), place.slug(), place.version());
    }

    String slugOrName() {
        return Slug.orFrom(slug, name);
    }

    /** For the page on which a stale edit comes back. */
    public Map<String, String> inWords() {
        return Facts.of("Name", name, "Name in addresses", slug, "How to find it", directions);
    }
}
