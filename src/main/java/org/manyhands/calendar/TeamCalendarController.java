package org.manyhands.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.manyhands.calendar.Feed.Kind;
import org.manyhands.calendar.Feed.Whose;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Places;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Roles;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendars of roles and places, for organizers and role leads, and whether mails bring entries. */
@Controller
@RequestMapping("/{c}/organize/calendar")
class TeamCalendarController {

    private static final String HERE = "redirect:/{c}/organize/calendar";

    private final Feeds feeds;
    private final Attachments attachments;
    private final Roles roles;
    private final Places places;
    private final BaseUrl baseUrl;

    TeamCalendarController(Feeds feeds, Attachments attachments, Roles roles, Places places, BaseUrl baseUrl) {
        this.feeds = feeds;
        this.attachments = attachments;
        this.roles = roles;
        this.places = places;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String page(ConferencePage conference, RolesInSight sight, Model model) {
        var linked = feeds.ofTeam(conference.id(), sight);
        var choices = choices(conference, sight);
        linked.forEach(feed -> choices.remove(new Whose(feed.kind(), feed.of()).toString()));
        model.addAttribute("feeds", linked);
        model.addAttribute("choices", choices);
        model.addAttribute("everyRole", sight.everyRole());
        model.addAttribute("attached", attachments.isOn(conference.id()));
        if (model.getAttribute(MyCalendarController.MADE) instanceof String made) {
            model.addAttribute("address", baseUrl.of(made));
        }
        return "calendar/team";
    }

    /** @param of one of the choices: a role or a place in sight */
    @PostMapping
    String link(ConferencePage conference, RolesInSight sight, @RequestParam String of, RedirectAttributes redirect) {
        var whose = Whose.in(of);
        if (whose == null || !choices(conference, sight).containsKey(whose.toString())) {
            throw new NotFound();
        }
        redirect.addFlashAttribute(MyCalendarController.MADE, feeds.link(conference.id(), whose));
        return HERE;
    }

    @PostMapping("/{id}/renew")
    String renew(ConferencePage conference, RolesInSight sight, @PathVariable UUID id, RedirectAttributes redirect) {
        var feed = feeds.require(conference.id(), sight, id);
        redirect.addFlashAttribute(
                MyCalendarController.MADE, feeds.link(conference.id(), new Whose(feed.kind(), feed.of())));
        return HERE;
    }

    @PostMapping("/{id}/end")
    String end(ConferencePage conference, RolesInSight sight, @PathVariable UUID id, RedirectAttributes redirect) {
        var feed = feeds.require(conference.id(), sight, id);
        feeds.end(conference.id(), new Whose(feed.kind(), feed.of()));
        Flash.done("calendar.team-ended", feed.name()).on(redirect);
        return HERE;
    }

    /** @param on whether mails bring entries */
    @PostMapping("/attachments")
    String attach(
            ConferencePage conference,
            RolesInSight sight,
            @RequestParam(defaultValue = "false") boolean on,
            RedirectAttributes redirect) {
        if (!sight.everyRole()) {
            throw new NotFound();
        }
        attachments.set(conference.id(), on);
        Flash.done(on ? "calendar.attached" : "calendar.not-attached").on(redirect);
        return HERE;
    }

    /** A place has shifts of all roles: whoever leads some sees theirs. */
    private Map<String, String> choices(ConferencePage conference, RolesInSight sight) {
        var choices = new LinkedHashMap<String, String>();
        roles.findByConferenceIdOrderByName(conference.id()).stream()
                .filter(role -> sight.includes(role.id().roleId()))
                .forEach(role ->
                        choices.put(new Whose(Kind.ROLE, role.id().roleId()).toString(), "Role: " + role.name()));
        if (sight.everyRole()) {
            places.findByConferenceIdOrderByName(conference.id())
                    .forEach(place -> choices.put(
                            new Whose(Kind.PLACE, place.id().placeId()).toString(), "Place: " + place.name()));
        }
        return choices;
    }
}
