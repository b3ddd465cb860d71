package org.manyhands.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.manyhands.Organizer;
import org.manyhands.schedule.ScheduleCsv;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Brings a schedule and uses it, by way of the pages. */
final class Imports {

    private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

    private Imports() {}

    static MvcTestResult use(Organizer organizer, ScheduleCsv schedule) throws UnsupportedEncodingException {
        assertThat(organizer.upload("/import", "schedule.csv", schedule.bytes()))
                .hasStatus(303);
        return organizer.post("/import/use", "state", stateIn(organizer.get("/import/preview")));
    }

    static String stateIn(MvcTestResult page) throws UnsupportedEncodingException {
        var state = STATE.matcher(page.getResponse().getContentAsString());
        assertThat(state.find()).isTrue();
        return state.group(1);
    }
}
