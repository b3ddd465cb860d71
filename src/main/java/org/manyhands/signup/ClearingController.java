package org.manyhands.signup;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Saving;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftsInSight;
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

/** Cancels a shift, or has everybody on it do another one, for organizers. */
@Controller
@RequestMapping("/{c}/organize/shifts/{id}")
class ClearingController {

    private static final String SHIFT = "redirect:/{c}/organize/shifts/{id}";

    private final ShiftPeople people;
    private final Clearing clearing;
    private final ShiftsInSight shiftsInSight;

    ClearingController(ShiftPeople people, Clearing clearing, ShiftsInSight shiftsInSight) {
        this.people = people;
        this.clearing = clearing;
        this.shiftsInSight = shiftsInSight;
    }

    /** @param instead the shift that everybody is to do instead */
    @NullUnmarked
    record HandOverForm(@NotNull(message = "{clearing.to}") UUID instead) {}

    @PostMapping("/cancel")
    String cancel(ConferencePage conference, @PathVariable ShiftId id, RedirectAttributes redirect) {
        try {
            Flash.done("clearing.cancelled", clearing.cancel(conference.id(), id))
                    .on(redirect);
            return SHIFT;
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key()).on(redirect);
            return SHIFT + "/people";
        }
    }

    @GetMapping("/hand-over")
    String choose(ConferencePage conference, @PathVariable ShiftId id, RolesInSight inSight, Model model) {
        model.addAttribute("form", new HandOverForm(null));
        return page(conference, id, inSight, model);
    }

    @PostMapping("/hand-over")
    ModelAndView moveEverybody(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @Valid @ModelAttribute("form") HandOverForm form,
            BindingResult typed,
            RolesInSight inSight,
            Model model,
            RedirectAttributes redirect) {
        if (form.instead() != null) {
            shiftsInSight.require(new ShiftId(form.instead()), inSight);
        }
        var done = new AtomicReference<Clearing.Cleared>();
        var saving = Saving.of(
                typed,
                Map.of(),
                () -> done.set(clearing.moveEverybody(conference.id(), id, new ShiftId(form.instead()))));
        if (saving == SAVED) {
            var cleared = Objects.requireNonNull(done.get());
            Flash.done("clearing.moved", cleared.moved(), cleared.torn()).on(redirect);
            return new ModelAndView(cleared.torn() > 0 ? "redirect:/{c}/organize/conflicts" : SHIFT);
        }
        return saving.again(page(conference, id, inSight, model));
    }

    private String page(ConferencePage conference, ShiftId id, RolesInSight inSight, Model model) {
        model.addAttribute("shift", people.head(conference.id(), id));
        model.addAttribute("there", people.on(id));
        model.addAttribute("elsewhere", people.insteadOf(id, conference, inSight));
        return "signup/hand-over";
    }
}
