package org.manyhands.shared;

import static java.util.Comparator.comparingInt;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.thymeleaf.spring6.util.DetailedError;

/** The order in which a form's fields stand on its page, which is that of its record's components. */
public record FieldOrder(List<String> fields) {

    /** The name under which the page with the errors finds it. */
    static final String NAME = "fieldOrder";

    static FieldOrder of(Class<?> form) {
        return new FieldOrder(names(form, "").toList());
    }

    private static Stream<String> names(Class<?> form, String prefix) {
        return Stream.of(form.getRecordComponents()).flatMap(field -> names(field, prefix));
    }

    private static Stream<String> names(RecordComponent field, String prefix) {
        var name = prefix + field.getName();
        var parts = field.getType().isRecord() ? names(field.getType(), name + ".") : Stream.<String>empty();
        return Stream.concat(Stream.of(name), parts);
    }

    /** Of a form that two records take. */
    FieldOrder then(FieldOrder more) {
        return new FieldOrder(
                Stream.concat(fields.stream(), more.fields.stream()).toList());
    }

    /** What is wrong with the form as a whole comes first. */
    public List<DetailedError> sorted(List<DetailedError> errors) {
        return errors.stream()
                .sorted(comparingInt(error -> fields.indexOf(error.getFieldName())))
                .toList();
    }
}
