package org.manyhands.signup;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people on one shift, for organizers: put somebody on it, take somebody off, or clear it altogether. */
@Controller
@RequestMapping("/{c}/organize/shifts/{id}")
class ShiftPeopleController {

    private static final String HERE = "redirect:/{c}/organize/shifts/{id}/people";

    private static final int LONGEST_TEXT = 300;

    private final ShiftPeople people;
    private final Assigning assigning;
    private final Clearing clearing;
    private final Waitlist waitlist;

    ShiftPeopleController(ShiftPeople people, Assigning assigning, Clearing clearing, Waitlist waitlist) {
        this.people = people;
        this.assigning = assigning;
        this.clearing = clearing;
        this.waitlist = waitlist;
    }

    /** A rule that stands against putting somebody on, in words. */
    record Against(String key, List<Object> facts, boolean firm) {}

    /**
     * @param q part of a name or an address, to find whom to put on
     * @param volunteer the one chosen of them against whom a rule stands
     */
    @GetMapping("/people")
    String show(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID volunteer,
            Model model) {
        var there = people.on(id);
        model.addAttribute("shift", people.head(conference.id(), id));
        model.addAttribute("there", there);
        model.addAttribute("q", q);
        model.addAttribute("found", q.isBlank() ? List.of() : people.find(conference.id(), q));
        model.addAttribute("elsewhere", there.isEmpty() ? null : people.insteadOf(id, conference));
        if (volunteer != null) {
            var chosen = new VolunteerId(volunteer);
            model.addAttribute("chosen", people.one(conference.id(), chosen).orElseThrow(NotFound::new));
            model.addAttribute("against", against(conference, chosen, id));
        }
        return "signup/people";
    }

    private List<Against> against(ConferencePage conference, VolunteerId volunteer, ShiftId shift) {
        return assigning.against(volunteer, shift).stream()
                .map(broken -> new Against(
                        "assign.against." + broken.rule(),
                        broken.facts().stream().map(conference.times()::say).toList(),
                        broken.isFirm()))
                .toList();
    }

    /** @param reason why it is to be done though a rule stands against it */
    @PostMapping("/people")
    String assign(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam UUID volunteer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var why = shortened(reason);
        var outcome = assigning.assign(conference.id(), id, new VolunteerId(volunteer), why.isEmpty() ? null : why);
        if (outcome instanceof SignupOutcome.Refused) {
            Flash.notDone("assign.refused").on(redirect);
            redirect.addAttribute("volunteer", volunteer);
            return HERE;
        }
        Flash.done("assign.done").on(redirect);
        return HERE;
    }

    @PostMapping("/people/remove")
    String remove(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam UUID volunteer,
            @RequestParam(defaultValue = "") String word,
            RedirectAttributes redirect) {
        var removed = assigning.remove(conference.id(), id, new VolunteerId(volunteer), shortened(word));
        waitlist.serve(List.of(id));
        (removed ? Flash.done("assign.removed") : Flash.notDone("assign.not-there")).on(redirect);
        return HERE;
    }

    @PostMapping("/cancel")
    String cancel(ConferencePage conference, @PathVariable ShiftId id, RedirectAttributes redirect) {
        Flash.done("clearing.cancelled", clearing.cancel(conference.id(), id)).on(redirect);
        return "redirect:/{c}/organize/shifts/{id}";
    }

    /** @param to the shift that everybody is to do instead */
    @PostMapping("/hand-over")
    String moveEverybody(
            ConferencePage conference, @PathVariable ShiftId id, @RequestParam UUID to, RedirectAttributes redirect) {
        var cleared = clearing.moveEverybody(conference.id(), id, new ShiftId(to));
        Flash.done("clearing.moved", cleared.moved(), cleared.torn()).on(redirect);
        return cleared.torn() > 0 ? "redirect:/{c}/organize/conflicts" : "redirect:/{c}/organize/shifts/{id}";
    }

    private static String shortened(String text) {
        var line = text.strip();
        return line.substring(0, Math.min(LONGEST_TEXT, line.length()));
    }
}
