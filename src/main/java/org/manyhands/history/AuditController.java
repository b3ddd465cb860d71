package org.manyhands.history;

import java.time.Clock;
import org.manyhands.conference.ConferencePage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who changed what at a conference; for its organizers only, as it tells of all roles and all people. */
@Controller
class AuditController {

    private final Changes changes;
    private final Actors actors;
    private final Telling telling;
    private final Clock clock;

    AuditController(Changes changes, Actors actors, Telling telling, Clock clock) {
        this.changes = changes;
        this.actors = actors;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping("/{c}/organize/audit")
    String audit(ConferencePage conference, AuditFilter filter, Model model) {
        var found = changes.find(conference, filter);
        var page = found.subList(0, Math.min(found.size(), Changes.ON_A_PAGE));
        model.addAttribute("now", clock.instant());
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", AuditFilter.KINDS);
        model.addAttribute("actors", actors.of(conference, filter, page));
        model.addAttribute("entries", telling.tell(conference, page));
        model.addAttribute(
                "older",
                found.size() > page.size() ? filter.olderThan(page.getLast().id()) : null);
        return "history/audit";
    }
}
