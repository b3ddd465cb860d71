package org.manyhands.planning;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Zones;
import org.manyhands.role.Role;
import org.manyhands.role.RoleId;
import org.manyhands.role.Roles;
import org.manyhands.schedulefile.ScheduleRead;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.Saving;
import org.manyhands.shared.TypedText;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings a file of crew shifts, shows what would be made of it, and makes it. */
@Controller
@RequestMapping("/{c}/organize/import/shifts")
class CrewController {

    private static final String HERE = "redirect:/{c}/organize/import/shifts";

    /** The constraints that names nearly like others meet. */
    private static final Set<String> NAMES = Set.of("role_slug_is_free", "place_slug_is_free");

    private final CrewImport crew;
    private final PendingShiftFiles pending;
    private final Roles roles;

    CrewController(CrewImport crew, PendingShiftFiles pending, Roles roles) {
        this.crew = crew;
        this.pending = pending;
        this.roles = roles;
    }

    /** What an organizer brings. */
    record CrewForm(@Nullable MultipartFile file) {}

    @GetMapping
    String ask(ConferencePage conference, @RequestParam(defaultValue = "false") boolean tooLarge, Model model) {
        model.addAttribute("form", new CrewForm(null));
        model.addAttribute("tooLarge", tooLarge);
        return "planning/crew";
    }

    @PostMapping
    String bring(ConferencePage conference, @ModelAttribute("form") CrewForm form, BindingResult typed)
            throws IOException {
        var file = form.file();
        if (file == null || file.isEmpty()) {
            typed.rejectValue("file", "crew.nothing");
            return "planning/crew";
        }
        if (CrewImport.read(file.getBytes(), conference, conference.zone()) instanceof ScheduleRead.Refused refused) {
            typed.rejectValue("file", "import.refused", new Object[] {refused.because()}, null);
            return "planning/crew";
        }
        pending.keep(conference.id(), file.getBytes(), TypedText.fileName(file.getOriginalFilename()));
        return HERE + "/preview";
    }

    @GetMapping("/preview")
    String preview(
            ConferencePage conference,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String zone,
            Model model,
            RedirectAttributes redirect) {
        var preview = crew.preview(conference, roleIn(role), zoneIn(zone, conference));
        if (preview.isEmpty()) {
            Flash.notDone("import.none").on(redirect);
            return HERE;
        }
        model.addAttribute("preview", preview.get());
        model.addAttribute("roles", choices(conference));
        model.addAttribute("zones", Zones.choices(preview.get().zone().getId()));
        return "planning/crew-preview";
    }

    private Map<String, String> choices(ConferencePage conference) {
        return Choices.of(
                roles.findByConferenceIdOrderByName(conference.id()),
                role -> role.id().roleId(),
                Role::name);
    }

    private static Optional<RoleId> roleIn(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(RoleId.of(typed));
    }

    private static ZoneId zoneIn(String typed, ConferencePage conference) {
        return Zones.offer(typed) ? ZoneId.of(typed) : conference.zone();
    }

    /** @param file which one was shown: another one that came meanwhile stays */
    @PostMapping("/use")
    String use(
            ConferencePage conference,
            @RequestParam Optional<UUID> file,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String zone,
            RedirectAttributes redirect) {
        var preview = crew.preview(conference, roleIn(role), zoneIn(zone, conference))
                .filter(shown -> file.filter(shown.file()::equals).isPresent());
        if (preview.isEmpty()) {
            Flash.notDone("import.away").on(redirect);
            return HERE;
        }
        if (preview.get().oneRole() == null && !role.isEmpty()) {
            return refused("crew.meanwhile", redirect);
        }
        if (!preview.get().canBeMade()) {
            return HERE + "/preview";
        }
        try {
            crew.use(conference, preview.get())
                    .map(made -> Flash.done(
                            "blocks.made",
                            made.made().size(),
                            made.skipped() + preview.get().standing()))
                    .orElseGet(() -> Flash.notDone("import.away"))
                    .on(redirect);
            return "redirect:/{c}/organize/shifts";
        } catch (FormRefusal refusal) {
            return refused("crew.names", redirect);
        } catch (DataIntegrityViolationException refusal) {
            var named = Saving.constraintIn(refusal).filter(NAMES::contains).isPresent();
            return refused(named ? "crew.names" : "crew.meanwhile", redirect);
        }
    }

    private static String refused(String why, RedirectAttributes redirect) {
        Flash.notDone(why).on(redirect);
        return HERE + "/preview";
    }

    @PostMapping("/drop")
    String drop(ConferencePage conference, @RequestParam Optional<UUID> file, RedirectAttributes redirect) {
        file.ifPresent(shown -> crew.drop(conference, shown));
        Flash.done("crew.dropped").on(redirect);
        return "redirect:/{c}/organize/shifts";
    }
}
