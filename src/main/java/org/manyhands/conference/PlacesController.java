package org.manyhands.conference;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Set;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.manyhands.shared.Slug;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The places of a conference, for its organizers. */
@Controller
@RequestMapping("/{c}/organize/places")
class PlacesController {

    private static final String LIST = "redirect:/{c}/organize/places";

    private static final Set<String> USES = Set.of("shift_conference_id_place_id_fkey");

    private final Places places;
    private final PlaceEditing editing;
    private final ConferenceUse use;

    PlacesController(Places places, PlaceEditing editing, ConferenceUse use) {
        this.places = places;
        this.editing = editing;
        this.use = use;
    }

    @GetMapping
    String list(ConferencePage conference, Model model) {
        var all = places.findByConferenceIdOrderByName(conference.id());
        model.addAttribute("places", all);
        model.addAttribute(
                "unfindable",
                all.stream().filter(place -> place.directions().isEmpty()).count());
        model.addAttribute("shifts", use.shiftsByPlace(conference.id()));
        return "conference/places";
    }

    @GetMapping("/new")
    String begin(ConferencePage conference, Model model) {
        model.addAttribute("form", PlaceForm.EMPTY);
        return "conference/place";
    }

    @PostMapping("/new")
    ModelAndView add(
            ConferencePage conference,
            @Valid @ModelAttribute("form") PlaceForm form,
            BindingResult typed,
            RedirectAttributes redirect) {
        var saving = Saving.of(typed, guards(typed, form), () -> editing.add(conference.id(), form));
        if (saving == SAVED) {
            Flash.done("place.added", form.name()).on(redirect);
            return new ModelAndView(LIST);
        }
        return saving.again("conference/place");
    }

    @GetMapping("/{id}")
    String edit(ConferencePage conference, @PathVariable PlaceId id, Model model) {
        model.addAttribute("form", PlaceForm.of(show(conference, id, model)));
        return "conference/place";
    }

    @PostMapping("/{id}")
    ModelAndView save(
            ConferencePage conference,
            @PathVariable PlaceId id,
            @Valid @ModelAttribute("form") PlaceForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var saving = Saving.of(typed, guards(typed, form), () -> editing.change(conference.id(), id, form));
        if (saving == SAVED) {
            Flash.done("place.changed", form.name()).on(redirect);
            return new ModelAndView(LIST);
        }
        show(conference, id, model);
        return saving.again("conference/place");
    }

    @PostMapping("/{id}/delete")
    String delete(ConferencePage conference, @PathVariable PlaceId id, RedirectAttributes redirect) {
        var name = editing.find(conference.id(), id).name();
        if (Saving.deletes(USES, () -> editing.delete(conference.id(), id))) {
            Flash.done("place.deleted", name).on(redirect);
            return LIST;
        }
        Flash.notDone("place.in-use", name, shiftsAt(conference, id)).on(redirect);
        return LIST + "/{id}";
    }

    /** What the page says of the place beside the form. */
    private Place show(ConferencePage conference, PlaceId id, Model model) {
        var place = editing.find(conference.id(), id);
        model.addAttribute("stored", PlaceForm.of(place));
        model.addAttribute("shifts", shiftsAt(conference, id));
        return place;
    }

    private static Map<String, String> guards(BindingResult typed, PlaceForm form) {
        return typed.hasErrors() ? Map.of() : Map.of("place_slug_is_free", Slug.blamed(form.slug()));
    }

    private int shiftsAt(ConferencePage conference, PlaceId id) {
        return use.shiftsByPlace(conference.id()).getOrDefault(id, 0);
    }
}
