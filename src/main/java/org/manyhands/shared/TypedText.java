package org.manyhands.shared;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Cleans what people type, in every form: no blanks around it, line ends as one character (browsers send two, which
 * would count twice), and no control characters, which PostgreSQL's text cannot hold all.
 */
@ControllerAdvice
class TypedText {

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

    static String clean(String typed) {
        return typed.replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .strip();
    }
}
