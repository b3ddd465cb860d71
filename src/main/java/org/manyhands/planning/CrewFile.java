package org.manyhands.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedulefile.Entry;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.TimeslotForm;

/** What the entries of a file of crew shifts are as shifts: the title is the role, the room the place. */
record CrewFile(List<Line> lines, List<Wrong> unusable) {

    private static final Pattern PEOPLE = Pattern.compile(
            "(?<!\\d)(\\d{1,3})\\s*(?:people|persons|helpers|angels|volunteers|needed)\\b", Pattern.CASE_INSENSITIVE);

    private static final int MOST_PEOPLE = 500;

    /** As the tables have them. */
    private static final int LONGEST_ROLE = 60;

    private static final int LONGEST_PLACE = 80;

    /** A shift to be, in the words of the file; cut to what fits. */
    record Line(String role, String place, TimeRange during, int people) {

        private Spot spot() {
            return new Spot(plain(role), plain(place), during);
        }

        /** Where the file has a row for each of the people. */
        private Line and(Line other) {
            return new Line(role, place, during, Math.min(people + other.people, MOST_PEOPLE));
        }
    }

    private record Spot(String role, String place, TimeRange during) {}

    static CrewFile of(Collection<Entry> entries, ConferencePage conference) {
        var lines = new LinkedHashMap<Spot, Line>();
        var unusable = new ArrayList<Wrong>();
        for (var entry : entries) {
            var wrong = wrong(entry, conference);
            if (wrong != null) {
                unusable.add(wrong);
            } else {
                entry.rooms().stream()
                        .map(room -> new Line(
                                cut(entry.title(), LONGEST_ROLE),
                                cut(room, LONGEST_PLACE),
                                entry.during().orElseThrow(),
                                people(entry)))
                        .forEach(line -> lines.merge(line.spot(), line, Line::and));
            }
        }
        return new CrewFile(List.copyOf(lines.values()), unusable);
    }

    private static @Nullable Wrong wrong(Entry entry, ConferencePage conference) {
        var during = entry.during();
        if (during.isEmpty()) {
            return Wrong.of("", entry.title(), "crew.no-length");
        } else if (entry.rooms().isEmpty()) {
            return Wrong.of("", entry.title(), "crew.no-room");
        } else if (during.get().length().compareTo(Blocks.LONGEST) > 0) {
            return Wrong.of("", entry.title(), "crew.too-long");
        }
        var start = conference.times().local(during.get().start());
        var end = conference.times().local(during.get().end());
        try {
            new TimeslotForm(start.toLocalDate(), start.toLocalTime(), end.toLocalTime(), "", null).during(conference);
            return null;
        } catch (FormRefusal refusal) {
            return Wrong.of("", entry.title(), refusal);
        }
    }

    /** One where the file does not say how many. */
    private static int people(Entry entry) {
        var said = PEOPLE.matcher(entry.subtitle() + "\n" + entry.text());
        return said.find() ? Math.clamp(Integer.parseInt(said.group(1)), 1, MOST_PEOPLE) : 1;
    }

    private static String cut(String name, int longest) {
        return name.length() > longest ? name.substring(0, longest).strip() : name;
    }

    /** Names that differ in capitals or blanks only are the same. */
    static String plain(String name) {
        return name.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
