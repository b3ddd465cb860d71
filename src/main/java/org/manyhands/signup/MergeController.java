package org.manyhands.signup;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether two registrations are one person's, and what becomes of their shifts; for those who see every role. */
@Controller
@RequestMapping("/{c}/organize/volunteers/{id}/merge")
class MergeController {

    private final SamePerson people;
    private final Merging merging;
    private final Waitlist waitlist;

    MergeController(SamePerson people, Merging merging, Waitlist waitlist) {
        this.people = people;
        this.merging = merging;
        this.waitlist = waitlist;
    }

    /**
     * @param with who may be the same; without, some are offered
     * @param q part of a name or an address, to find others
     */
    @GetMapping
    String show(
            ConferencePage conference,
            RolesInSight roles,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID with,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        var one = one(conference, roles, id);
        model.addAttribute("one", one);
        model.addAttribute("q", q);
        if (with == null) {
            var sought = q.isBlank() ? null : q.strip();
            model.addAttribute(
                    "found", people.perhaps(conference.id(), one.helper().id(), sought));
            return "signup/same-person";
        }
        var pair = MergePair.of(one, one(conference, roles, with));
        if (id.equals(with) || !pair.gone().walkedIn()) {
            throw new NotFound();
        }
        var held = people.held(pair.keptId(), pair.goneId());
        model.addAttribute("other", with);
        model.addAttribute("pair", pair);
        model.addAttribute("held", held);
        model.addAttribute("clashes", SamePerson.Clash.between(held, pair.keptId()));
        return "signup/merge";
    }

    @PostMapping
    String merge(
            ConferencePage conference,
            RolesInSight roles,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID with,
            @RequestParam(required = false) MergePair.@Nullable Keep keep,
            RedirectAttributes redirect) {
        var name = one(conference, roles, id).helper().name();
        if (with == null) {
            throw new NotFound();
        }
        try {
            var merged = merging.merge(conference.id(), new VolunteerId(id), new VolunteerId(with), keep);
            waitlist.serve(merged.toServe());
            var kept =
                    one(conference, roles, merged.kept().volunteerId()).helper().name();
            Flash.done("merge.done", kept).on(redirect);
            redirect.addAttribute("q", kept);
            return "redirect:/{c}/organize/volunteers";
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key(), name).on(redirect);
            redirect.addAttribute("with", with);
            return "redirect:/{c}/organize/volunteers/{id}/merge";
        }
    }

    private SamePerson.Someone one(ConferencePage conference, RolesInSight roles, UUID id) {
        return Optional.of(new VolunteerId(id))
                .filter(_ -> roles.everyRole())
                .flatMap(volunteer -> people.one(conference.id(), volunteer))
                .orElseThrow(NotFound::new);
    }
}
