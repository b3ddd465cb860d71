package org.manyhands.schedulefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What tells the entries of a file apart, and finds them again in its next version: the id, or where it has none the
 * title. Where that is not unique, with the start and the title; where not even those are, with the rooms and a number.
 */
final class Keys {

    private final Map<String, Long> ids;
    private final Map<String, Long> idsWithStart;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> numbers;

    Keys(List<Draft> drafts) {
        ids = counted(drafts, Keys::id);
        idsWithStart = counted(drafts, Keys::idWithStart);
        numbers = new HashMap<>();
    }

    /** Of an entry that cannot be read, as if it were the only one of its id or title. */
    static String shortest(Spot spot) {
        var id = spot.id().strip();
        var title = PlainText.line(spot.title(), Caps.TITLE);
        return id.isEmpty() && title.isEmpty() ? "" : fitting(id(id, title));
    }

    String next(Draft draft) {
        var key = fitting(shortest(draft));
        while (!given.add(key)) {
            key = fitting(shortest(draft) + " #" + numbers.merge(shortest(draft), 2, (number, two) -> number + 1));
        }
        return key;
    }

    private String shortest(Draft draft) {
        if (ids.getOrDefault(id(draft), 0L) == 1) {
            return id(draft);
        }
        return idsWithStart.getOrDefault(idWithStart(draft), 0L) == 1
                ? idWithStart(draft)
                : idWithStart(draft) + " " + draft.rooms();
    }

    private static String id(Draft draft) {
        return id(draft.id(), draft.title());
    }

    private static String id(String id, String title) {
        return id.isEmpty() ? "title " + title : "id " + id;
    }

    private static String idWithStart(Draft draft) {
        return id(draft) + " " + draft.when().start() + " " + draft.title();
    }

    private static Map<String, Long> counted(List<Draft> drafts, Function<Draft, String> key) {
        return drafts.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    /** A long key, and one with characters that cannot be stored, becomes its hash. */
    private static String fitting(String key) {
        return key.length() <= Caps.KEY && key.equals(PlainText.line(key, Caps.KEY)) ? key : "hash " + hash(key);
    }

    private static String hash(String key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
