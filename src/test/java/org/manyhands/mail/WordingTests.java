package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u0000", "\u2028", "\u0085", "\t\u000b"})
    void keepsTheSubjectOnOneLine(String breaks) {
        var wording = new Wording("You're in" + breaks + "Bcc: everybody@example.org", "", null);

        assertThat(wording.subject()).isEqualTo("You're in Bcc: everybody@example.org");
    }

    @Test
    void cutsALongSubjectBetweenCharacters() {
        var wording = new Wording("🎪".repeat(400), "", null);

        assertThat(wording.subject()).isEqualTo("🎪".repeat(149) + "…");
    }
}
