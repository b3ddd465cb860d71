package org.manyhands.example;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import org.manyhands.conference.Conference;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedule.ScheduleImport;
import org.springframework.stereotype.Component;

/** The talks of the example conference, read from a file as an organizer would bring it. */
@Component
class ExampleSchedule {

    private static final String FILE = "schedule.csv";

    private final ScheduleImport imports;

    ExampleSchedule(ScheduleImport imports) {
        this.imports = imports;
    }

    void bring(Conference conference, ExampleWeek week) {
        imports.begin(ConferencePage.of(conference), dated(week).getBytes(StandardCharsets.UTF_8), FILE);
    }

    /** The file says on which day of the week a talk is; the week is another one each time. */
    private static String dated(ExampleWeek week) {
        var text = ExampleText.file(FILE);
        for (var day : DayOfWeek.values()) {
            text = text.replace("," + day + ",", "," + week.date(day) + ",");
        }
        return text;
    }
}
