package org.manyhands.schedule;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the schedule is fetched from, and how often by itself. */
@Controller
@RequestMapping("/{c}/organize/schedule/source")
class SourceController {

    private final ScheduleEditing editing;

    SourceController(ScheduleEditing editing) {
        this.editing = editing;
    }

    @GetMapping
    String edit(ConferencePage conference, Model model) {
        model.addAttribute("form", show(conference, model));
        return "schedule/source";
    }

    /** An empty address means that there is no source any more; none at all was sent by no form of ours. */
    @PostMapping(params = "address")
    ModelAndView save(
            ConferencePage conference,
            @Valid @ModelAttribute("form") SourceForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        if (!typed.hasErrors() && !form.hasKnownInterval()) {
            typed.rejectValue("refreshMinutes", "schedule.interval");
        }
        var saving = Saving.of(typed, Map.of(), () -> editing.comesFrom(conference.id(), form));
        if (saving == SAVED) {
            Flash.done(form.address().isEmpty() ? "schedule.source-forgotten" : "schedule.source-saved")
                    .on(redirect);
            return new ModelAndView("redirect:/{c}/organize/schedule");
        }
        show(conference, model);
        return saving.again("schedule/source");
    }

    private SourceForm show(ConferencePage conference, Model model) {
        var stored = SourceForm.of(editing.source(conference.id()));
        model.addAttribute("stored", stored);
        model.addAttribute("intervals", SourceForm.intervals());
        return stored;
    }
}
