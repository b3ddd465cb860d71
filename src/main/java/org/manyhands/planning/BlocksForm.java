package org.manyhands.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.Role;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.TimeRange;
import org.manyhands.shared.TypedText;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.Need;
import org.manyhands.shift.TimeslotForm;
import org.springframework.util.MultiValueMap;

/** The grid of blocks and roles, as it was typed: texts, so that what cannot be read is kept all the same. */
record BlocksForm(List<Row> rows) {

    /** At once; as many as fit on a page that one can look through. */
    static final int MOST_SHIFTS = 200;

    /** How many people a role needs in a block. */
    record Cell(Role role, boolean taken, String minimum, String wanted, String maximum) {}

    /**
     * A block, and what is to be made of it.
     *
     * @param number tells its fields from those of the other rows
     * @param day when it starts; its end is on the next day where it is not later than its start
     */
    record Row(int number, String place, String day, String from, String to, List<Cell> cells) {

        static Row of(int number, Blocks.Block block, List<Role> roles, LocalTimes times, Set<Drafting.Spot> standing) {
            var start = times.local(block.during().start());
            return new Row(
                    number,
                    block.place().placeId().toString(),
                    start.toLocalDate().toString(),
                    start.toLocalTime().toString(),
                    times.local(block.during().end()).toLocalTime().toString(),
                    roles.stream()
                            .map(role -> new Cell(
                                    role,
                                    !standing.contains(new Drafting.Spot(role.id(), block.place(), block.during())),
                                    "1",
                                    "1",
                                    "1"))
                            .toList());
        }

        boolean isWanted() {
            return cells.stream().anyMatch(Cell::taken);
        }

        /** Empty where it cannot be read. */
        Optional<LocalDate> date() {
            try {
                return Optional.of(read(day, LocalDate::parse, "from", "timeslot.day"));
            } catch (FormRefusal unreadable) {
                return Optional.empty();
            }
        }

        /** @throws FormRefusal beside "from" or "to", where the two are no stretch of time */
        TimeRange during(ConferencePage conference) {
            var form = new TimeslotForm(
                    read(day, LocalDate::parse, "from", "timeslot.day"),
                    read(from, LocalTime::parse, "from", "blocks.from"),
                    read(to, LocalTime::parse, "to", "blocks.to"),
                    "",
                    null);
            return form.during(conference);
        }

        /** Empty where it cannot be read. */
        Optional<TimeRange> readable(ConferencePage conference) {
            try {
                return Optional.of(during(conference));
            } catch (FormRefusal unreadable) {
                return Optional.empty();
            }
        }
    }

    private static <T> T read(String typed, Function<String, T> parse, String field, String key) {
        try {
            return parse.apply(typed);
        } catch (DateTimeParseException e) {
            throw new FormRefusal(field, key);
        }
    }

    /** Rows beyond those that a page has are not looked for. */
    static BlocksForm typed(MultiValueMap<String, String> typed, List<Role> roles) {
        return new BlocksForm(IntStream.range(0, MOST_SHIFTS)
                .filter(number -> typed.containsKey("place-" + number))
                .mapToObj(number -> row(typed, number, roles))
                .toList());
    }

    private static Row row(MultiValueMap<String, String> typed, int number, List<Role> roles) {
        Function<String, String> field =
                name -> TypedText.clean(Objects.requireNonNullElse(typed.getFirst(name + "-" + number), ""));
        var cells = new ArrayList<Cell>();
        for (var role : roles) {
            var of = role.slug() + "-" + number;
            Function<String, String> cell =
                    name -> TypedText.clean(Objects.requireNonNullElse(typed.getFirst(name + "-" + of), ""));
            cells.add(new Cell(
                    role,
                    typed.containsKey("take-" + of),
                    cell.apply("minimum"),
                    cell.apply("wanted"),
                    cell.apply("maximum")));
        }
        return new Row(number, field.apply("place"), field.apply("day"), field.apply("from"), field.apply("to"), cells);
    }

    /** @throws FormRefusal beside one of the three numbers */
    static Need need(Cell cell) {
        return Need.typed(
                number(cell.minimum(), "minimum", 0, 500),
                number(cell.wanted(), "wanted", 1, 500),
                cell.maximum().isEmpty() ? null : number(cell.maximum(), "maximum", 1, 1000));
    }

    private static int number(String typed, String field, int least, int most) {
        if (!typed.matches("\\d{1,4}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > most) {
            throw new FormRefusal(field, "blocks.number", least, most);
        }
        return Integer.parseInt(typed);
    }

    long shifts() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(Cell::taken)
                .count();
    }
}
