package org.manyhands.mail;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may go into a letter. A {@link URI} is a link. Anything else that reads like an address was typed by somebody
 * ("Win at evil.example" as a name) and is broken by zero-width spaces, because mail programs make links of whatever
 * looks like one; only e-mail addresses stay whole, since people copy them. Lists, maps and records are walked through.
 */
final class LetterValue {

    private static final String ZERO_WIDTH_SPACE = "\u200B";
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    /** After the colon of "https://", and after a dot that a top-level domain may follow. */
    private static final Pattern MAKES_A_LINK =
            Pattern.compile("(?<=[\\p{L}\\p{N}]:)(?=//)|(?<=[\\p{L}\\p{N}-]\\.)(?=\\p{L}{2})");

    private static final Pattern WORD = Pattern.compile("\\S+");

    private LetterValue() {}

    static @Nullable Object harmless(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean yesOrNo -> yesOrNo;
            case Number number -> number;
            case URI link -> link(link);
            case Collection<?> several ->
                several.stream().map(LetterValue::harmless).toList();
            case Map<?, ?> named -> {
                var harmless = new HashMap<Object, @Nullable Object>();
                named.forEach((name, each) -> harmless.put(name, harmless(each)));
                yield harmless;
            }
            case Record parts -> {
                var harmless = new HashMap<String, @Nullable Object>();
                Arrays.stream(parts.getClass().getRecordComponents())
                        .forEach(part -> harmless.put(part.getName(), harmless(valueOf(part, parts))));
                yield harmless;
            }
            default -> text(value.toString());
        };
    }

    private static String link(URI link) {
        return switch (link.getScheme()) {
            case "https", "http", "mailto", "tel" -> link.toString();
            case null, default -> text(link.toString().replace(":", ZERO_WIDTH_SPACE + ":"));
        };
    }

    private static String text(String typed) {
        var printable = CONTROL.matcher(typed).replaceAll("");
        return WORD.matcher(printable).replaceAll(word -> Matcher.quoteReplacement(unlinked(word.group())));
    }

    private static String unlinked(String word) {
        return EMAIL_ADDRESS.matcher(word).matches()
                ? word
                : MAKES_A_LINK.matcher(word).replaceAll(ZERO_WIDTH_SPACE);
    }

    private static @Nullable Object valueOf(RecordComponent part, Record whole) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(whole.getClass() + " cannot be read", e);
        }
    }
}
