package org.manyhands.matching;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedule.Stars;
import org.manyhands.schedule.Talk;
import org.manyhands.signup.Agenda;
import org.manyhands.signup.Fits;
import org.manyhands.signup.MyShift;
import org.manyhands.signup.MyShifts;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A volunteer's own conference: the talks they starred and the shifts they have, in one timeline. */
@Controller
class MyConferenceController {

    private final MyShifts myShifts;
    private final Stars stars;
    private final Fits fits;
    private final Clock clock;

    MyConferenceController(MyShifts myShifts, Stars stars, Fits fits, Clock clock) {
        this.myShifts = myShifts;
        this.stars = stars;
        this.fits = fits;
        this.clock = clock;
    }

    /**
     * A talk or a shift.
     *
     * @param missed the starred talks that the shift takes from its volunteer
     */
    record Item(
            Instant start, @Nullable Talk talk, @Nullable MyShift shift, List<Agenda.Starred> missed) {}

    @GetMapping("/{c}/me/conference")
    String show(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        var now = clock.instant();
        var shifts = shifts(volunteer.get(), conference, now);
        var days = days(conference, volunteer.get(), shifts);
        model.addAttribute("days", days);
        if (!days.isEmpty()) {
            var first = days.firstEntry().getValue().getFirst().start();
            model.addAttribute("zoneName", conference.times().zoneName(first));
        }
        model.addAttribute("now", now);
        model.addAttribute("myShiftCount", shifts.size());
        return "matching/conference";
    }

    private SortedMap<LocalDate, List<Item>> days(ConferencePage conference, VolunteerId volunteer, List<Item> shifts) {
        var talks = stars.starredBy(volunteer).stream().map(talk -> new Item(talk.start(), talk, null, List.of()));
        return Stream.concat(talks, shifts.stream())
                .sorted(Comparator.comparing(Item::start))
                .collect(groupingBy(item -> conference.times().date(item.start()), TreeMap::new, toList()));
    }

    private List<Item> shifts(VolunteerId volunteer, ConferencePage conference, Instant now) {
        var mine = myShifts.of(volunteer).stream().filter(MyShift::isConfirmed).toList();
        var fitted = fits.of(volunteer, mine.stream().map(MyShift::id).toList(), conference, now);
        return mine.stream()
                .map(shift -> new Item(
                        shift.during().start(),
                        null,
                        shift,
                        fitted.of(shift.id()).missed()))
                .toList();
    }
}
