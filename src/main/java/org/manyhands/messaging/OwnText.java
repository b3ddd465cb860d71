package org.manyhands.messaging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.manyhands.messaging.Placeholder.Form;
import org.manyhands.shared.FormRefusal;

/**
 * How a conference words a mail: one line of subject, and paragraphs with an empty line between them. What stands in
 * braces is a {@link Placeholder}.
 */
record OwnText(String subject, String body) {

    static final int LONGEST_SUBJECT = 150;
    static final int LONGEST_BODY = 5000;

    private static final Pattern NAMED = Pattern.compile("\\{\\h*([\\p{L}][\\p{L}\\p{N}_-]*)\\h*}");

    /** A stretch of a line; what was typed where it is no placeholder. */
    record Piece(String typed, Optional<Placeholder> placeholder) {}

    static List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        var found = NAMED.matcher(line);
        var end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(line.substring(end, found.start()), Optional.empty()));
            }
            pieces.add(new Piece(found.group(), Placeholder.of(found.group(1))));
            end = found.end();
        }
        if (end < line.length()) {
            pieces.add(new Piece(line.substring(end), Optional.empty()));
        }
        return pieces;
    }

    /** @throws FormRefusal where it names what is not filled in in mails of that kind, or not at that spot */
    OwnText checked(MailKind kind) {
        var known = Editable.placeholders(kind);
        refuseUnknown("subject", subject, known);
        refuseUnknown("body", body, known);
        subject.lines()
                .flatMap(line -> pieces(line).stream())
                .flatMap(piece -> piece.placeholder().stream())
                .filter(each -> each.form() != Form.WORDS)
                .findFirst()
                .ifPresent(each -> {
                    throw new FormRefusal("subject", "mail-text.not-in-subject", each.typed());
                });
        body.lines().forEach(OwnText::refuseBlockBesideWords);
        return this;
    }

    private static void refuseUnknown(String field, String text, Set<Placeholder> known) {
        var unknown = NAMED.matcher(text)
                .results()
                .filter(found ->
                        Placeholder.of(found.group(1)).filter(known::contains).isEmpty())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!unknown.isEmpty()) {
            throw new FormRefusal(field, "mail-text.unknown", String.join(", ", unknown), unknown.size());
        }
    }

    private static void refuseBlockBesideWords(String line) {
        var pieces = pieces(line.strip());
        if (pieces.size() > 1) {
            pieces.stream()
                    .flatMap(piece -> piece.placeholder().stream())
                    .filter(each -> each.form() == Form.BLOCK)
                    .findFirst()
                    .ifPresent(each -> {
                        throw new FormRefusal("body", "mail-text.alone", each.typed());
                    });
        }
    }

    /** Its paragraphs, each as its lines. */
    List<List<String>> paragraphs() {
        return Pattern.compile("\\n\\h*(?:\\n\\h*)+")
                .splitAsStream(body.strip())
                .map(paragraph -> paragraph.lines().map(String::strip).toList())
                .toList();
    }
}
