package org.manyhands.signup;

import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those who lost a shift because it moved, for organizers to settle one by one. */
@Controller
class ConflictsController {

    private final Conflicts conflicts;

    ConflictsController(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping("/{c}/organize/conflicts")
    String list(ConferencePage conference, RolesInSight inSight, Model model) {
        model.addAttribute("conflicts", conflicts.unsettled(conference.id(), inSight));
        return "signup/conflicts";
    }

    @PostMapping("/{c}/organize/conflicts/{id}/settle")
    String settle(
            ConferencePage conference, @PathVariable SignupId id, RolesInSight inSight, RedirectAttributes redirect) {
        conflicts.settle(conference.id(), id, inSight);
        Flash.done("conflicts.settled").on(redirect);
        return "redirect:/{c}/organize/conflicts";
    }
}
