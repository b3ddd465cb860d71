package org.manyhands.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyhands.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class FieldsTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"", "day=never&name=&wanted=many", "name=Ida&roles=emcee&roles=desk&setting=QUIET"})
    void pointOnlyAtWhatIsThere(String typed) throws Exception {
        var page = typed.isEmpty() ? page() : sent(typed);
        var ids = all(page, "\\sid=\"([^\"]*)\"");
        assertThat(ids).doesNotHaveDuplicates().contains("name", "setting", "setting-2", "roles", "roles-2", "agreed");
        assertThat(all(page, "\\sfor=\"([^\"]*)\"")).isSubsetOf(ids);
        assertThat(all(page, "aria-describedby=\"([^\"]*)\""))
                .allSatisfy(told -> assertThat(told.split(" ")).isSubsetOf(ids));
        assertThat(all(page.substring(page.indexOf("There is a problem") + 1), "<li>\\s*<a href=\"#([^\"]*)\""))
                .isSubsetOf(ids);
    }

    @Test
    void tellEverythingThatIsWrongAtOnceAndKeepWhatWasTyped() throws Exception {
        var page = sent("name=&email=ida@&wanted=many&note=" + "x".repeat(301)
                + "&roles=desk&setting=BETWEEN&code=12&pronouns=they&_agreed=on");
        assertThat(page)
                .contains("There is a problem")
                .contains("<a href=\"#name\">Enter your name</a>")
                .contains("<a href=\"#email\">E-mail: Enter an e-mail address, such as ida@example.org</a>")
                .contains("Enter a whole number, such as 4", "Use at most 300 characters", "Tick this to go on")
                .contains("Enter the six digits from the mail")
                .doesNotContain("java.lang", "Failed to convert");
        assertThat(page).contains("value=\"many\"", "value=\"ida@\"", "value=\"they\"", "x".repeat(301));
        assertThat(page).containsPattern("id=\"setting-2\"[^>]*checked").containsPattern("value=\"desk\"[^>]*checked");
        assertThat(page)
                .containsPattern("aria-invalid=\"true\" aria-describedby=\"name-hint name-error\"[^>]* id=\"name\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day=19 October    | Enter a date, such as 2026-10-19",
                "from=early        | Enter a time, such as 08:30",
                "wanted=4000000000 | Enter a whole number, such as 4",
                "wanted=501        | Enter 500 or less",
                "wanted=0          | Enter 1 or more",
                "setting=LOUD      | This could not be read. Check it and try again"
            })
    void sayWhatWouldDo(String typed, String told) throws Exception {
        assertThat(sent(typed)).contains(told);
    }

    @Test
    void showWhatIsStoredWhereAnEditIsStale() {
        assertThat(mvc.get().uri("/styleguide/stale"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this meanwhile", "<dt>People wanted</dt><dd>3</dd>");
    }

    private String page() throws Exception {
        return mvc.get().uri("/styleguide").exchange().getResponse().getContentAsString();
    }

    private String sent(String typed) throws Exception {
        var request = mvc.post().uri("/styleguide").with(csrf());
        for (var field : typed.split("&")) {
            var parts = field.split("=", 2);
            request.param(parts[0], parts[1]);
        }
        var answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
