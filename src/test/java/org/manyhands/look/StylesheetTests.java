package org.manyhands.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesheetTests {

    private static final String CSS = read();
    private static final Map<String, String[]> TOKENS = tokens();

    /** WCAG 2.2: 4.5 for text (1.4.3), 3 for the edges of controls, their marks and the focus ring (1.4.11). */
    @ParameterizedTest(name = "{0} on {1}: at least {2}")
    @CsvSource({
        "ink, paper, 4.5",
        "ink, card, 4.5",
        "soft, paper, 4.5",
        "soft, card, 4.5",
        "brand, paper, 4.5",
        "brand, card, 4.5",
        "brand, fits, 4.5",
        "on-brand, brand, 4.5",
        "on-need, need, 4.5",
        "on-fits, fits, 4.5",
        "on-short, short, 4.5",
        "on-short, paper, 4.5",
        "on-short, card, 4.5",
        "quiet, card, 4.5",
        "quiet, paper, 4.5",
        "people, card, 4.5",
        "people, paper, 4.5",
        "between, card, 4.5",
        "between, paper, 4.5",
        "edge, paper, 3",
        "edge, card, 3",
        "focus, paper, 3",
        "focus, card, 3",
        "focus, need, 3",
        "focus, fits, 3",
        "focus, short, 3",
    })
    void isReadableInLightAndDark(String front, String back, double atLeast) {
        for (var theme : new int[] {0, 1}) {
            assertThat(contrast(TOKENS.get(front)[theme], TOKENS.get(back)[theme]))
                    .as(theme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(atLeast);
        }
    }

    @Test
    void isSmall() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(CSS.getBytes(UTF_8));
        }
        assertThat(packed.size()).isLessThan(12 * 1024);
    }

    @Test
    void fetchesNothingElse() {
        assertThat(CSS).doesNotContain("url(", "@import", "@font-face", "!important", "box-shadow");
    }

    @Test
    void namesColoursOnlyInItsTokens() {
        var tokens = CSS.indexOf("@layer tokens {");
        var base = CSS.indexOf("@layer base {");
        var print = CSS.indexOf("@layer print {");
        assertThat(CSS.substring(0, tokens) + CSS.substring(base, print)).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String hex) {
        var digits = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
        var rgb = Integer.parseInt(digits.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String[]> tokens() {
        var tokens = new HashMap<String, String[]>();
        Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\\);")
                .matcher(CSS)
                .results()
                .forEach(token -> tokens.put(token.group(1), new String[] {token.group(2), token.group(3)}));
        return tokens;
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/main/resources/static/assets/app.css"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
