package org.manyhands.planning;

import java.util.List;
import org.manyhands.shared.FormRefusal;

/**
 * What is wrong with a field of a form that is too large for a record of its own.
 *
 * @param field its id on the page
 * @param where it is, in words; empty where the message says it
 */
record Wrong(String field, String where, String key, List<Object> args) {

    static Wrong of(String field, String where, String key, Object... args) {
        return new Wrong(field, where, key, List.of(args));
    }

    static Wrong of(String field, String where, FormRefusal refusal) {
        return new Wrong(field, where, refusal.key(), refusal.args());
    }
}
