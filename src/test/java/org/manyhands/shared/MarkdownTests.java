package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTests {

    @Test
    void putsItsHeadingsBelowThoseOfThePage() {
        assertThat(Markdown.toHtml("# Before\n## Bags\n###### Small print"))
                .isEqualTo("<h3>Before</h3>\n<h4>Bags</h4>\n<h6>Small print</h6>\n");
        assertThat(Markdown.toHtml("## Before\n### Bags")).isEqualTo("<h3>Before</h3>\n<h4>Bags</h4>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see [the **map**](javascript:alert(1)) | see the <strong>map</strong>",
                "see [the map]()                        | see the map",
                "![the map](javascript:alert(1))        | the map",
            })
    void leavesOnlyTheWordsOfALinkThatLeadsNowhere(String typed, String shown) {
        assertThat(Markdown.toHtml(typed)).isEqualTo("<p>" + shown + "</p>\n");
    }

    @Test
    void keepsOtherLinks() {
        assertThat(Markdown.toHtml("[map](https://example.org) [mail](mailto:a@example.org)"))
                .contains("href=\"https://example.org\"", "href=\"mailto:a@example.org\"");
    }
}
