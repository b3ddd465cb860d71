package org.manyhands.signup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.DayAsked;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftsInSight;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves one person from a shift to another, for organizers: choose where to, read what stands against it, do it. */
@Controller
@RequestMapping("/{c}/organize/shifts/{id}/people/move")
class MoveController {

    private final ShiftPeople people;
    private final MoveTargets targets;
    private final Reassigning reassigning;
    private final ShiftsInSight sight;
    private final Waitlist waitlist;
    private final Clock clock;

    MoveController(
            ShiftPeople people,
            MoveTargets targets,
            Reassigning reassigning,
            ShiftsInSight sight,
            Waitlist waitlist,
            Clock clock) {
        this.people = people;
        this.targets = targets;
        this.reassigning = reassigning;
        this.sight = sight;
        this.waitlist = waitlist;
        this.clock = clock;
    }

    /** @param reason why it is to be done though a rule stands against it; missing where nobody was asked for one */
    @NullUnmarked
    record ReasonForm(@Size(max = 300) String reason) {}

    /**
     * @param to the shift chosen against which a rule stands
     * @param day whose shifts to choose from; that of the shift they are on where there is none
     */
    @GetMapping
    String show(
            ConferencePage conference,
            RolesInSight roles,
            @PathVariable ShiftId id,
            @RequestParam UUID volunteer,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(required = false) @Nullable String day,
            Model model) {
        model.addAttribute("form", new ReasonForm(""));
        return page(conference, roles, id, volunteer, to, day, model);
    }

    @PostMapping
    String move(
            ConferencePage conference,
            RolesInSight roles,
            @PathVariable ShiftId id,
            @RequestParam UUID volunteer,
            @RequestParam(required = false) @Nullable UUID to,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var helper = helper(conference, volunteer);
        if (to == null) {
            Flash.notDone("move.choose").on(redirect);
            return again(volunteer, null, redirect);
        }
        if (form.reason() != null && form.reason().isEmpty()) {
            typed.rejectValue("reason", "assign.reason");
        }
        if (typed.hasErrors()) {
            return page(conference, roles, id, volunteer, to, null, model);
        }
        try {
            var outcome = reassigning.move(conference.id(), roles, move(id, to, volunteer), form.reason());
            waitlist.serve(List.of(id));
            if (outcome.orElse(null) instanceof SignupOutcome.Refused refused) {
                var isFirm = SignupRule.valueOf(refused.rule()).isFirm();
                Flash.notDone(isFirm ? "move.firm" : "move.refused", helper.name())
                        .on(redirect);
                return again(volunteer, to, redirect);
            }
            var told = outcome.isPresent()
                    ? Flash.done("move.done", helper.name())
                    : Flash.notDone("move.gone", helper.name());
            told.on(redirect);
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key()).on(redirect);
        }
        return "redirect:/{c}/organize/shifts/{id}/people";
    }

    private static String again(UUID volunteer, @Nullable UUID to, RedirectAttributes redirect) {
        redirect.addAttribute("volunteer", volunteer);
        if (to != null) {
            redirect.addAttribute("to", to);
        }
        return "redirect:/{c}/organize/shifts/{id}/people/move";
    }

    private static Reassigning.Move move(ShiftId from, UUID to, UUID volunteer) {
        return new Reassigning.Move(new VolunteerId(volunteer), from, new ShiftId(to));
    }

    private Helper helper(ConferencePage conference, UUID volunteer) {
        return people.one(conference.id(), new VolunteerId(volunteer)).orElseThrow(NotFound::new);
    }

    private String page(
            ConferencePage conference,
            RolesInSight roles,
            ShiftId id,
            UUID volunteer,
            @Nullable UUID to,
            @Nullable String day,
            Model model) {
        sight.require(conference.id(), roles, id);
        var now = clock.instant();
        var shift = people.head(conference.id(), id);
        model.addAttribute("shift", shift);
        model.addAttribute("helper", helper(conference, volunteer));
        if (to != null) {
            var target = new ShiftId(to);
            sight.require(conference.id(), roles, target);
            model.addAttribute("to", people.head(conference.id(), target));
            model.addAttribute(
                    "against",
                    reassigning.against(move(id, to, volunteer)).stream()
                            .map(broken -> Against.of(broken, conference))
                            .toList());
        }
        var asked = DayAsked.in(day).date();
        var shown = asked == null ? conference.times().date(shift.during().start()) : asked;
        model.addAttribute("day", shown);
        model.addAttribute("days", targets.days(conference, roles, now));
        model.addAttribute("targets", targets.on(shown, id, conference, roles, now));
        return "signup/move";
    }

    /** A rule that stands against it, in words. */
    record Against(String key, List<Object> facts, boolean firm) {

        static Against of(Placing.Broken broken, ConferencePage conference) {
            return new Against(
                    "assign.against." + broken.rule(),
                    broken.facts().stream().map(conference.times()::say).toList(),
                    broken.isFirm());
        }
    }
}
