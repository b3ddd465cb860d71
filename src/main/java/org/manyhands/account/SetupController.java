package org.manyhands.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of the first organizer; there is no such page once there is an organizer. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private final Setup setup;
    private final SignInDesk desk;

    SetupController(Setup setup, SignInDesk desk) {
        this.setup = setup;
        this.desk = desk;
    }

    @GetMapping
    String form(Model model) {
        refuseOnceDone();
        model.addAttribute("form", new SetupForm(null, null));
        return "account/setup";
    }

    @PostMapping
    String makeOrganizer(
            @Valid @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        refuseOnceDone();
        if (errors.hasErrors()) {
            return "account/setup";
        }
        var organizer = setup.makeOrganizer(new Token(form.token().strip()), form.email());
        if (organizer.isEmpty()) {
            refuseOnceDone();
            errors.rejectValue("token", "setup.token.wrong");
            return "account/setup";
        }
        desk.enter(request, response, organizer.get());
        return "redirect:/conferences/new";
    }

    private void refuseOnceDone() {
        if (setup.isDone()) {
            throw new NotFound();
        }
    }

    @NullUnmarked
    record SetupForm(@NotBlank String token, @NotNull EmailAddress email) {

        /** What is typed here may make an organizer. */
        @Override
        public String toString() {
            return "SetupForm[" + email + "]";
        }
    }
}
