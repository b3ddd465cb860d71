package org.manyhands.clearance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who waits for a briefing or a yes, and who has it: organizers and role leads answer, several at once. */
@Controller
@RequestMapping("/{c}/organize/approvals")
class ApprovalsController {

    private final Approvals approvals;
    private final ClearanceDesk desk;
    private final Clock clock;

    ApprovalsController(Approvals approvals, ClearanceDesk desk, Clock clock) {
        this.approvals = approvals;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param clearance the ticked ones
     * @param word to all of them, or nothing
     */
    @NullUnmarked
    record AnswerForm(
            @NotEmpty(message = "{approvals.nobody}") List<UUID> clearance,

            @Size(max = 300, message = "Use at most {max} characters for the word to them")
            String word,

            @NotNull ClearanceDesk.Answer answer) {

        AnswerForm {
            clearance = clearance == null
                    ? List.of()
                    : clearance.stream().filter(Objects::nonNull).toList();
            word = Objects.requireNonNullElse(word, "").strip();
        }
    }

    @GetMapping
    String show(ConferencePage conference, RolesInSight sight, Model model) {
        model.addAttribute("form", new AnswerForm(List.of(), "", null));
        return page(conference, sight, model);
    }

    @PostMapping
    String answer(
            ConferencePage conference,
            RolesInSight sight,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        if (typed.hasErrors()) {
            return page(conference, sight, model);
        }
        var ids = form.clearance().stream().map(ClearanceId::new).toList();
        var changed = desk.answer(conference.id(), sight, ids, form.answer(), form.word(), asker.accountId());
        Flash.done("approvals." + form.answer(), changed).on(redirect);
        return "redirect:/{c}/organize/approvals";
    }

    private String page(ConferencePage conference, RolesInSight sight, Model model) {
        var lines = approvals.lines(conference.id(), sight, clock.instant());
        model.addAttribute(
                "waiting", lines.stream().filter(Approvals.Line::isWaiting).toList());
        model.addAttribute(
                "answered",
                lines.stream()
                        .filter(line -> !line.isWaiting())
                        .collect(Collectors.partitioningBy(Approvals.Line::isGranted)));
        return "clearance/approvals";
    }
}
