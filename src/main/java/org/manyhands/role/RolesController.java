package org.manyhands.role;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Flash;
import org.manyhands.shared.Saving;
import org.manyhands.shared.Slug;
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

/** The roles of a conference and their handbooks, for its organizers. */
@Controller
@RequestMapping("/{c}/organize/roles")
class RolesController {

    private static final String LIST = "redirect:/{c}/organize/roles";

    private static final Set<String> USES =
            Set.of("shift_conference_id_role_id_fkey", "role_conference_id_covered_by_fkey");

    private final Roles roles;
    private final RoleEditing editing;
    private final RoleUse use;

    RolesController(Roles roles, RoleEditing editing, RoleUse use) {
        this.roles = roles;
        this.editing = editing;
        this.use = use;
    }

    /** The role as it is stored, beside the form. */
    record Stored(int version, String name, String handbook, Map<String, String> inWords) {}

    @GetMapping
    String list(ConferencePage conference, Model model) {
        var all = all(conference);
        model.addAttribute("roles", all);
        model.addAttribute(
                "unexplained",
                all.stream().filter(role -> role.handbook().isBlank()).count());
        model.addAttribute("shifts", use.shiftsByRole(conference.id()));
        return "role/roles";
    }

    @GetMapping("/new")
    String begin(ConferencePage conference, Model model) {
        model.addAttribute("form", RoleForm.EMPTY);
        offer(conference, null, model);
        return "role/role";
    }

    @PostMapping("/new")
    ModelAndView add(
            ConferencePage conference,
            @Valid @ModelAttribute("form") RoleForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var saving = Saving.of(typed, guards(typed, form), () -> editing.add(conference.id(), form));
        if (saving == SAVED) {
            Flash.done("role.added", form.name()).on(redirect);
            return new ModelAndView(LIST);
        }
        offer(conference, null, model);
        return saving.again("role/role");
    }

    @GetMapping("/{id}")
    String edit(ConferencePage conference, @PathVariable RoleId id, Model model) {
        model.addAttribute("form", RoleForm.of(show(conference, id, model)));
        return "role/role";
    }

    @PostMapping("/{id}")
    ModelAndView save(
            ConferencePage conference,
            @PathVariable RoleId id,
            @Valid @ModelAttribute("form") RoleForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        var saving = Saving.of(typed, guards(typed, form), () -> editing.change(conference.id(), id, form));
        if (saving == SAVED) {
            Flash.done("role.changed", form.name()).on(redirect);
            return new ModelAndView(LIST);
        }
        show(conference, id, model);
        return saving.again("role/role");
    }

    @PostMapping("/{id}/delete")
    String delete(ConferencePage conference, @PathVariable RoleId id, RedirectAttributes redirect) {
        var name = editing.find(conference.id(), id).name();
        if (Saving.deletes(USES, () -> editing.delete(conference.id(), id))) {
            Flash.done("role.deleted", name).on(redirect);
            return LIST;
        }
        var covered = coveredBy(conference, id).size();
        Flash.notDone("role.in-use", name, shiftsOf(conference, id), covered).on(redirect);
        return LIST + "/{id}";
    }

    /** What the page says of the role beside the form. */
    private Role show(ConferencePage conference, RoleId id, Model model) {
        var role = editing.find(conference.id(), id);
        var inWords = RoleForm.of(role).inWords(names(all(conference)));
        model.addAttribute("stored", new Stored(role.version(), role.name(), role.handbook(), inWords));
        model.addAttribute("shifts", shiftsOf(conference, id));
        model.addAttribute("covered", coveredBy(conference, id));
        offer(conference, id, model);
        return role;
    }

    private void offer(ConferencePage conference, @Nullable RoleId but, Model model) {
        var others =
                all(conference).stream().filter(role -> !role.id().equals(but)).toList();
        model.addAttribute("otherRoles", names(others));
        model.addAttribute("settings", Choices.of(List.of(Setting.values()), Setting::name, Setting::words));
        model.addAttribute("needs", Choices.of(List.of(RoleNeeds.values()), RoleNeeds::name, RoleNeeds::words));
        model.addAttribute("traits", Choices.of(List.of(Trait.values()), Trait::name, Trait::words));
    }

    private static Map<String, String> names(List<Role> roles) {
        return Choices.of(roles, role -> role.id().roleId(), Role::name);
    }

    private List<Role> all(ConferencePage conference) {
        return roles.findByConferenceIdOrderByName(conference.id());
    }

    private int shiftsOf(ConferencePage conference, RoleId id) {
        return use.shiftsByRole(conference.id()).getOrDefault(id, 0);
    }

    private List<Role> coveredBy(ConferencePage conference, RoleId id) {
        return all(conference).stream()
                .filter(role -> id.equals(role.coveredBy()))
                .toList();
    }

    private static Map<String, String> guards(BindingResult typed, RoleForm form) {
        return typed.hasErrors()
                ? Map.of()
                : Map.of("role_slug_is_free", Slug.blamed(form.slug()), "role_does_not_cover_itself", "coveredBy");
    }
}
