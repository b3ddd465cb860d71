package org.manyhands.needs;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shift.DayAsked;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many people are needed on a day, typed into a grid of timeslots, and roles at places. */
@Controller
@RequestMapping("/{c}/organize/needs")
class NeedsController {

    private static final String PASTE = "paste";

    private final NeedsGrid grid;
    private final NeedsSaving saving;

    NeedsController(NeedsGrid grid, NeedsSaving saving) {
        this.grid = grid;
        this.saving = saving;
    }

    /** @param column those to show beside the ones that have shifts */
    @GetMapping
    ModelAndView show(
            ConferencePage conference,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "") List<String> column) {
        var more = column.stream().flatMap(key -> Column.of(key).stream()).toList();
        return page(conference, DayAsked.in(day).date(), more, NeedsPage.Kept.nothing());
    }

    /** @param typed see {@link NeedsForm}; with {@code then=paste} a block for the grid, of which nothing is saved yet */
    @PostMapping
    ModelAndView save(
            ConferencePage conference, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes redirect) {
        var asked = DayAsked.in(typed.getFirst("day")).date();
        var form = NeedsForm.typed(asked == null ? conference.firstDay() : asked, typed);
        if (PASTE.equals(typed.getFirst("then"))) {
            return pasted(conference, form, typed);
        }
        try {
            var saved = saving.save(conference, form);
            return saved.isWhole() ? done(conference, form, saved, redirect) : notWhole(conference, form, saved);
        } catch (DataIntegrityViolationException meanwhile) {
            var page = page(conference, form.day(), columns(form), kept(form, form.newLines(), new HashMap<>()));
            page.addObject("meanwhile", true);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private ModelAndView done(ConferencePage conference, NeedsForm form, Saved saved, RedirectAttributes redirect) {
        Flash.done("needs.saved", saved.made(), saved.changed(), saved.removed())
                .on(redirect);
        redirect.addAttribute("day", form.day());
        var more = grid.without(conference, columns(form));
        if (!more.isEmpty()) {
            redirect.addAttribute(
                    "column", String.join(",", more.stream().map(Column::key).toList()));
        }
        return new ModelAndView("redirect:/{c}/organize/needs");
    }

    private ModelAndView notWhole(ConferencePage conference, NeedsForm form, Saved saved) {
        var page = page(conference, form.day(), columns(form), NeedsPage.Kept.of(saved));
        page.addObject("saved", saved);
        if (!saved.clashes().isEmpty() || saved.isGone()) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    /** The grid with the block in it, to be looked at and saved. */
    private ModelAndView pasted(ConferencePage conference, NeedsForm form, MultiValueMap<String, String> typed) {
        var block = PastedBlock.of(Objects.requireNonNullElse(typed.getFirst("block"), ""));
        var slots = form.lines().stream().map(NeedsForm.Line::slot).toList();
        var top = Math.max(0, typed.getOrDefault("slot", List.of()).indexOf(typed.getFirst("firstSlot")));
        var left = Math.max(0, typed.getOrDefault("column", List.of()).indexOf(typed.getFirst("firstColumn")));
        var values = new HashMap<NeedsGrid.At, String>();
        var beyond = 0;
        for (var row = 0; row < block.rows().size(); row++) {
            for (var column = 0; column < block.rows().get(row).size(); column++) {
                var text = block.rows().get(row).get(column);
                if (top + row < slots.size() && left + column < form.columns().size()) {
                    values.put(
                            new NeedsGrid.At(
                                    slots.get(top + row), form.columns().get(left + column)),
                            text);
                } else if (!text.isEmpty()) {
                    beyond++;
                }
            }
        }
        var page = page(conference, form.day(), columns(form), kept(form, form.newLines(), values));
        page.addObject("filled", values.size());
        page.addObject("beyond", beyond);
        return page;
    }

    private static NeedsPage.Kept kept(
            NeedsForm form, List<NeedsForm.NewLine> lines, Map<NeedsGrid.At, String> instead) {
        var typed = new HashMap<NeedsGrid.At, String>();
        var shown = new HashMap<NeedsGrid.At, String>();
        for (var line : form.lines()) {
            for (var entry : line.entries()) {
                shown.put(new NeedsGrid.At(line.slot(), entry.column()), entry.shown());
                typed.put(new NeedsGrid.At(line.slot(), entry.column()), entry.typed());
            }
        }
        typed.putAll(instead);
        return new NeedsPage.Kept(typed, shown, lines, new Saved());
    }

    private static List<Column> columns(NeedsForm form) {
        return Stream.concat(form.columns().stream(), form.chosen().stream())
                .distinct()
                .toList();
    }

    private ModelAndView page(
            ConferencePage conference, @Nullable LocalDate day, List<Column> more, NeedsPage.Kept kept) {
        var sheet = grid.of(conference, day, more);
        var page = new ModelAndView("needs/grid");
        page.addObject("page", NeedsPage.of(conference, sheet, kept));
        page.addObject("sheet", sheet);
        page.addObject("newColumns", NeedsForm.NEW_COLUMNS);
        page.addObject(
                "more",
                String.join(
                        ",",
                        grid.without(conference, more).stream().map(Column::key).toList()));
        return page;
    }
}
