package org.manyhands.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void leavesShortTextsAsTheyAre() {
        assertThat(Excerpt.of("Bring the keys.")).isEqualTo("Bring the keys.");
        assertThat(Excerpt.of("", "Bring the keys.")).isEmpty();
    }

    @Test
    void tellsHowLongALongOneIs() {
        assertThat(Excerpt.of("a".repeat(20_000))).hasSizeLessThan(150).endsWith("aaa… (20000 characters)");
    }

    @Test
    void showsWhereTwoPart() {
        var before = "Be kind. ".repeat(100) + "Open the door." + " Be kind.".repeat(100);
        var after = "Be kind. ".repeat(100) + "Close the door." + " Be kind.".repeat(100);
        assertThat(Excerpt.of(before, after))
                .startsWith("…")
                .contains("Open the door.")
                .hasSizeLessThan(150);
        assertThat(Excerpt.of(after, before))
                .startsWith("…")
                .contains("Close the door.")
                .hasSizeLessThan(150);
    }

    @Test
    void showsTheEndOfATextThatOnlyBecameLonger() {
        var before = "Be kind. ".repeat(100);
        assertThat(Excerpt.of(before, before + "Close the door.")).contains("Be kind.");
        assertThat(Excerpt.of(before + "Close the door.", before)).contains("Close the door.");
        assertThat(Excerpt.of("Short.", before)).isEqualTo("Short.");
    }

    @Test
    void cutsNoCharacterInTwo() {
        var waves = "👋".repeat(200);
        assertThat(Excerpt.of("a" + waves)).matches("a(👋)+… \\(401 characters\\)");
        assertThat(Excerpt.of(waves, waves + "b")).matches("…(👋)+ \\(400 characters\\)");
    }
}
