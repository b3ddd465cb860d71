package org.manyhands.shift;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All shifts for the organizers, to publish at one press. */
@Controller
@RequestMapping("/{c}/organize/shifts")
class ShiftPlanController {

    private static final String HERE = "redirect:/{c}/organize/shifts";

    /** More are shown a day at a time. */
    private static final int MOST_ON_A_PAGE = 80;

    private static final String ALL_DAYS = "all";

    private final ShiftPlan plan;
    private final ShiftPublishing publishing;

    ShiftPlanController(ShiftPlan plan, ShiftPublishing publishing) {
        this.plan = plan;
        this.publishing = publishing;
    }

    @GetMapping
    String list(
            ConferencePage conference,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String drafts,
            RolesInSight inSight,
            Model model) {
        var days = plan.of(conference, inSight);
        var draftsOnly = "true".equals(drafts);
        var shown = shown(days, day, draftsOnly);
        model.addAttribute("days", days);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "day", shown.size() == 1 && days.size() > 1 ? shown.getFirst().date() : null);
        model.addAttribute("draftsOnly", draftsOnly);
        model.addAttribute("everyRole", inSight.everyRole());
        model.addAttribute("shifts", ShiftPlan.shifts(days).count());
        model.addAttribute(
                "drafts", ShiftPlan.shifts(days).filter(ShiftPlan.Line::draft).count());
        model.addAttribute(
                "cancelled",
                ShiftPlan.shifts(days).filter(ShiftPlan.Line::cancelled).count());
        return "shift/plan";
    }

    private static List<ShiftPlan.Day> shown(List<ShiftPlan.Day> days, @Nullable String asked, boolean draftsOnly) {
        if (draftsOnly) {
            return days.stream()
                    .map(ShiftPlan.Day::draftsOnly)
                    .filter(day -> !day.slots().isEmpty())
                    .toList();
        }
        var ofThatDay =
                days.stream().filter(day -> day.date().toString().equals(asked)).toList();
        if (!ofThatDay.isEmpty()) {
            return ofThatDay;
        }
        var tooMany = !ALL_DAYS.equals(asked) && ShiftPlan.shifts(days).count() > MOST_ON_A_PAGE;
        return tooMany ? days.subList(0, 1) : days;
    }

    @PostMapping("/{id}/publish")
    String publish(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(required = false) @Nullable String day,
            RedirectAttributes redirect) {
        publishing.publish(conference.id(), id);
        Flash.done("shift.published").beside(id.shiftId()).on(redirect);
        return backTo(day, redirect, id);
    }

    @PostMapping("/{id}/draft")
    String keepAsDraft(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(required = false) @Nullable String day,
            RedirectAttributes redirect) {
        try {
            publishing.keepAsDraft(conference.id(), id);
            Flash.done("shift.kept-as-draft").beside(id.shiftId()).on(redirect);
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key(), refusal.args().toArray())
                    .beside(id.shiftId())
                    .on(redirect);
        }
        return backTo(day, redirect, id);
    }

    @PostMapping("/publish")
    String publishDrafts(ConferencePage conference, RedirectAttributes redirect) {
        Flash.done("shift.drafts-published", publishing.publishDrafts(conference.id()))
                .on(redirect);
        return HERE;
    }

    /** Where the button was pressed. */
    private static String backTo(@Nullable String day, RedirectAttributes redirect, ShiftId id) {
        if (day != null && !day.isBlank()) {
            redirect.addAttribute("day", day);
        }
        return HERE + "#shift-" + id.shiftId();
    }
}
