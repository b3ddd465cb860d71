package org.manyhands.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.clearance.ClearanceDesk;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.RoleId;
import org.manyhands.shared.Flash;
import org.manyhands.shared.LocalTimes;
import org.manyhands.shared.NotFound;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** One volunteer, for organizers: everything about them, and what is to be remembered next year. */
@Controller
@RequestMapping("/{c}/organize/volunteers/{id}")
class VolunteerController {

    private static final String HERE = "redirect:/{c}/organize/volunteers/{id}";

    private final VolunteerFile file;
    private final HeldShifts shifts;
    private final RolesAllowed roles;
    private final VolunteerRecord written;
    private final Notes notes;
    private final ClearanceDesk desk;
    private final Clock clock;

    VolunteerController(
            VolunteerFile file,
            HeldShifts shifts,
            RolesAllowed roles,
            VolunteerRecord written,
            Notes notes,
            ClearanceDesk desk,
            Clock clock) {
        this.file = file;
        this.shifts = shifts;
        this.roles = roles;
        this.written = written;
        this.notes = notes;
        this.desk = desk;
        this.clock = clock;
    }

    @NullUnmarked
    record NoteForm(
            @NotBlank(message = "{note.empty}") @Size(max = 1000, message = "Use at most {max} characters")
            String words) {

        NoteForm {
            words = Objects.requireNonNullElse(words, "").strip();
        }
    }

    @GetMapping
    String show(
            ConferencePage conference,
            RolesInSight sight,
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn asker,
            Model model) {
        model.addAttribute("form", new NoteForm(""));
        return page(conference, sight, new VolunteerId(id), asker, model);
    }

    @PostMapping("/notes")
    String note(
            ConferencePage conference,
            RolesInSight sight,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") NoteForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var volunteer = new VolunteerId(id);
        if (typed.hasErrors()) {
            return page(conference, sight, volunteer, asker, model);
        }
        notes.add(conference.id(), volunteer, asker.accountId(), form.words());
        Flash.done("note.added").on(redirect);
        return HERE;
    }

    @PostMapping("/notes/{note}/delete")
    String deleteNote(
            ConferencePage conference,
            @PathVariable UUID id,
            @PathVariable UUID note,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        notes.delete(conference.id(), new VolunteerId(id), asker.accountId(), note);
        Flash.done("note.deleted").on(redirect);
        return HERE;
    }

    /** Whether or not they asked: they were briefed together with others, say. */
    @PostMapping("/clear")
    String clear(
            ConferencePage conference,
            RolesInSight sight,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID role,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var volunteer = file.head(conference.id(), sight, new VolunteerId(id), asker.accountId())
                .id();
        if (role == null) {
            throw new NotFound();
        }
        var changed = desk.grant(conference.id(), sight, new RoleId(role), volunteer, asker.accountId());
        Flash.done("approvals.GRANT", changed ? 1 : 0).on(redirect);
        return HERE;
    }

    private String page(
            ConferencePage conference, RolesInSight sight, VolunteerId volunteer, SignedIn asker, Model model) {
        var now = clock.instant();
        var head = file.head(conference.id(), sight, volunteer, asker.accountId());
        var held = shifts.of(volunteer, sight, now);
        model.addAttribute("person", head);
        model.addAttribute(
                "toCome",
                held.stream().filter(each -> each.isActive() && !each.over()).toList());
        model.addAttribute(
                "past",
                held.stream().filter(each -> each.isTheirs() && each.over()).toList());
        model.addAttribute(
                "left", held.stream().filter(each -> !each.isActive()).toList());
        model.addAttribute("hoursTaken", sum(held, HeldShifts.Held::countedAs));
        model.addAttribute("hoursWorked", sum(held, HeldShifts.Held::worked));
        model.addAttribute(
                "noShows", held.stream().filter(HeldShifts.Held::isNoShow).count());
        model.addAttribute("cleared", roles.to(conference.id(), volunteer, sight));
        model.addAttribute("everything", sight.everyRole());
        if (sight.everyRole()) {
            model.addAttribute("mails", written.mails(conference.id(), head.email()));
            model.addAttribute("changes", written.changes(conference.id(), volunteer));
        }
        model.addAttribute(
                "notes", head.mayBeNoted() ? notes.of(conference.id(), volunteer, asker.accountId()) : List.of());
        return "people/volunteer";
    }

    private static String sum(List<HeldShifts.Held> held, Function<HeldShifts.Held, @Nullable Duration> hours) {
        return LocalTimes.length(
                held.stream().map(hours).filter(Objects::nonNull).reduce(Duration.ZERO, Duration::plus));
    }
}
