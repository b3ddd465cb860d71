package org.manyhands.messaging;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.mail.LetterTemplates;
import org.manyhands.mail.Wording;
import org.manyhands.messaging.OwnText.Piece;
import org.manyhands.messaging.Placeholder.Form;
import org.springframework.stereotype.Component;

/**
 * Words a mail as a conference wants it: each placeholder is filled in once, and what comes in is text like any other, so
 * nobody's name or note is read as a placeholder or as a template. A line with a placeholder for which there is nothing
 * to say is left out.
 */
@Component
class OwnWording {

    private static final String TEMPLATE = "own";

    private final LetterTemplates templates;

    OwnWording(LetterTemplates templates) {
        this.templates = templates;
    }

    /** @param block the name of a part that the template has; null for lines */
    private record Paragraph(@Nullable String block, List<Line> lines, boolean isButton) {}

    private record Line(List<Part> parts) {}

    /** @param link where its words lead; null for words alone */
    private record Part(String words, @Nullable URI link) {}

    Wording word(OwnText text, Map<String, ? extends @Nullable Object> facts) {
        var values = new HashMap<String, @Nullable Object>(facts);
        if (values.get("shifts") == null) {
            values.put("shifts", List.of(new HashMap<>(facts)));
        }
        values.put(
                "subject",
                OwnText.pieces(text.subject()).stream()
                        .map(piece -> words(piece, facts))
                        .collect(joining()));
        values.put("paragraphs", paragraphs(text, facts));
        return templates.word(TEMPLATE, values);
    }

    private static String words(Piece piece, Map<String, ? extends @Nullable Object> facts) {
        return piece.placeholder()
                .map(each -> facts.get(each.fact()))
                .map(Object::toString)
                .orElse(piece.placeholder().isPresent() ? "" : piece.typed());
    }

    private static List<Paragraph> paragraphs(OwnText text, Map<String, ? extends @Nullable Object> facts) {
        var paragraphs = new ArrayList<Paragraph>();
        for (var typed : text.paragraphs()) {
            var lines = new ArrayList<Line>();
            for (var line : typed) {
                var pieces = OwnText.pieces(line);
                var block = block(pieces);
                if (block != null) {
                    add(lines, paragraphs);
                    paragraphs.add(new Paragraph(block, List.of(), false));
                } else if (pieces.stream().allMatch(piece -> isThere(piece, facts))) {
                    lines.add(new Line(
                            pieces.stream().map(piece -> part(piece, facts)).toList()));
                }
            }
            add(lines, paragraphs);
        }
        return paragraphs;
    }

    private static void add(List<Line> lines, List<Paragraph> paragraphs) {
        if (!lines.isEmpty()) {
            var parts = lines.getFirst().parts();
            var button =
                    lines.size() == 1 && parts.size() == 1 && parts.getFirst().link() != null;
            paragraphs.add(new Paragraph(null, List.copyOf(lines), button));
            lines.clear();
        }
    }

    private static @Nullable String block(List<Piece> pieces) {
        return pieces.size() != 1
                ? null
                : pieces.getFirst()
                        .placeholder()
                        .filter(each -> each.form() == Form.BLOCK)
                        .map(each -> each == Placeholder.SHIFT ? Placeholder.SHIFTS.fact() : each.fact())
                        .orElse(null);
    }

    private static boolean isThere(Piece piece, Map<String, ? extends @Nullable Object> facts) {
        return piece.placeholder().map(each -> facts.get(each.fact()) != null).orElse(true);
    }

    private static Part part(Piece piece, Map<String, ? extends @Nullable Object> facts) {
        var placeholder = piece.placeholder();
        if (placeholder.isEmpty()) {
            return new Part(piece.typed(), null);
        }
        return facts.get(placeholder.get().fact()) instanceof URI link
                ? new Part(placeholder.get().words(), link)
                : new Part(words(piece, facts), null);
    }
}
