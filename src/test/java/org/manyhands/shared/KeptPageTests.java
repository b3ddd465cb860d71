package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptPageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                  | gzip",
                "deflate, gzip;q=0.5   | gzip",
                "gzip;q=0.01, identity | gzip",
                "gzip;q=0              |",
                "gzip; q=0.0, br       |",
                "br                    |",
            })
    void isCompressedWhereThatIsAccepted(String accepted, @Nullable String encoding) throws IOException {
        var page = KeptPage.of("a page".getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8", Locale.ENGLISH);
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept-Encoding", accepted);
        var response = new MockHttpServletResponse();
        page.answer(request, response);
        assertThat(response.getHeader("Content-Encoding")).isEqualTo(encoding);
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        var content = new ByteArrayInputStream(response.getContentAsByteArray());
        var plain = encoding == null ? content : new GZIPInputStream(content);
        assertThat(plain.readAllBytes()).asString().isEqualTo("a page");
    }
}
