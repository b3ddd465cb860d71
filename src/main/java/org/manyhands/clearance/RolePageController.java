package org.manyhands.clearance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.volunteer.Registry;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One role for everybody to read, and where volunteers ask for what it needs first. */
@Controller
@RequestMapping("/{c}/roles/{slug}")
class RolePageController {

    private final Roles roles;
    private final Registry registry;
    private final ClearanceDesk desk;

    RolePageController(Roles roles, Registry registry, ClearanceDesk desk) {
        this.roles = roles;
        this.registry = registry;
        this.desk = desk;
    }

    /** @param word to whoever answers, or nothing */
    @NullUnmarked
    record AskForm(
            @Size(max = 300, message = "Use at most {max} characters")
            String word) {

        AskForm {
            word = Objects.requireNonNullElse(word, "").strip();
        }
    }

    /** How the reader stands to the role; the names are the template's. */
    enum Standing {
        STRANGER,
        MAY_ASK,
        ASKED,
        GRANTED,
        DECLINED
    }

    @GetMapping
    String show(
            ConferencePage conference,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable SignedIn asker,
            Model model) {
        model.addAttribute("form", new AskForm(""));
        return page(conference, role(conference, slug), asker, model);
    }

    @PostMapping("/ask")
    String ask(
            ConferencePage conference,
            @PathVariable String slug,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var role = role(conference, slug);
        if (typed.hasErrors()) {
            return page(conference, role, asker, model);
        }
        var volunteer = registry.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/{c}/join";
        }
        // A second press finds what the first has asked, and the page says so
        if (desk.ask(role, volunteer.get(), form.word())) {
            Flash.done("clearance.asked", role.name()).on(redirect);
        }
        return "redirect:/{c}/roles/{slug}";
    }

    private Role role(ConferencePage conference, String slug) {
        return roles.findByConferenceIdAndSlug(conference.id(), slug).orElseThrow(NotFound::new);
    }

    private String page(ConferencePage conference, Role role, @Nullable SignedIn asker, Model model) {
        var volunteer = registry.volunteer(conference.id(), asker);
        var clearance = volunteer.flatMap(each -> desk.find(each, role.id()));
        model.addAttribute("role", role);
        model.addAttribute(
                "standing",
                clearance
                        .map(each -> Standing.valueOf(each.state().name()))
                        .orElse(volunteer.isPresent() ? Standing.MAY_ASK : Standing.STRANGER)
                        .name());
        model.addAttribute("answer", clearance.map(Clearance::answer).orElse(""));
        return "clearance/role";
    }
}
