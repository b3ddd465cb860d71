package org.manyhands.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What became of the plans: to read, to print and to take along as files. */
@Controller
@RequestMapping("/{c}/organize")
class ReportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Breakdown breakdown;
    private final PeopleReport people;
    private final Clock clock;

    ReportController(Breakdown breakdown, PeopleReport people, Clock clock) {
        this.breakdown = breakdown;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/report")
    String report(ConferencePage conference, RolesInSight sight, Model model) {
        var now = clock.instant();
        var whole = breakdown.of(conference, sight);
        var byHours = people.lines(conference, sight, PeopleReport.SHOWN);
        model.addAttribute("now", now);
        model.addAttribute("over", conference.times().date(now).isAfter(conference.lastDay()));
        model.addAttribute("whole", whole);
        model.addAttribute("people", people.people(conference, sight));
        model.addAttribute("left", people.left(conference, sight, now));
        model.addAttribute("lines", byHours);
        model.addAttribute("shown", PeopleReport.SHOWN);
        model.addAttribute(
                "hours",
                Bars.of(
                        "chart-hours",
                        "Hours by role",
                        "For each role a bar for the hours planned, and in it one for the hours worked. The table beside it has the same numbers.",
                        whole.byRole(),
                        tally -> tally.planned().toMinutes(),
                        tally -> tally.worked().toMinutes(),
                        tally -> tally.workedInWords() + " of " + tally.plannedInWords()));
        model.addAttribute(
                "places",
                Bars.of(
                        "chart-places",
                        "Places by day",
                        "For each day a bar for the places wanted, and in it one for the places taken. The table beside it has the same numbers.",
                        whole.byDay(),
                        Tally::wanted,
                        Tally::taken,
                        tally -> tally.taken() + " of " + tally.wanted()));
        return "report/report";
    }

    @GetMapping("/report/roles.csv")
    ResponseEntity<String> roles(ConferencePage conference, RolesInSight sight) {
        return file(
                conference,
                "roles",
                ReportCsv.ofRoles(breakdown.of(conference, sight).byRole()));
    }

    @GetMapping("/report/people.csv")
    ResponseEntity<String> people(ConferencePage conference, RolesInSight sight) {
        return file(conference, "people", ReportCsv.ofPeople(people.lines(conference, sight, null)));
    }

    private static ResponseEntity<String> file(ConferencePage conference, String what, String text) {
        var name = conference.slug() + "-report-" + what + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }
}
