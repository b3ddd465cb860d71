package org.manyhands.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The files of the example conference: its longer texts, written in Markdown, and its schedule. */
final class ExampleText {

    private ExampleText() {}

    static String read(String name) {
        return file(name + ".md");
    }

    static String file(String name) {
        try {
            return new ClassPathResource("example/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
