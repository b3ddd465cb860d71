package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/djangocon-us/me",
                "/djangocon-us/shifts?day=2026-10-19&setting=quiet",
                "/djangocon-us/organize/volunteers?q=J%C3%BCrgen",
                "/djangocon-us/shifts/01997a3c-7b0a-7000-8000-000000000001",
            })
    void keepsAPathOfOurOwn(String asked) {
        assertThat(LocalPath.orHome(asked).text()).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "me",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https:evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/%0d%0aSet-Cookie:x=y",
                "/me?next=%0d%0aSet-Cookie:x=y",
                "/me\r\nLocation: https://evil.example",
                "/%2f%2fevil.example",
                "/%5cevil.example",
                "/../..//evil.example",
                "/x/..//evil.example",
                "/.//evil.example",
                "/\t/evil.example",
                "/@evil.example",
                "http://localhost@evil.example",
                "/me#//evil.example",
                "/{me}",
            })
    void goesHomeRatherThanWhereSomebodyElseWantsIt(String asked) {
        assertThat(LocalPath.orHome(asked)).isEqualTo(LocalPath.HOME);
    }

    @Test
    void goesHomeRatherThanFarAway() {
        assertThat(LocalPath.orHome("/" + "a".repeat(600))).isEqualTo(LocalPath.HOME);
    }
}
