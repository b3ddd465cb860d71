package org.manyhands.roster;

import java.time.Clock;
import java.util.UUID;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.signup.RequestIds;
import org.manyhands.volunteer.Registry;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody was asked to take: a yes goes the one way onto a shift, a no is worth a press too. */
@Controller
class AskedController {

    private final Registry registry;
    private final ShiftList shifts;
    private final Asking asking;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskedController(Registry registry, ShiftList shifts, Asking asking, JdbcClient jdbc, Clock clock) {
        this.registry = registry;
        this.shifts = shifts;
        this.asking = asking;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param onIt whether they have it by now */
    private record Ask(ShiftId shift, boolean declined, boolean onIt) {}

    @GetMapping("/{c}/me/asked/{id}")
    String show(
            ConferencePage conference, @PathVariable UUID id, @AuthenticationPrincipal SignedIn asker, Model model) {
        var ask = ask(id, volunteer(conference, asker));
        var shift = shifts.published(conference.id(), ask.shift())
                .filter(each -> each.during().start().isAfter(clock.instant()));
        model.addAttribute("ask", id);
        model.addAttribute("declined", ask.declined());
        model.addAttribute("onIt", ask.onIt());
        model.addAttribute("shift", shift.orElse(null));
        model.addAttribute("requestIds", RequestIds.RANDOM);
        return "roster/asked";
    }

    @PostMapping("/{c}/me/asked/{id}/decline")
    String decline(
            ConferencePage conference,
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        if (!asking.decline(id, volunteer(conference, asker))) {
            throw new NotFound();
        }
        Flash.done("asked.declined").on(redirect);
        return "redirect:/{c}/me";
    }

    private VolunteerId volunteer(ConferencePage conference, SignedIn asker) {
        return registry.volunteer(conference.id(), asker).orElseThrow(NotFound::new);
    }

    /** Only one's own. */
    private Ask ask(UUID id, VolunteerId volunteer) {
        return jdbc.sql("""
                        select shift_id, declined_at is not null as declined, exists (
                            select from signup where signup.shift_id = shift_ask.shift_id
                              and signup.volunteer_id = shift_ask.volunteer_id
                              and state in ('CONFIRMED', 'OFFERED')) as on_it
                        from shift_ask where shift_ask_id = :ask and volunteer_id = :volunteer
                        """)
                .param("ask", id)
                .param("volunteer", volunteer.volunteerId())
                .query((row, number) -> new Ask(
                        ShiftId.of(row.getString("shift_id")), row.getBoolean("declined"), row.getBoolean("on_it")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
