package org.manyhands.roster;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.schedule.Talks;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shift.DayAsked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is where, and how to reach them: on the screen, on a phone, on paper. */
@Controller
class RosterController {

    private final Roster roster;
    private final Talks talks;
    private final Successors successors;
    private final VolunteerRoster volunteers;
    private final BaseUrl baseUrl;
    private final Clock clock;

    RosterController(
            Roster roster,
            Talks talks,
            Successors successors,
            VolunteerRoster volunteers,
            BaseUrl baseUrl,
            Clock clock) {
        this.roster = roster;
        this.talks = talks;
        this.successors = successors;
        this.volunteers = volunteers;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    @GetMapping("/{c}/organize/roster")
    String roster(ConferencePage conference, RosterFilter asked, RolesInSight inSight, Model model) {
        var now = clock.instant();
        var times = conference.times();
        var choices = roster.choices(conference, inSight);
        var filter = aDayAtATime(asked, choices, times.date(now));
        model.addAttribute("now", now);
        model.addAttribute("filter", filter);
        model.addAttribute("views", RosterFilter.View.values());
        model.addAttribute(
                "days", choices.stream().map(Roster.Choice::day).distinct().toList());
        model.addAttribute(
                "roles",
                choices.stream().map(Roster.Choice::role).distinct().sorted().toList());
        model.addAttribute("address", baseUrl.of(filter.under(conference.slug())));
        switch (filter.view()) {
            case DAY ->
                model.addAttribute("page", RosterPage.byDay(entries(conference, filter, inSight, model), times));
            case ROLE ->
                model.addAttribute("page", RosterPage.byRole(entries(conference, filter, inSight, model), times));
            case PLACE -> {
                var entries = entries(conference, filter, inSight, model);
                model.addAttribute("page", RosterPage.byPlace(entries, times));
                model.addAttribute("next", successors.after(entries));
            }
            case VOLUNTEER -> model.addAttribute("volunteers", volunteers.entries(conference, filter, inSight));
        }
        return filter.view() == RosterFilter.View.VOLUNTEER ? "roster/by-volunteer" : "roster/by-shift";
    }

    /** With the talks that are given meanwhile where each shift is. */
    private List<Roster.Entry> entries(
            ConferencePage conference, RosterFilter filter, RolesInSight inSight, Model model) {
        var entries = roster.entries(conference, filter, inSight);
        model.addAttribute(
                "talks",
                talks.at(
                        conference.id(),
                        entries.stream().collect(toMap(entry -> entry.shift().id(), Roster.Entry::spot))));
        return entries;
    }

    /** Today, or the next day that has shifts; the last one when all is over. */
    private static RosterFilter aDayAtATime(RosterFilter filter, List<Roster.Choice> choices, LocalDate today) {
        var all = choices.stream().mapToInt(Roster.Choice::shifts).sum();
        if (filter.narrows() || filter.asksForEveryDay() || all <= DayAsked.MOST_ON_A_PAGE) {
            return filter;
        }
        var day = choices.stream()
                .map(Roster.Choice::day)
                .filter(each -> !each.isBefore(today))
                .findFirst()
                .orElseGet(() -> choices.getLast().day());
        return filter.onDay(day);
    }
}
