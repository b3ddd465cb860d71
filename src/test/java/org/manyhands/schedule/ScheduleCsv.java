package org.manyhands.schedule;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.manyhands.conference.Conference;

/** A schedule file as tests write it, of the first day of a conference. */
public final class ScheduleCsv {

    private final LocalDate day;
    private final List<String> lines = new ArrayList<>(List.of("id,title,date,start,end,room,speakers,type"));

    private ScheduleCsv(Conference conference) {
        day = conference.firstDay();
    }

    public static ScheduleCsv of(Conference conference) {
        return new ScheduleCsv(conference);
    }

    /** Its title is its id. */
    public ScheduleCsv talk(String id, String from, String to, String room) {
        return row(id, id, from, to, room, "Ada", "talk");
    }

    public ScheduleCsv row(String id, String title, String from, String to, String room, String speakers, String type) {
        lines.add(String.join(",", id, title, day.toString(), from, to, room, speakers, type));
        return this;
    }

    /** Ten rooms with talks one after the other. */
    public ScheduleCsv talks(int number) {
        IntStream.range(0, number)
                .forEach(i -> talk(
                        "talk-" + i,
                        "%02d:%02d".formatted(8 + i / 60 % 10, i % 60),
                        "%02d:%02d".formatted(9 + i / 60 % 10, i % 60),
                        "Room " + i % 10));
        return this;
    }

    public ScheduleCsv line(String line) {
        lines.add(line);
        return this;
    }

    public byte[] bytes() {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
