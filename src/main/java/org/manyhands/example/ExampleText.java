package org.manyhands.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The longer texts of the example conference, written in Markdown. */
final class ExampleText {

    private ExampleText() {}

    static String read(String name) {
        try {
            return new ClassPathResource("example/" + name + ".md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
