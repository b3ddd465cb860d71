package org.manyhands.signup;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Places;
import org.manyhands.role.Roles;
import org.manyhands.role.Setting;
import org.manyhands.schedule.Talks;
import org.manyhands.shared.Flash;
import org.manyhands.shared.KeptForAMoment;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.DayAsked;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.shift.ShiftOptions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The shifts, for everybody to read; signed-in volunteers find their own marked, and a button at each. */
@Controller
class ShiftsController {

    private final ShiftList shifts;
    private final ShiftOptions selection;
    private final ShiftCards cards;
    private final Alternatives alternatives;
    private final Roles roles;
    private final Places places;
    private final Talks talks;
    private final Clock clock;

    ShiftsController(
            ShiftList shifts,
            ShiftOptions selection,
            ShiftCards cards,
            Alternatives alternatives,
            Roles roles,
            Places places,
            Talks talks,
            Clock clock) {
        this.shifts = shifts;
        this.selection = selection;
        this.cards = cards;
        this.alternatives = alternatives;
        this.roles = roles;
        this.places = places;
        this.talks = talks;
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
        var options = selection.of(conference, now);
        var filter = aDayAtATime(asked, options.days());
        var reader = reader(conference, asker, model, now);
        var shown = thatFit(
                filter,
                reader,
                notOver(
                        cards.of(shifts.published(conference, filter, now), conference, reader, now),
                        filter,
                        conference,
                        now));
        // What was just taken may be gone from a list of open shifts
        Flash.besideOneOf(
                filter.asGrid()
                        ? List.of()
                        : shown.stream()
                                .map(card -> card.shift().id().shiftId())
                                .toList(),
                model);
        model.addAttribute("page", new ShiftsPage(shown, conference.zone()));
        model.addAttribute("options", options);
        model.addAttribute("filter", filter);
        model.addAttribute("returning", filter.query());
        model.addAttribute("settings", Setting.values());
        return filter.asGrid() ? "signup/grid" : "signup/list";
    }

    private ShiftCards.Reader reader(ConferencePage conference, @Nullable SignedIn asker, Model model, Instant now) {
        var reader = cards.reader(conference, asker);
        model.addAttribute("now", now);
        model.addAttribute("volunteering", reader.volunteer() != null);
        model.addAttribute("myShiftCount", reader.confirmed());
        model.addAttribute("requestIds", RequestIds.RANDOM);
        return reader;
    }

    /** While the conference is on, a list of all days begins with today; the days before are a link away. */
    private static List<ShiftCard> notOver(
            List<ShiftCard> cards, ShiftFilter filter, ConferencePage conference, Instant now) {
        var times = conference.times();
        var toCome = cards.stream()
                .filter(card -> !times.date(card.shift().during().end()).isBefore(times.date(now)))
                .toList();
        return filter.date().isPresent() || toCome.isEmpty() ? cards : toCome;
    }

    /** Of whoever has not registered we know no days that it could fit. */
    private static List<ShiftCard> thatFit(ShiftFilter filter, ShiftCards.Reader reader, List<ShiftCard> cards) {
        return filter.fitsOnly() && reader.volunteer() != null
                ? cards.stream().filter(ShiftCard::fits).toList()
                : cards;
    }

    private static ShiftFilter aDayAtATime(ShiftFilter filter, List<ShiftOptions.Day> days) {
        var all = days.stream().mapToInt(ShiftOptions.Day::shifts).sum();
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
            HttpServletResponse response,
            Model model) {
        var now = clock.instant();
        var found = shifts.published(conference.id(), id);
        if (found.isEmpty()) {
            return cancelled(conference, id, response, model);
        }
        var shift = found.get();
        var reader = reader(conference, asker, model, now);
        var card = cards.of(shift, conference, reader, now);
        model.addAttribute("card", card);
        model.addAttribute(
                "role",
                roles.findByConferenceIdAndSlug(conference.id(), shift.roleSlug())
                        .orElseThrow(NotFound::new));
        var place = places.findByConferenceIdAndSlug(conference.id(), shift.placeSlug())
                .orElseThrow(NotFound::new);
        model.addAttribute("place", place);
        var spot = Map.of(shift.id(), new Talks.Spot(place.id(), shift.during()));
        model.addAttribute("talks", talks.at(conference.id(), spot).get(shift.id()));
        model.addAttribute("neighbours", Neighbours.of(shift, sameWork(conference, shift, now)));
        model.addAttribute("alternatives", alternatives.insteadOf(card, conference, reader.volunteer()));
        model.addAttribute("filter", ShiftFilter.NONE);
        model.addAttribute("onItsPage", true);
        model.addAttribute("returning", "?back=shift");
        return "signup/shift";
    }

    /** Old mails and bookmarks lead here. */
    private String cancelled(ConferencePage conference, ShiftId id, HttpServletResponse response, Model model) {
        model.addAttribute("shift", shifts.cancelled(conference.id(), id).orElseThrow(NotFound::new));
        response.setStatus(HttpStatus.GONE.value());
        return "signup/cancelled";
    }

    private List<ShiftList.Line> sameWork(ConferencePage conference, ShiftList.Line shift, Instant now) {
        var filter = ShiftFilter.of(shift.roleSlug(), shift.placeSlug());
        return shifts.published(conference, filter, now);
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
}
