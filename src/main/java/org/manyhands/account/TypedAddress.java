package org.manyhands.account;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads the e-mail addresses that people type, in every form. Who typed none is asked for one, not told that it is wrong. */
@ControllerAdvice
class TypedAddress {

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(EmailAddress.class, new Reader());
    }

    private static final class Reader extends PropertyEditorSupport {

        @Override
        public void setAsText(@Nullable String typed) {
            setValue(typed == null || typed.isBlank() ? null : EmailAddress.of(typed));
        }

        @Override
        public String getAsText() {
            return getValue() == null ? "" : getValue().toString();
        }
    }
}
