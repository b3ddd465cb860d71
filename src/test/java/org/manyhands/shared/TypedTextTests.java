package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of what somebody typed. */
class TypedTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t",
                "\u00a0",
                "\u3000",
                "\u200b",
                "\u200b\u200d\ufeff",
                "\u202e",
                "\u2066\u2069",
                "\u00ad",
                "\u0000\u0007",
                "\r\n\n",
                "\u2028"
            })
    void isNothingWhereNothingCanBeSeen(String typed) {
        assertThat(TypedText.clean(typed)).isEmpty();
    }

    @Test
    void losesWhatTurnsTheDirectionOfATextOrHidesInIt() {
        assertThat(TypedText.clean("\u00a0Ida\u202e \u200bMor\u00adeau\u2069 ")).isEqualTo("Ida Moreau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"می‌خواهم", "क्‍ष", "👩‍🚀", "Zoë Ó Briain", "李小龍", "🏳️‍🌈", "a\u0301"})
    void keepsEveryScriptAndEveryEmojiAsItIs(String typed) {
        assertThat(TypedText.clean(typed)).isEqualTo(typed);
    }

    @Test
    void endsEachLineWithOneCharacter() {
        assertThat(TypedText.clean("Up\r\nthe\rstairs\u2028left\n\n")).isEqualTo("Up\nthe\nstairs\nleft");
    }
}
