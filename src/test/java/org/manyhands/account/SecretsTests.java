package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and codes. */
class SecretsTests {

    @Test
    void hasAtLeast128RandomBits() {
        var tokens =
                IntStream.range(0, 1000).mapToObj(i -> Token.random().text()).toList();
        assertThat(tokens)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        text -> assertThat(Base64.getUrlDecoder().decode(text)).hasSizeGreaterThanOrEqualTo(16));
    }

    @Test
    void isNotPrintedByAccident() {
        var token = Token.random();
        var code = Code.random();
        assertThat("" + token + code).doesNotContain(token.text()).doesNotContain(code.digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123 456", " 123456 ", "123-456", "1 2 3 4 5 6", "123\u00a0456"})
    void readsACodeHoweverItIsSpaced(String typed) {
        assertThat(Code.typed(typed)).contains(new Code("123456"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "١٢٣٤٥٦"})
    void takesSixDigitsForACodeAndNothingElse(String typed) {
        assertThat(Code.typed(typed)).isEmpty();
    }

    @Test
    void hashesEqualCodesOfTwoRequestsDifferently() {
        var code = new Code("123456");
        assertThat(code.hash(SignInId.next())).isNotEqualTo(code.hash(SignInId.next()));
    }

    @Test
    void keepsTheZerosInFront() {
        assertThat(Stream.generate(Code::random).limit(1000))
                .allMatch(code -> code.digits().matches("[0-9]{6}"));
    }
}
