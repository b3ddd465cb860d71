package org.manyhands.signup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Ids;
import org.manyhands.shared.Saving;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts somebody who walked in, and has no account, straight onto a shift. */
@Controller
@RequestMapping("/{c}/organize/shifts/{id}/people/walk-up")
class WalkUpController {

    private final WalkingIn walkingIn;
    private final ShiftPeople people;
    private final ShiftsInSight sight;
    private final SamePerson samePerson;

    WalkUpController(WalkingIn walkingIn, ShiftPeople people, ShiftsInSight sight, SamePerson samePerson) {
        this.walkingIn = walkingIn;
        this.people = people;
        this.sight = sight;
        this.samePerson = samePerson;
    }

    /**
     * @param person the id they get: a form sent twice adds them once
     * @param reason why they are to be on it against a rule; asked for only where one stands against it
     */
    @NullUnmarked
    record WalkUpForm(
            @NotNull UUID person,

            @NotBlank(message = "{walk-up.name}") @Size(max = 100)
            String name,

            @Size(max = 40) String phone,
            @Size(max = 300) String reason) {

        WalkingIn.Person asPerson() {
            return new WalkingIn.Person(
                    new VolunteerId(person),
                    name.strip(),
                    Objects.requireNonNullElse(phone, "").strip());
        }

        String why() {
            return Objects.requireNonNullElse(reason, "").strip();
        }
    }

    @GetMapping
    String show(
            ConferencePage conference,
            RolesInSight roles,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "") String name,
            Model model) {
        model.addAttribute("form", new WalkUpForm(Ids.next(), name, "", ""));
        return page(conference, roles, id, model);
    }

    @PostMapping
    ModelAndView add(
            ConferencePage conference,
            RolesInSight roles,
            @PathVariable ShiftId id,
            @Valid @ModelAttribute("form") WalkUpForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var saving =
                Saving.of(typed, Map.of(), () -> walkingIn.onto(id, form.asPerson(), form.why(), conference, roles));
        if (saving == Saving.SAVED) {
            told(conference, roles, form).on(redirect);
            return new ModelAndView("redirect:/{c}/organize/shifts/{id}/people");
        }
        return saving.again(page(conference, roles, id, model));
    }

    /** Whoever has registered under that name is perhaps the same person. */
    private Flash told(ConferencePage conference, RolesInSight roles, WalkUpForm form) {
        var person = form.asPerson();
        if (roles.everyRole() && samePerson.hasNamesake(conference.id(), person.id())) {
            return Flash.done("walk-up.done-with-namesake", person.name())
                    .leadingTo("/" + conference.slug() + "/organize/volunteers/" + form.person() + "/merge");
        }
        return Flash.done("walk-up.done", person.name());
    }

    private String page(ConferencePage conference, RolesInSight roles, ShiftId id, Model model) {
        sight.require(conference.id(), roles, id);
        model.addAttribute("shift", people.head(conference.id(), id));
        return "signup/walk-up";
    }
}
