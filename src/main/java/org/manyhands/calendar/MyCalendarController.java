package org.manyhands.calendar;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.manyhands.account.SignedIn;
import org.manyhands.calendar.CalendarEvent.Method;
import org.manyhands.calendar.Feed.Kind;
import org.manyhands.calendar.Feed.Whose;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.Registry;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A volunteer's own shifts in their own calendar. */
@Controller
class MyCalendarController {

    /** The new address, on the page after it was made. It rests in the volunteer's session until then, and no longer. */
    static final String MADE = "made";

    private final Registry registry;
    private final Feeds feeds;
    private final OwnShifts shifts;
    private final CalendarFile file;
    private final BaseUrl baseUrl;

    MyCalendarController(Registry registry, Feeds feeds, OwnShifts shifts, CalendarFile file, BaseUrl baseUrl) {
        this.registry = registry;
        this.feeds = feeds;
        this.shifts = shifts;
        this.file = file;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/{c}/me/calendar")
    String page(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = registry.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        model.addAttribute("feed", feeds.of(volunteer.get()).orElse(null));
        if (model.getAttribute(MADE) instanceof String made) {
            var address = baseUrl.of(made);
            model.addAttribute("address", address);
            // What calendar programs have made their own: they ask whether to subscribe, and fetch by http or https
            model.addAttribute("subscribe", address.replaceFirst("^https?", "webcal"));
        }
        return "calendar/mine";
    }

    /** Makes the address, or another one. */
    @PostMapping("/{c}/me/calendar")
    String link(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, RedirectAttributes redirect) {
        return change(
                conference,
                asker,
                volunteer -> redirect.addFlashAttribute(MADE, feeds.link(conference.id(), whose(volunteer))));
    }

    @PostMapping("/{c}/me/calendar/talks")
    String setTalks(
            ConferencePage conference,
            @AuthenticationPrincipal SignedIn asker,
            @RequestParam(defaultValue = "false") boolean talks,
            RedirectAttributes redirect) {
        return change(conference, asker, volunteer -> {
            feeds.setTalks(conference.id(), volunteer, talks);
            Flash.done(talks ? "calendar.with-talks" : "calendar.without-talks").on(redirect);
        });
    }

    @PostMapping("/{c}/me/calendar/end")
    String end(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, RedirectAttributes redirect) {
        return change(conference, asker, volunteer -> {
            feeds.end(conference.id(), whose(volunteer));
            Flash.done("calendar.ended").on(redirect);
        });
    }

    @GetMapping("/{c}/me/shifts/{id}.ics")
    ResponseEntity<String> download(
            ConferencePage conference, @AuthenticationPrincipal SignedIn asker, @PathVariable ShiftId id) {
        var shift = registry.volunteer(conference.id(), asker)
                .flatMap(volunteer -> shifts.of(conference.id(), volunteer, id))
                .orElseThrow(NotFound::new);
        var event = shift.event(baseUrl);
        var calendar = file.of(Method.PUBLISH, conference.zone(), List.of(event), event.during());
        return CalendarFile.answer(
                calendar,
                conference.slug() + "-" + conference.times().date(event.during().start()) + ".ics");
    }

    private String change(ConferencePage conference, SignedIn asker, Consumer<VolunteerId> change) {
        Optional<VolunteerId> volunteer = registry.volunteer(conference.id(), asker);
        volunteer.ifPresent(change);
        return "redirect:/" + conference.slug() + (volunteer.isPresent() ? "/me/calendar" : "/join");
    }

    private static Whose whose(VolunteerId volunteer) {
        return new Whose(Kind.VOLUNTEER, volunteer.volunteerId());
    }
}
