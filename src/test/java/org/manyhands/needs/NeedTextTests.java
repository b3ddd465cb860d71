package org.manyhands.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.Need;

class NeedTextTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "none",
            value = {
                "2, 2, 2, 2",
                "1-2, 1, 2, 2",
                "0-1, 0, 1, 1",
                "1-2-4, 1, 2, 4",
                "2-2-4, 2, 2, 4",
                "2-, 2, 2, none",
                "1-3-, 1, 3, none",
                "0-3-, 0, 3, none",
                "500-500-1000, 500, 500, 1000",
            })
    void saysWhatItReads(String text, int minimum, int wanted, Integer maximum) {
        var need = new Need(minimum, wanted, maximum);
        assertThat(new NeedText(text).need()).contains(need);
        assertThat(NeedText.of(need).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1 – 2 –  4, 1-2-4", "1—3—, 1-3-", "1−2, 1-2", "02, 2", "2-2, 2", "1-2-2, 1-2"})
    void takesWhatPhonesAndSpreadsheetsMakeOfIt(String text, String plain) {
        assertThat(new NeedText(text).says(plain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    void takesNothingForNoShift(String text) {
        assertThat(new NeedText(text).need()).isEmpty();
        assertThat(new NeedText(text).says("")).isTrue();
        assertThat(NeedText.of(null).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "-", "-2", "1-2-4-", "1-2-3-4", "1.5", "2x", "12345", "1--2", "２", "<b>", "1-2\n3"})
    void refusesWhatIsNoNumbers(String text) {
        assertRefused(text, "needs.unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "2-1, needs.falling",
        "1-3-2, needs.falling",
        "501, needs.out-of-range",
        "1-2-1001, needs.out-of-range",
        "0-0, needs.out-of-range",
        "0-, needs.out-of-range"
    })
    void refusesNumbersThatCannotBe(String text, String why) {
        assertRefused(text, why);
    }

    @Test
    void saysNothingWhereItCannotBeRead() {
        assertThat(new NeedText("two").says("")).isFalse();
    }

    private static void assertRefused(String text, String why) {
        assertThatExceptionOfType(FormRefusal.class)
                .isThrownBy(() -> new NeedText(text).need())
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(why));
    }
}
