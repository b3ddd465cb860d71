package org.manyhands.schedule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.KeptForAMoment;
import org.manyhands.shared.NotFound;
import org.manyhands.volunteer.Registry;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The conference's talks, for everybody to read; volunteers star what they want to attend. */
@Controller
class TalksController {

    /** More are shown a day at a time. */
    private static final int MOST_ON_A_PAGE = 60;

    private final Talks talks;
    private final Stars stars;
    private final Registry registry;
    private final Clock clock;

    TalksController(Talks talks, Stars stars, Registry registry, Clock clock) {
        this.talks = talks;
        this.stars = stars;
        this.registry = registry;
        this.clock = clock;
    }

    @KeptForAMoment
    @GetMapping("/{c}/schedule")
    String list(
            ConferencePage conference,
            TalkFilter asked,
            @AuthenticationPrincipal @Nullable SignedIn asker,
            Model model) {
        var days = talks.numbers(conference);
        var filter = aDayAtATime(asked, days, conference);
        var volunteer = registry.volunteer(conference.id(), asker);
        var shown = talks.matching(conference, filter, volunteer.orElse(null));
        model.addAttribute("days", days.keySet());
        model.addAttribute("filter", filter);
        model.addAttribute("returning", filter.query());
        model.addAttribute("rooms", talks.rooms(conference));
        model.addAttribute("number", shown.size());
        model.addAttribute(
                "talksByDay",
                shown.stream()
                        .collect(groupingBy(talk -> conference.times().date(talk.start()), TreeMap::new, toList())));
        shown.stream()
                .findFirst()
                .ifPresent(talk ->
                        model.addAttribute("zoneName", conference.times().zoneName(talk.start())));
        model.addAttribute("volunteering", volunteer.isPresent());
        model.addAttribute("starred", volunteer.map(stars::of).orElse(Set.of()));
        return "schedule/schedule";
    }

    /** The first day that is not over, else the first. */
    private TalkFilter aDayAtATime(TalkFilter asked, SortedMap<LocalDate, Integer> days, ConferencePage conference) {
        var all = days.values().stream().mapToInt(Integer::intValue).sum();
        if (asked.date().isPresent() || asked.narrows() || all <= MOST_ON_A_PAGE) {
            return asked;
        }
        var today = conference.times().date(clock.instant());
        return days.keySet().stream()
                .filter(day -> !day.isBefore(today))
                .findFirst()
                .or(() -> days.keySet().stream().findFirst())
                .map(asked::onDay)
                .orElse(asked);
    }

    @PostMapping("/{c}/schedule/{id}/star")
    String star(
            ConferencePage conference,
            @PathVariable("id") TalkId talk,
            TalkFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker) {
        return changed(conference, talk, cameFrom, asker, true);
    }

    @PostMapping("/{c}/schedule/{id}/unstar")
    String unstar(
            ConferencePage conference,
            @PathVariable("id") TalkId talk,
            TalkFilter cameFrom,
            @AuthenticationPrincipal SignedIn asker) {
        return changed(conference, talk, cameFrom, asker, false);
    }

    /** Back to the same part of the schedule; who is not registered yet does that first. */
    private String changed(
            ConferencePage conference, TalkId talk, TalkFilter cameFrom, SignedIn asker, boolean wanted) {
        var volunteer = registry.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        var there = wanted
                ? stars.star(volunteer.get(), conference.id(), talk, clock.instant())
                : stars.unstar(volunteer.get(), conference.id(), talk);
        if (!there) {
            throw new NotFound();
        }
        return "redirect:" + cameFrom.under(conference.slug()) + "#talk-" + talk.talkId();
    }
}
