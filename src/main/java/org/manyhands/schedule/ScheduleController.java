package org.manyhands.schedule;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conference's schedule for its organizers: what is on, what keeps people busy, which rooms are which places. */
@Controller
@RequestMapping("/{c}/organize/schedule")
class ScheduleController {

    private static final String HERE = "redirect:/{c}/organize/schedule";

    private final Talks talks;
    private final SchedulePage page;
    private final ScheduleEditing editing;
    private final Places places;
    private final ScheduleUse use;

    ScheduleController(Talks talks, SchedulePage page, ScheduleEditing editing, Places places, ScheduleUse use) {
        this.talks = talks;
        this.page = page;
        this.editing = editing;
        this.places = places;
        this.use = use;
    }

    @GetMapping
    String list(ConferencePage conference, @RequestParam(required = false) @Nullable String day, Model model) {
        var days = talks.numbers(conference);
        var shown = SchedulePage.shown(days, day);
        model.addAttribute("days", days);
        model.addAttribute(
                "number", days.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("day", shown.orElse(null));
        model.addAttribute(
                "talks", shown.map(date -> talks.on(conference, date)).orElse(List.of()));
        model.addAttribute("toMove", use.shiftsToMove(conference));
        model.addAttribute("standing", page.standing(conference));
        var rooms = page.rooms(conference);
        model.addAttribute("rooms", rooms);
        model.addAttribute(
                "untied", rooms.stream().filter(room -> room.place() == null).count());
        model.addAttribute("places", rooms.isEmpty() ? Map.of() : placeChoices(conference));
        return "schedule/talks";
    }

    private Map<String, String> placeChoices(ConferencePage conference) {
        return Choices.of(
                places.findByConferenceIdOrderByName(conference.id()),
                place -> place.id().placeId(),
                place -> place.name());
    }

    @PostMapping("/talks/{id}/busy")
    String keepsBusy(
            ConferencePage conference,
            @PathVariable TalkId id,
            @RequestParam boolean busy,
            @RequestParam(required = false) @Nullable String day,
            RedirectAttributes redirect) {
        editing.keepsBusy(conference.id(), id, busy);
        Flash.done(busy ? "talk.keeps-busy" : "talk.blocks-nobody")
                .beside(id.talkId())
                .on(redirect);
        return backTo(day, redirect) + "#talk-" + id.talkId();
    }

    @PostMapping("/rooms/{id}")
    String tie(
            ConferencePage conference,
            @PathVariable RoomId id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String day,
            RedirectAttributes redirect) {
        var name = editing.tie(conference.id(), id, place.isEmpty() ? null : PlaceId.of(place));
        Flash.done(place.isEmpty() ? "room.untied" : "room.tied", name)
                .beside(id.roomId())
                .on(redirect);
        return backTo(day, redirect) + "#room-" + id.roomId();
    }

    @PostMapping("/rooms/{id}/place")
    String makePlace(
            ConferencePage conference,
            @PathVariable RoomId id,
            @RequestParam(required = false) @Nullable String day,
            RedirectAttributes redirect) {
        made(() -> Flash.done("room.is-a-place", editing.makePlace(conference.id(), id)))
                .beside(id.roomId())
                .on(redirect);
        return backTo(day, redirect) + "#room-" + id.roomId();
    }

    /** The place's name may stand already, or have no letter for an address. */
    private static Flash made(Supplier<Flash> make) {
        try {
            return make.get();
        } catch (FormRefusal | DataIntegrityViolationException refusal) {
            return Flash.notDone("room.no-place");
        }
    }

    /** Where the button was pressed. */
    private static String backTo(@Nullable String day, RedirectAttributes redirect) {
        if (day != null && !day.isBlank()) {
            redirect.addAttribute("day", day);
        }
        return HERE;
    }
}
