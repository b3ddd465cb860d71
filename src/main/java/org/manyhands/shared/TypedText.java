package org.manyhands.shared;

import java.beans.PropertyEditorSupport;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Cleans what people type, in every form: no blanks around it, line ends as one character (browsers send two, which
 * would count twice), and none of the characters that cannot be seen but can deceive: Unicode's control and format
 * characters (UAX 44), those included that turn the direction of a text.
 */
@ControllerAdvice
public class TypedText {

    /** Not the two joiners: Persian and Hindi words and many an emoji are written with them. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t\\x{200C}\\x{200D}]]");

    /** The look behind keeps a long run of blanks from being tried from each of them. */
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|(?<![\\s\\p{Z}\\p{Cf}])[\\s\\p{Z}\\p{Cf}]+$");

    private static final int LONGEST_FILE_NAME = 200;

    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new Cleaner());
    }

    private static final class Cleaner extends PropertyEditorSupport {

        @Override
        public void setAsText(@Nullable String typed) {
            setValue(typed == null ? null : clean(typed));
        }
    }

    /** What somebody's machine calls a file that they bring, as far as it can be shown. */
    public static String fileName(@Nullable String sent) {
        var name = clean(Objects.requireNonNullElse(sent, ""));
        var shown = name.length() > LONGEST_FILE_NAME ? name.substring(0, LONGEST_FILE_NAME) : name;
        return shown.isEmpty() ? "a file without a name" : shown;
    }

    public static String clean(String typed) {
        var text = typed.replaceAll("\\r\\n?|[\\x{2028}\\x{2029}]", "\n");
        return AROUND.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("");
    }
}
