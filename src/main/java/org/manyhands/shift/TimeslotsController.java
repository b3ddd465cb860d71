package org.manyhands.shift;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The timeslots of a conference, for its organizers. */
@Controller
@RequestMapping("/{c}/organize/timeslots")
class TimeslotsController {

    private static final String LIST = "redirect:/{c}/organize/timeslots";

    private static final String CONFLICTS = "redirect:/{c}/organize/conflicts";

    private static final Map<String, String> GUARDS = Map.of("timeslot_stands_once", "label");

    private static final Set<String> USES =
            Set.of("shift_conference_id_timeslot_id_fkey", "shift_timeslot_id_during_fkey");

    private final TimeslotEditing editing;
    private final ShiftPlan plan;
    private final Shifts shifts;

    TimeslotsController(TimeslotEditing editing, ShiftPlan plan, Shifts shifts) {
        this.editing = editing;
        this.plan = plan;
        this.shifts = shifts;
    }

    @ModelAttribute("daysAround")
    int daysAround() {
        return TimeslotForm.DAYS_AROUND;
    }

    @GetMapping
    String list(ConferencePage conference, Model model) {
        var days = plan.of(conference, RolesInSight.EVERY);
        var slots = days.stream().flatMap(day -> day.slots().stream()).toList();
        model.addAttribute("days", days);
        model.addAttribute(
                "unused", slots.stream().filter(slot -> slot.shifts().isEmpty()).count());
        return "shift/timeslots";
    }

    @GetMapping("/new")
    String begin(ConferencePage conference, Model model) {
        model.addAttribute("form", TimeslotForm.on(conference.firstDay()));
        return "shift/timeslot";
    }

    @PostMapping("/new")
    ModelAndView add(
            ConferencePage conference,
            @Valid @ModelAttribute("form") TimeslotForm form,
            BindingResult typed,
            RedirectAttributes redirect) {
        var saving = Saving.of(typed, GUARDS, () -> editing.add(conference, form));
        if (saving == SAVED) {
            Flash.done("timeslot.added", conference.times().when(form.during(conference)))
                    .on(redirect);
            return new ModelAndView(LIST);
        }
        return saving.again("shift/timeslot");
    }

    @GetMapping("/{id}")
    String edit(ConferencePage conference, @PathVariable TimeslotId id, Model model) {
        model.addAttribute("form", show(conference, id, model));
        return "shift/timeslot";
    }

    /** @param people "move" to move it though people are on its shifts */
    @PostMapping("/{id}")
    ModelAndView save(
            ConferencePage conference,
            @PathVariable TimeslotId id,
            @Valid @ModelAttribute("form") TimeslotForm form,
            BindingResult typed,
            @RequestParam(defaultValue = "") String people,
            Model model,
            RedirectAttributes redirect) {
        var torn = new AtomicInteger();
        var saving = Saving.of(
                typed,
                GUARDS,
                () -> torn.set(editing.change(conference, id, form, people.equals(PeopleInTheWay.MOVE))));
        if (saving == SAVED && torn.get() > 0) {
            Flash.done("conflicts.made", torn.get()).on(redirect);
            return new ModelAndView(CONFLICTS);
        }
        if (saving == SAVED) {
            Flash.done("timeslot.changed", when(conference, id)).on(redirect);
            return new ModelAndView(LIST);
        }
        model.addAttribute("movable", PeopleInTheWay.stoodAgainst(typed));
        show(conference, id, model);
        return saving.again("shift/timeslot");
    }

    @PostMapping("/{id}/delete")
    String delete(ConferencePage conference, @PathVariable TimeslotId id, RedirectAttributes redirect) {
        var when = when(conference, id);
        if (Saving.deletes(USES, () -> editing.delete(conference, id))) {
            Flash.done("timeslot.deleted", when).on(redirect);
            return LIST;
        }
        Flash.notDone("timeslot.in-use", when, shifts.countByTimeslotId(id)).on(redirect);
        return LIST + "/{id}";
    }

    /** What the page says of the timeslot beside the form. */
    private TimeslotForm show(ConferencePage conference, TimeslotId id, Model model) {
        var stored = TimeslotForm.of(editing.find(conference.id(), id), conference.times());
        model.addAttribute("stored", stored);
        model.addAttribute("when", when(conference, id));
        model.addAttribute("shifts", shifts.countByTimeslotId(id));
        return stored;
    }

    private String when(ConferencePage conference, TimeslotId id) {
        return conference.times().when(editing.find(conference.id(), id).during());
    }
}
