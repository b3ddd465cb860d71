package org.manyhands.schedule;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Zones;
import org.manyhands.schedulefile.Entry;
import org.manyhands.schedulefile.Flag;
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

    @GetMapping("/preview")
    String preview(ConferencePage conference, Model model, RedirectAttributes redirect) {
        var preview = imports.preview(conference);
        if (preview.isEmpty()) {
            Flash.notDone("import.none").on(redirect);
            return "redirect:/{c}/organize/import";
        }
        model.addAttribute("preview", preview.get());
        model.addAttribute("zones", Zones.choices(preview.get().zone().getId()));
        model.addAttribute("flagged", flagged(preview.get().read().entries()));
        model.addAttribute("added", inOrder(preview.get().changes().added()));
        return "schedule/preview";
    }

    /** That a zone was assumed is told of the file as a whole. */
    private static Map<Flag, List<TalkText>> flagged(List<Entry> entries) {
        var flagged = new EnumMap<Flag, List<TalkText>>(Flag.class);
        for (var flag : EnumSet.complementOf(EnumSet.of(Flag.ZONE_ASSUMED))) {
            var those = entries.stream()
                    .filter(entry -> entry.flags().contains(flag))
                    .toList();
            if (!those.isEmpty()) {
                flagged.put(flag, inOrder(those));
            }
        }
        return flagged;
    }

    private static List<TalkText> inOrder(List<Entry> entries) {
        return entries.stream()
                .map(TalkText::of)
                .sorted(Comparator.comparing(TalkText::start))
                .toList();
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
            return stale(redirect);
        }
        return switch (imports.use(conference, preview)) {
            case STALE -> stale(redirect);
            case AWAY -> away(redirect);
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
        Flash.notDone("import.stale").on(redirect);
        return "redirect:/{c}/organize/import/preview";
    }

    private static String away(RedirectAttributes redirect) {
        Flash.notDone("import.away").on(redirect);
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
