package org.manyhands.shift;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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

/** One shift, for organizers to create, to edit and to delete. */
@Controller
@RequestMapping("/{c}/organize/shifts")
class ShiftFormController {

    private static final String LIST = "redirect:/{c}/organize/shifts";

    private static final String CONFLICTS = "redirect:/{c}/organize/conflicts";

    private static final String ANOTHER = "another";

    /** All but the first stand behind what was moved or deleted since the form was opened. */
    private static final Map<String, String> GUARDS = Map.of(
            "shift_stands_once", "",
            "shift_timeslot_id_during_fkey", "timeslot",
            "shift_conference_id_timeslot_id_fkey", "timeslot",
            "shift_conference_id_role_id_fkey", "role",
            "shift_conference_id_place_id_fkey", "place");

    /** Somebody is on it or was, is on record for having lost it, or would swap for it. */
    private static final Set<String> USES = Set.of(
            "signup_conference_id_shift_id_fkey",
            "signup_shift_id_busy_fkey",
            "signup_conference_id_conflict_shift_id_fkey",
            "swap_offer_conference_id_wanted_shift_id_fkey");

    private final ShiftEditing editing;
    private final ShiftChoices choices;
    private final PeopleInTheWay people;
    private final ShiftsInSight shiftsInSight;

    ShiftFormController(
            ShiftEditing editing, ShiftChoices choices, PeopleInTheWay people, ShiftsInSight shiftsInSight) {
        this.editing = editing;
        this.choices = choices;
        this.people = people;
        this.shiftsInSight = shiftsInSight;
    }

    /** The shift as it is stored, beside the form. */
    record Stored(int version, boolean cancelled, Map<String, String> inWords, List<String> people) {

        public String names() {
            return PeopleInTheWay.inWords(people);
        }
    }

    /** @param like a shift of which there is to be another one, say in the next timeslot */
    @GetMapping("/new")
    String begin(
            ConferencePage conference,
            @RequestParam(required = false) @Nullable TimeslotId timeslot,
            @RequestParam(required = false) @Nullable ShiftId like,
            RolesInSight inSight,
            Model model) {
        if (like != null) {
            shiftsInSight.require(like, inSight);
        }
        var form = like == null
                ? ShiftForm.in(timeslot == null ? null : timeslot.timeslotId())
                : ShiftForm.of(editing.find(conference.id(), like));
        model.addAttribute("form", form);
        model.addAttribute("offer", choices.of(conference, inSight));
        return "shift/edit";
    }

    /** @param then "another" for a new form with the same in it */
    @PostMapping("/new")
    ModelAndView add(
            ConferencePage conference,
            @Valid @ModelAttribute("form") ShiftForm form,
            BindingResult typed,
            @RequestParam(defaultValue = "") String then,
            RolesInSight inSight,
            Model model,
            RedirectAttributes redirect) {
        requireRole(form, inSight);
        var saving = Saving.of(typed, GUARDS, () -> {
            var added = editing.add(conference.id(), form);
            if (then.equals(ANOTHER)) {
                redirect.addAttribute("like", added.shiftId());
            }
        });
        var offer = choices.of(conference, inSight);
        if (saving == SAVED) {
            Flash.done("shift.added", offer.name(form)).on(redirect);
            return new ModelAndView(then.equals(ANOTHER) ? LIST + "/new" : LIST);
        }
        model.addAttribute("offer", offer);
        return saving.again("shift/edit");
    }

    @GetMapping("/{id}")
    String edit(ConferencePage conference, @PathVariable ShiftId id, RolesInSight inSight, Model model) {
        model.addAttribute("form", show(conference, id, inSight, model));
        return "shift/edit";
    }

    /** @param people "move" to move it though people are on it */
    @PostMapping("/{id}")
    ModelAndView save(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @Valid @ModelAttribute("form") ShiftForm form,
            BindingResult typed,
            @RequestParam(defaultValue = "") String people,
            RolesInSight inSight,
            Model model,
            RedirectAttributes redirect) {
        requireRole(form, inSight);
        var torn = new AtomicInteger();
        var saving = Saving.of(
                typed,
                GUARDS,
                () -> torn.set(editing.change(conference.id(), id, form, people.equals(PeopleInTheWay.MOVE))));
        if (saving == SAVED && torn.get() > 0) {
            Flash.done("conflicts.made", torn.get()).on(redirect);
            return new ModelAndView(CONFLICTS);
        }
        if (saving == SAVED) {
            Flash.done("shift.changed").beside(id.shiftId()).on(redirect);
            return new ModelAndView(LIST + "#shift-" + id.shiftId());
        }
        model.addAttribute("movable", PeopleInTheWay.stoodAgainst(typed));
        show(conference, id, inSight, model);
        return saving.again("shift/edit");
    }

    @PostMapping("/{id}/delete")
    String delete(ConferencePage conference, @PathVariable ShiftId id, RedirectAttributes redirect) {
        var shift = editing.find(conference.id(), id);
        if (Saving.deletes(USES, () -> editing.delete(conference.id(), id))) {
            Flash.done(
                            "shift.deleted",
                            choices.of(conference, RolesInSight.EVERY).name(ShiftForm.of(shift)))
                    .on(redirect);
            return LIST;
        }
        var names = people.on(List.of(shift));
        var told = names.isEmpty()
                ? Flash.notDone("shift.had-people")
                : Flash.notDone("shift.in-use", PeopleInTheWay.inWords(names), names.size());
        told.on(redirect);
        return LIST + "/{id}";
    }

    /** None whose lead the asker is not: that would take it out of their sight, or put one into another's. */
    private static void requireRole(ShiftForm form, RolesInSight inSight) {
        if (form.role() != null) {
            inSight.require(form.role());
        }
    }

    private ShiftForm show(ConferencePage conference, ShiftId id, RolesInSight inSight, Model model) {
        var shift = editing.find(conference.id(), id);
        var stored = ShiftForm.of(shift);
        var offer = choices.of(conference, inSight);
        model.addAttribute("offer", offer);
        model.addAttribute("name", offer.name(stored));
        model.addAttribute(
                "stored",
                new Stored(shift.version(), shift.isCancelled(), offer.say(stored), people.on(List.of(shift))));
        return stored;
    }
}
