package org.manyhands.needs;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.Along;
import org.manyhands.shift.DayAsked;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes of many timeslots and shifts at once, each shown before it is done. */
@Controller
@RequestMapping("/{c}/organize/needs/bulk")
class BulkController {

    private static final String ALL_DAYS = "all";

    private final Stock stock;
    private final BulkChanges changes;

    BulkController(Stock stock, BulkChanges changes) {
        this.stock = stock;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView choose(ConferencePage conference, @RequestParam(defaultValue = "") String day) {
        return page(conference, stock.of(conference), BulkForm.blank(), day).addObject("form", BulkForm.blank());
    }

    /**
     * @param day of which the page shows the timeslots
     * @param state of the preview that was said yes to; empty where there is to be one
     * @param along what becomes of the people on what moves
     */
    @PostMapping
    ModelAndView change(
            ConferencePage conference,
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult typed,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "NOBODY") Along along,
            @RequestParam(defaultValue = "") String then,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        var all = stock.of(conference);
        if (typed.hasErrors() || then.equals("edit")) {
            return page(conference, all, BulkForm.chosen(sent), day);
        }
        try {
            var plan = BulkPlanner.plan(conference, all, form);
            return state.isEmpty() ? preview(plan, form, day) : carryOut(conference, form, day, state, along, redirect);
        } catch (FormRefusal refusal) {
            typed.rejectValue(refusal.field(), refusal.key(), refusal.args().toArray(), null);
            return page(conference, all, form, day);
        }
    }

    private ModelAndView carryOut(
            ConferencePage conference,
            BulkForm form,
            String day,
            String state,
            Along along,
            RedirectAttributes redirect) {
        try {
            var done = changes.carryOut(conference, form, state, along);
            Flash.done("bulk.done." + form.what(), done.plan().done().size(), done.torn())
                    .on(redirect);
            if (done.torn() > 0) {
                return new ModelAndView("redirect:/{c}/organize/conflicts");
            }
            redirect.addAttribute(
                    "day", form.onto().isEmpty() ? day : form.onto().getFirst());
            return new ModelAndView("redirect:/{c}/organize/needs");
        } catch (FormRefusal refusal) {
            return again(conference, form, day).addObject("refusal", refusal);
        } catch (DataIntegrityViolationException meanwhile) {
            return again(conference, form, day).addObject("refusal", new FormRefusal("", "bulk.stale"));
        }
    }

    private ModelAndView again(ConferencePage conference, BulkForm form, String day) {
        var page = preview(BulkPlanner.plan(conference, stock.of(conference), form), form, day);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView preview(BulkPlan plan, BulkForm form, String day) {
        return new ModelAndView("needs/preview")
                .addObject("plan", plan)
                .addObject("form", form)
                .addObject("day", day);
    }

    private static ModelAndView page(ConferencePage conference, Stock.All all, BulkForm form, String asked) {
        var days = all.byDay(conference);
        var day = shown(all, days.keySet(), asked);
        var onto = new TreeSet<>(conference.days());
        onto.addAll(days.keySet());
        onto.addAll(form.onto());
        return new ModelAndView("needs/bulk")
                .addObject("asked", form)
                .addObject("stock", all)
                .addObject("days", new ArrayList<>(days.keySet()))
                .addObject("day", day)
                .addObject("shown", day == null ? days : days.subMap(day, day.plusDays(1)))
                .addObject("ontoDays", List.copyOf(onto));
    }

    /** None for all of them. */
    private static @Nullable LocalDate shown(Stock.All all, Set<LocalDate> days, String asked) {
        var day = DayAsked.in(asked).date();
        if (day != null && days.contains(day)) {
            return day;
        }
        var few = all.shifts().count() <= DayAsked.MOST_ON_A_PAGE;
        return days.isEmpty() || few || asked.equals(ALL_DAYS)
                ? null
                : days.iterator().next();
    }
}
