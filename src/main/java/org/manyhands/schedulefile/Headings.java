package org.manyhands.schedulefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Which column of a CSV file is what. Where two could be the same the first is it. */
final class Headings {

    private final Map<Heading, Integer> columns = new EnumMap<>(Heading.class);

    Headings(List<String> typed) {
        for (var column = 0; column < Math.min(typed.size(), Caps.NAMES); column++) {
            var at = column;
            Heading.of(PlainText.line(typed.get(column), Caps.NAME))
                    .ifPresent(heading -> columns.putIfAbsent(heading, at));
        }
    }

    int size() {
        return columns.size();
    }

    boolean areEnough() {
        return columns.containsKey(Heading.TITLE)
                && (columns.containsKey(Heading.START) || columns.containsKey(Heading.DATE));
    }

    Row row(CSVRecord record) {
        return heading -> {
            var column = columns.get(heading);
            return column == null || column >= record.size()
                    ? ""
                    : record.get(column).strip();
        };
    }

    /** One line of the file. */
    interface Row {

        /** Empty where there is no such column, or nothing in it. */
        String of(Heading heading);
    }
}
