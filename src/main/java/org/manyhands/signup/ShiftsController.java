package org.manyhands.signup;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Places;
import org.manyhands.role.Roles;
import org.manyhands.role.Setting;
import org.manyhands.shared.Flash;
import org.manyhands.shared.KeptForAMoment;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.DayAsked;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The shifts, for everybody to read; signed-in volunteers find their own marked, and a button at each. */
@Controller
class ShiftsController {

    private final ShiftList shifts;
    private final MyShifts myShifts;
    private final Alternatives alternatives;
    private final Roles roles;
    private final Places places;
    private final Clock clock;

    ShiftsController(
            ShiftList shifts, MyShifts myShifts, Alternatives alternatives, Roles roles, Places places, Clock clock) {
        this.shifts = shifts;
        this.myShifts = myShifts;
        this.alternatives = alternatives;
        this.roles = roles;
        this.places = places;
        this.clock = clock;
    }

    @KeptForAMoment
    @GetMapping("/{c}/shifts")
    String list(
            ConferencePage conference,
            ShiftFilter asked,
            @AuthenticationPrincipal @Nullable SignedIn asker,
            Model model) {
        var now = clock.instant();
        var days = shifts.days(conference, now);
        var filter = aDayAtATime(asked, days);
        var volunteer = myShifts.volunteer(conference.id(), asker);
        var mine = volunteer.map(myShifts::of).orElse(List.of());
        var cards = ShiftCard.of(shifts.published(conference, filter, now), mine, conference, now);
        // What was just taken may be gone from a list of open shifts
        Flash.besideOneOf(
                filter.asGrid()
                        ? List.of()
                        : cards.stream()
                                .map(card -> card.shift().id().shiftId())
                                .toList(),
                model);
        model.addAttribute("now", now);
        model.addAttribute("page", new ShiftsPage(cards, conference.zone()));
        model.addAttribute("days", days);
        model.addAttribute("filter", filter);
        model.addAttribute("roles", roles.findByConferenceIdOrderByName(conference.id()));
        model.addAttribute("places", places.findByConferenceIdOrderByName(conference.id()));
        model.addAttribute("settings", Setting.values());
        model.addAttribute("volunteering", volunteer.isPresent());
        model.addAttribute(
                "myShiftCount", mine.stream().filter(MyShifts.Mine::isConfirmed).count());
        model.addAttribute("requestIds", (RequestIds) UUID::randomUUID);
        return filter.asGrid() ? "signup/grid" : "signup/list";
    }

    private static ShiftFilter aDayAtATime(ShiftFilter filter, List<ShiftList.Day> days) {
        var all = days.stream().mapToInt(ShiftList.Day::shifts).sum();
        if (filter.date().isPresent() || filter.narrows() || all <= DayAsked.MOST_ON_A_PAGE) {
            return filter;
        }
        return days.stream()
                .filter(day -> day.open() > 0)
                .findFirst()
                .or(() -> days.stream().findFirst())
                .map(day -> filter.onDay(day.date()))
                .orElse(filter);
    }

    @KeptForAMoment
    @GetMapping("/{c}/shifts/{id}")
    String one(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @AuthenticationPrincipal @Nullable SignedIn asker,
            Model model) {
        var shift = shifts.published(conference.id(), id).orElseThrow(NotFound::new);
        var volunteer = myShifts.volunteer(conference.id(), asker);
        var mine = volunteer.map(myShifts::of).orElse(List.of());
        var card = ShiftCard.of(shift, mine, conference, clock.instant());
        model.addAttribute("now", clock.instant());
        model.addAttribute("card", card);
        model.addAttribute(
                "role",
                roles.findByConferenceIdAndSlug(conference.id(), shift.roleSlug())
                        .orElseThrow(NotFound::new));
        model.addAttribute(
                "place",
                places.findByConferenceIdAndSlug(conference.id(), shift.placeSlug())
                        .orElseThrow(NotFound::new));
        model.addAttribute("neighbours", Neighbours.of(shift, sameWork(conference, shift)));
        model.addAttribute(
                "alternatives",
                card.isOpen() || card.mine() != null
                        ? List.of()
                        : alternatives.insteadOf(shift, conference, volunteer.orElse(null)));
        model.addAttribute("volunteering", volunteer.isPresent());
        model.addAttribute(
                "myShiftCount", mine.stream().filter(MyShifts.Mine::isConfirmed).count());
        model.addAttribute("requestIds", (RequestIds) UUID::randomUUID);
        model.addAttribute("filter", ShiftFilter.NONE);
        return "signup/shift";
    }

    private List<ShiftList.Line> sameWork(ConferencePage conference, ShiftList.Line shift) {
        var filter = new ShiftFilter(null, shift.roleSlug(), shift.placeSlug(), null, null, null);
        return shifts.published(conference, filter, clock.instant());
    }

    /** The shifts of the same work at the same place, just before and just after. */
    record Neighbours(ShiftList.@Nullable Line before, ShiftList.@Nullable Line after) {

        static Neighbours of(ShiftList.Line shift, List<ShiftList.Line> sameWork) {
            var ids = sameWork.stream().map(ShiftList.Line::id).toList();
            var here = ids.indexOf(shift.id());
            return new Neighbours(
                    here > 0 ? sameWork.get(here - 1) : null,
                    here + 1 < sameWork.size() ? sameWork.get(here + 1) : null);
        }
    }

    /** Gives each form on a page the id that makes its repetition harmless. */
    interface RequestIds {

        UUID next();
    }
}
