package org.manyhands.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTests {

    @ParameterizedTest
    @CsvSource({
        "Ida Moreau, Ida M.",
        "Ida, Ida",
        "Ana María López, Ana María L.",
        "'  Ida   Moreau ', Ida M.",
        "李 伟, 李 伟.",
        "Zo 𝒜lpha, Zo 𝒜.",
    })
    void isShownInShort(String whole, String inShort) {
        assertThat(new Name(whole).inShort()).isEqualTo(inShort);
    }

    @ParameterizedTest
    @CsvSource({
        "Ida Moreau, ida",
        "Ida Moreau, mor",
        "Ida Moreau, ida m",
        "Lucía Ferrer, luci",
        "Lucía Ferrer, lucí",
        "Seo Jae-won, won",
        "Seo Jae-won, jae-w",
        "Sean O’Brien, o'bri",
        "Sean O’Brien, obri",
    })
    void isFoundByTheBeginningOfAWord(String whole, String typed) {
        assertThat(new Name(whole).startsLike(typed, 3)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ida Moreau, id", "Ida Moreau, oreau", "Ida Moreau, 'm'", "Bo Li, bo"})
    void isNotFoundByLess(String whole, String typed) {
        assertThat(new Name(whole).startsLike(typed, 3)).isFalse();
    }

    @Test
    void isFoundWholeWhereItIsShort() {
        assertThat(new Name("李伟").startsLike("李伟", 3)).isTrue();
        assertThat(new Name("Bo Li").startsLike("bo li", 3)).isTrue();
    }
}
