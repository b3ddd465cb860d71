package org.manyhands.conference;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What holds for a whole conference, and whether it is published. */
@Controller
@RequestMapping("/{c}/organize/settings")
class SettingsController {

    private static final String HERE = "redirect:/{c}/organize/settings";

    private static final String CHANGED = "changed";

    private final ConferenceEditing editing;
    private final Places places;
    private final ConferenceUse use;

    SettingsController(ConferenceEditing editing, Places places, ConferenceUse use) {
        this.editing = editing;
        this.places = places;
        this.use = use;
    }

    /** @param days "changed" where shifts may lie outside of them now */
    @GetMapping
    String edit(ConferencePage conference, @RequestParam(defaultValue = "") String days, Model model) {
        var stored = show(conference, model);
        model.addAttribute("form", stored);
        if (days.equals(CHANGED)) {
            model.addAttribute(
                    "outside",
                    use.shiftsOutside(conference.id(), stored.firstDay(), stored.lastDay(), conference.zone()));
        }
        return "conference/settings";
    }

    @PostMapping
    ModelAndView save(
            ConferencePage conference,
            @Valid @ModelAttribute("form") ConferenceForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var before = editing.find(conference.id()).days();
        var saving = Saving.of(typed, Map.of(), () -> editing.change(conference.id(), form));
        if (saving == SAVED) {
            Flash.done("conference.changed").on(redirect);
            if (!before.equals(form.days())) {
                redirect.addAttribute("days", CHANGED);
            }
            return new ModelAndView(HERE);
        }
        show(conference, model);
        return saving.again("conference/settings");
    }

    @PostMapping("/publish")
    String publish(ConferencePage conference, RedirectAttributes redirect) {
        editing.publish(conference.id());
        Flash.done("conference.published", conference.name()).on(redirect);
        return HERE;
    }

    @PostMapping("/unpublish")
    String unpublish(ConferencePage conference, RedirectAttributes redirect) {
        var taken = editing.unpublish(conference.id());
        var told = taken == 0
                ? Flash.done("conference.unpublished", conference.name())
                : Flash.notDone("conference.not-unpublished", taken);
        told.on(redirect);
        return HERE;
    }

    private ConferenceForm show(ConferencePage conference, Model model) {
        var stored = ConferenceForm.of(editing.find(conference.id()));
        model.addAttribute("stored", stored);
        model.addAttribute("zones", Zones.choices(stored.zone()));
        model.addAttribute(
                "places", places.findByConferenceIdOrderByName(conference.id()).size());
        model.addAttribute("publishedShifts", use.publishedShifts(conference.id()));
        return stored;
    }
}
