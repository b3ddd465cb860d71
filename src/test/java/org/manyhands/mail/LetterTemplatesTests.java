package org.manyhands.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@MailTest
class LetterTemplatesTests {

    @Autowired
    LetterTemplates templates;

    record Shift(String place, int places) {}

    private Wording with(String typed) {
        return templates.word(
                "try-out",
                Map.of(
                        "name",
                        typed,
                        "role",
                        "Registration desk",
                        "conference",
                        "DjangoCon US 2023",
                        "shifts",
                        List.of(new Shift("Junior Ballroom", 3), new Shift(typed, 1)),
                        "link",
                        URI.create("http://localhost:8080/djangocon-us-2023/me?a=1&b=2")));
    }

    @Test
    void wordsSubjectTextAndHtml() {
        var wording = with("Robin");

        assertThat(wording.subject()).isEqualTo("You're in: Registration desk");
        assertThat(wording.text()).isEqualTo("""
                Hello Robin,

                you're in: Registration desk
                - Junior Ballroom, 3 places
                - Robin, 1 places

                Your shifts: http://localhost:8080/djangocon-us-2023/me?a=1&b=2

                --\s
                DjangoCon US 2023 · Many Hands, the volunteer sign-up: http://localhost:8080/
                """);
        assertThat(wording.html())
                .startsWith("<!DOCTYPE html>")
                .contains("<title>You&#39;re in: Registration desk</title>", "Hello Robin,", ">3 places<")
                .contains("href=\"http://localhost:8080/djangocon-us-2023/me?a=1&amp;b=2\"")
                .doesNotContain(" th:", "xmlns", "<!--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${7*7}",
                "__${7*7}__",
                "[[${7*7}]]",
                "[(${7*7})]",
                "*{7*7}",
                "#{mail}",
                "{{7*7}}",
                "{name}",
                "$1 \\1 \\",
                "@{/sign-out}",
                "~{mail/layout}",
                "[# th:if=\"${true}\"]49[/]",
                "<b th:text=\"${7*7}\">49</b>"
            })
    void neverEvaluatesWhatSomebodyTyped(String typed) {
        var wording = with(typed);

        assertThat(wording.text()).contains("Hello " + typed + ",", "- " + typed + ", 1 places");
        assertThat(wording.html()).contains("Hello " + escaped(typed) + ",", ">" + escaped(typed) + "</th>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "Tom & 'Jerry' <3"})
    void escapesWhatSomebodyTypedInHtmlAndLeavesItAloneInText(String typed) {
        var wording = with(typed);

        assertThat(wording.text()).contains("Hello " + typed + ",");
        assertThat(wording.html()).contains("Hello " + escaped(typed) + ",").doesNotContain(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x",
                "Win at www.evil.example",
                "evil.com",
                "HTTP://127.0.0.1/",
                "a.b@evil.com/x"
            })
    void makesNoLinkOfWhatSomebodyTyped(String typed) {
        var wording = with(typed);

        assertThat(List.of(wording.text(), wording.html()))
                .allSatisfy(body -> assertThat(body).doesNotContain(typed))
                .allSatisfy(body -> assertThat(body.replace("\u200B", "")).contains(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk@example.org",
                "+1 919 555 0100",
                "St. Mary's",
                "J. R. Smith",
                "3.5 hours",
                "8:00",
                "Ana-María 🎪"
            })
    void leavesAloneWhatIsNoLink(String typed) {
        assertThat(with(typed).text()).contains("Hello " + typed + ",");
    }

    @Test
    void linksOnlyWhereALinkCanLead() {
        var wording = templates.word("try-out", Map.of("link", URI.create("javascript:alert(1)")));

        assertThat(wording.html()).doesNotContain("javascript:");
    }

    @Test
    void keepsTheEscapingOfEveryTemplateRight() throws IOException {
        for (var template : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/mail/*")) {
            var isText = String.valueOf(template.getFilename()).endsWith(".txt");
            // [[…]] escapes for HTML, [(…)] and th:utext do not
            var wrong = isText ? List.of("[[", "th:text") : List.of("[(", "th:utext");
            assertThat(template.getContentAsString(StandardCharsets.UTF_8))
                    .as(template.getDescription())
                    .doesNotContain(wrong);
        }
    }

    private static String escaped(String typed) {
        return typed.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
