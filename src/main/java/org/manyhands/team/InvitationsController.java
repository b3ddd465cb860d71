package org.manyhands.team;

import java.time.Clock;
import java.util.UUID;
import org.manyhands.account.SignedIn;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reader is asked to join, whichever conference asks. The mail leads here; signing in says that it is them. */
@Controller
@RequestMapping("/invitations")
class InvitationsController {

    private static final String HERE = "redirect:/invitations";

    private final Members members;
    private final Inviting inviting;
    private final Clock clock;

    InvitationsController(Members members, Inviting inviting, Clock clock) {
        this.members = members;
        this.inviting = inviting;
        this.clock = clock;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn asker, Model model) {
        model.addAttribute("offers", members.offersTo(asker.accountId(), clock.instant()));
        model.addAttribute("email", asker.email());
        return "team/invitations";
    }

    @PostMapping("/{id}/accept")
    String accept(@PathVariable UUID id, @AuthenticationPrincipal SignedIn asker, RedirectAttributes redirect) {
        var offer = find(id, asker);
        try {
            inviting.accept(asker.accountId(), id);
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key()).on(redirect);
            return HERE;
        }
        Flash.done("team.joined", offer.conference()).on(redirect);
        return "redirect:/" + offer.slug() + "/organize";
    }

    @PostMapping("/{id}/decline")
    String decline(@PathVariable UUID id, @AuthenticationPrincipal SignedIn asker, RedirectAttributes redirect) {
        var offer = find(id, asker);
        inviting.decline(asker.accountId(), id);
        Flash.done("team.declined", offer.conference()).on(redirect);
        return HERE;
    }

    private Members.Offer find(UUID id, SignedIn asker) {
        return members.offersTo(asker.accountId(), clock.instant()).stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
