package org.manyhands.roster;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.DayAsked;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people are missing, hour by hour: in the next 24 hours first, then day by day. */
@Controller
@RequestMapping("/{c}/organize/roster")
class GapsController {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final HourlyGaps gaps;
    private final Clock clock;

    GapsController(HourlyGaps gaps, Clock clock) {
        this.gaps = gaps;
        this.clock = clock;
    }

    @GetMapping("/gaps")
    String gaps(
            ConferencePage conference,
            RolesInSight roles,
            @RequestParam(required = false) @Nullable String day,
            Model model) {
        var now = clock.instant();
        var asked = DayAsked.in(day).date();
        var days = gaps.days(conference, roles, now);
        model.addAttribute("now", now);
        model.addAttribute("day", asked);
        model.addAttribute("days", days);
        var time = time(asked, conference, roles, now);
        model.addAttribute("time", time.orElse(null));
        model.addAttribute("gaps", table(time, conference, roles));
        return "roster/gaps";
    }

    private Optional<TimeRange> time(
            @Nullable LocalDate asked, ConferencePage conference, RolesInSight roles, Instant now) {
        return asked == null ? gaps.next(conference, roles, now) : Optional.of(HourlyGaps.day(asked, conference));
    }

    private GapTable table(Optional<TimeRange> time, ConferencePage conference, RolesInSight roles) {
        return time.map(within -> GapTable.of(gaps.within(within, conference, roles), within, conference))
                .orElse(new GapTable(List.of(), List.of()));
    }

    /**
     * The shifts behind a cell.
     *
     * @param role by its slug
     * @param at when the hour begins
     */
    @GetMapping("/gaps/hour")
    String hour(
            ConferencePage conference,
            RolesInSight roles,
            @RequestParam String role,
            @RequestParam String at,
            Model model) {
        var start = HourlyGaps.hourOf(instant(at), conference);
        var hour = new TimeRange(start, start.plus(HOUR));
        var shifts = gaps.within(hour, conference, roles).stream()
                .map(HourlyGaps.Shift::line)
                .filter(shift -> shift.roleSlug().equals(role))
                .toList();
        if (shifts.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("now", clock.instant());
        model.addAttribute("hour", hour);
        model.addAttribute("role", shifts.getFirst().role());
        model.addAttribute("people", new Gaps.Cell(conference.times().date(start), shifts));
        return "roster/gaps-hour";
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotFound();
        }
    }

    /** Of one day, or of all that is still to come. */
    @GetMapping("/gaps.csv")
    ResponseEntity<String> export(
            ConferencePage conference, RolesInSight roles, @RequestParam(required = false) @Nullable String day) {
        var asked = DayAsked.in(day).date();
        var days = gaps.days(conference, roles, clock.instant());
        var time = Optional.ofNullable(asked)
                .map(date -> HourlyGaps.day(date, conference))
                .or(() -> days.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new TimeRange(
                                HourlyGaps.day(days.getFirst(), conference).start(),
                                HourlyGaps.day(days.getLast(), conference).end())));
        var name = conference.slug() + "-gaps" + (asked == null ? "" : "-" + asked) + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(GapsCsv.of(table(time, conference, roles), conference));
    }
}
