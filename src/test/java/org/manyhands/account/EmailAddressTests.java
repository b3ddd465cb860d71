package org.manyhands.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(strings = {"ida@example.org", " Ida@Example.ORG ", "IDA@EXAMPLE.ORG\n"})
    void isOneHoweverItIsTyped(String typed) {
        assertThat(EmailAddress.of(typed).text()).isEqualTo("ida@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ida.moreau+vols@mail.example.co.uk", "o'brien@example.org", "a@xn--bcher-kva.example"})
    void takesWhatPeopleHave(String typed) {
        assertThat(EmailAddress.of(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ida",
                "ida@localhost",
                "@example.org",
                "ida@example..org",
                "ida@-example.org",
                "ida@example.org, noor@example.org",
                "ida@example.org\r\nBcc: all@example.org",
                "Ida <ida@example.org>",
                "\"ida moreau\"@example.org",
            })
    void refusesWhatIsNoAddressOrMoreThanOne(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of(typed));
    }

    @Test
    void refusesWhatFitsNoEnvelope() {
        var domain = ("x".repeat(60) + ".").repeat(4) + "org";
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of("a".repeat(12) + "@" + domain));
    }

    @Test
    void showsStrangersItsFirstLetterOnly() {
        assertThat(EmailAddress.of("ida@example.org").masked()).isEqualTo("i•••@example.org");
    }
}
