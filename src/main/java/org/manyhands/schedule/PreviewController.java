package org.manyhands.schedule;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Zones;
import org.manyhands.shared.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what a file would change, before it does. */
@Controller
@RequestMapping("/{c}/organize/import")
class PreviewController {

    private static final String SCHEDULE = "redirect:/{c}/organize/schedule";

    private final ScheduleImport imports;
    private final ScheduleUse use;

    PreviewController(ScheduleImport imports, ScheduleUse use) {
        this.imports = imports;
        this.use = use;
    }

    /** @param part the one of its parts that is turned to that page; the others begin at their beginning */
    @GetMapping("/preview")
    String preview(
            ConferencePage conference,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            RedirectAttributes redirect) {
        var preview = imports.preview(conference);
        if (preview.isEmpty()) {
            Flash.notDone("import.none").on(redirect);
            return "redirect:/{c}/organize/import";
        }
        model.addAttribute("preview", preview.get());
        model.addAttribute("parts", PreviewParts.of(preview.get(), new PreviewParts.Turned(part, page)));
        model.addAttribute("zones", Zones.choices(preview.get().zone().getId()));
        return "schedule/preview";
    }

    /** @param file which one was shown: another one that came meanwhile is read as it was */
    @PostMapping("/zone")
    String zone(
            ConferencePage conference,
            @RequestParam Optional<UUID> file,
            @RequestParam(defaultValue = "") String zone,
            RedirectAttributes redirect) {
        if (Zones.offer(zone)) {
            file.ifPresent(shown -> imports.readIn(conference, shown, ZoneId.of(zone)));
        } else {
            Flash.notDone("import.no-zone").on(redirect);
        }
        return "redirect:/{c}/organize/import/preview";
    }

    /** @param state of the page below which the button was pressed */
    @PostMapping("/use")
    String use(ConferencePage conference, @RequestParam(defaultValue = "") String state, RedirectAttributes redirect) {
        return imports.preview(conference)
                .map(preview -> use(conference, preview, state, redirect))
                .orElseGet(() -> away(redirect));
    }

    private String use(ConferencePage conference, Preview preview, String state, RedirectAttributes redirect) {
        if (!preview.state().equals(state)) {
            return imports.waits(conference, preview) ? stale(redirect) : away(redirect);
        }
        return switch (imports.use(conference, preview)) {
            case STALE -> stale(redirect);
            case AWAY -> away(redirect);
            case NOTHING_READ -> back("import.nothing-read", redirect);
            case DONE -> {
                tell(conference, ChangesInWords.of(preview.changes()), redirect);
                yield SCHEDULE;
            }
        };
    }

    private void tell(ConferencePage conference, String changes, RedirectAttributes redirect) {
        var toMove = use.shiftsToMove(conference);
        var told = toMove == 0
                ? Flash.done("import.used", changes)
                : Flash.done("import.used-and-moves", changes, toMove)
                        .leadingTo("/" + conference.slug() + "/organize/schedule/moves");
        told.on(redirect);
    }

    private static String stale(RedirectAttributes redirect) {
        return back("import.stale", redirect);
    }

    private static String back(String because, RedirectAttributes redirect) {
        Flash.notDone(because).on(redirect);
        return "redirect:/{c}/organize/import/preview";
    }

    /** As after a first press, of which this is most often the second. */
    private static String away(RedirectAttributes redirect) {
        Flash.done("import.away").on(redirect);
        return SCHEDULE;
    }

    /** @param file which one was shown: another one that came meanwhile stays */
    @PostMapping("/drop")
    String drop(ConferencePage conference, @RequestParam Optional<UUID> file, RedirectAttributes redirect) {
        file.ifPresent(shown -> imports.drop(conference, shown));
        Flash.done("import.dropped").on(redirect);
        return SCHEDULE;
    }
}
