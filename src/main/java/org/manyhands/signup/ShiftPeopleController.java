package org.manyhands.signup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
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

/** The people on one shift, for organizers: put somebody on it, take somebody off. */
@Controller
@RequestMapping("/{c}/organize/shifts/{id}/people")
class ShiftPeopleController {

    private static final String HERE = "redirect:/{c}/organize/shifts/{id}/people";

    private final ShiftPeople people;
    private final Assigning assigning;
    private final Waitlist waitlist;

    ShiftPeopleController(ShiftPeople people, Assigning assigning, Waitlist waitlist) {
        this.people = people;
        this.assigning = assigning;
        this.waitlist = waitlist;
    }

    /** A rule that stands against putting somebody on, in words. */
    record Against(String key, List<Object> facts, boolean firm) {}

    /** @param reason why it is to be done though a rule stands against it; missing where nobody was asked for one */
    @NullUnmarked
    record ReasonForm(@Size(max = 300) String reason) {}

    /** @param word to the person taken off, or nothing */
    @NullUnmarked
    record WordForm(@Size(max = 300) String word) {}

    /**
     * @param q part of a name or an address, to find whom to put on
     * @param volunteer the one chosen of them against whom a rule stands
     */
    @GetMapping
    String show(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID volunteer,
            Model model) {
        if (volunteer != null) {
            model.addAttribute("form", new ReasonForm(""));
            ask(conference, id, helper(conference, volunteer), model);
        }
        return page(conference, id, q, model);
    }

    @PostMapping
    String assign(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam UUID volunteer,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var helper = helper(conference, volunteer);
        if (form.reason() != null && form.reason().isEmpty()) {
            typed.rejectValue("reason", "assign.reason");
        }
        if (typed.hasErrors()) {
            ask(conference, id, helper, model);
            return page(conference, id, "", model);
        }
        var outcome = assigning.assign(conference.id(), id, helper.id(), form.reason());
        if (outcome instanceof SignupOutcome.Refused refused) {
            if (refused.rule().equals(SignupRule.NOT_TAKEN_TWICE.name())) {
                Flash.notDone("assign.already", helper.name()).on(redirect);
                return HERE;
            }
            var isFirm = SignupRule.valueOf(refused.rule()).isFirm();
            Flash.notDone(isFirm ? "assign.firm" : "assign.refused", helper.name())
                    .on(redirect);
            redirect.addAttribute("volunteer", volunteer);
            return HERE;
        }
        Flash.done("assign.done", helper.name()).on(redirect);
        return HERE;
    }

    @GetMapping("/remove")
    String askForAWord(ConferencePage conference, @PathVariable ShiftId id, @RequestParam UUID volunteer, Model model) {
        model.addAttribute("form", new WordForm(""));
        return removing(conference, id, volunteer, model);
    }

    @PostMapping("/remove")
    String remove(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam UUID volunteer,
            @Valid @ModelAttribute("form") WordForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        if (typed.hasErrors()) {
            return removing(conference, id, volunteer, model);
        }
        var helper = helper(conference, volunteer);
        try {
            var removed = assigning.remove(conference.id(), id, helper.id(), form.word() == null ? "" : form.word());
            waitlist.serve(List.of(id));
            (removed ? Flash.done("assign.removed", helper.name()) : Flash.notDone("assign.not-there", helper.name()))
                    .on(redirect);
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key()).on(redirect);
        }
        return HERE;
    }

    private Helper helper(ConferencePage conference, UUID volunteer) {
        return people.one(conference.id(), new VolunteerId(volunteer)).orElseThrow(NotFound::new);
    }

    private String page(ConferencePage conference, ShiftId id, String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? List.of() : people.find(conference.id(), q));
        model.addAttribute("shift", people.head(conference.id(), id));
        model.addAttribute("there", people.on(id));
        return "signup/people";
    }

    private void ask(ConferencePage conference, ShiftId id, Helper helper, Model model) {
        model.addAttribute("chosen", helper);
        model.addAttribute(
                "against",
                assigning.against(helper.id(), id).stream()
                        .map(broken -> new Against(
                                "assign.against." + broken.rule(),
                                broken.facts().stream()
                                        .map(conference.times()::say)
                                        .toList(),
                                broken.isFirm()))
                        .toList());
    }

    private String removing(ConferencePage conference, ShiftId id, UUID volunteer, Model model) {
        model.addAttribute("shift", people.head(conference.id(), id));
        model.addAttribute("helper", helper(conference, volunteer));
        return "signup/take-off";
    }
}
