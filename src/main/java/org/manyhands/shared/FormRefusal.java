package org.manyhands.shared;

import java.util.List;

/** Why what somebody typed cannot be, told beside the field it is about, or at the head of the form for an empty one. */
public class FormRefusal extends RuntimeException {

    private final String field;
    private final String key;
    private final List<Object> args;

    /** @param key of the message, {@code args} go into it */
    public FormRefusal(String field, String key, Object... args) {
        super(key);
        this.field = field;
        this.key = key;
        this.args = List.of(args);
    }

    public String field() {
        return field;
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
