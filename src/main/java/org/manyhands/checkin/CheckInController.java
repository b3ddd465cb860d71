package org.manyhands.checkin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.signup.CheckIn;
import org.manyhands.signup.CheckIn.Answer;
import org.manyhands.signup.CheckIn.Outcome;
import org.manyhands.signup.CheckInDesk;
import org.manyhands.signup.SignupId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The check-in at the desk: who is expected around now, who has come and gone. */
@Controller
@RequestMapping("/{c}/organize/checkin")
class CheckInController {

    /** Fewer letters find half of the conference. */
    private static final int LETTERS = 3;

    private final Expected expected;
    private final People people;
    private final CheckIn checkIn;
    private final Clock clock;

    CheckInController(Expected expected, People people, CheckIn checkIn, Clock clock) {
        this.expected = expected;
        this.people = people;
        this.checkIn = checkIn;
        this.clock = clock;
    }

    @GetMapping
    String list(ConferencePage conference, AtDesk atDesk, Back asked, Model model) {
        var now = clock.instant();
        var desk = atDesk.in(conference.id());
        var q = asked.q();
        model.addAttribute("tooShort", false);
        if (q == null) {
            return list(expected.around(desk, asked.place(), now), List.of(), asked, desk, now, model);
        }
        if (q.codePointCount(0, q.length()) < LETTERS) {
            model.addAttribute("tooShort", true);
            return list(List.of(), List.of(), asked, desk, now, model);
        }
        return list(expected.called(desk, q, now), people.calledWithoutShift(desk, q, now), asked, desk, now, model);
    }

    private String list(
            List<Arrival> arrivals,
            List<People.Otherwise> otherwise,
            Back asked,
            CheckInDesk desk,
            Instant now,
            Model model) {
        model.addAttribute("now", now);
        model.addAttribute("back", asked);
        model.addAttribute("list", CheckInList.of(arrivals, now));
        model.addAttribute("places", expected.places(desk, now));
        model.addAttribute("otherwise", otherwise);
        Flash.besideOneOf(arrivals.stream().map(each -> each.id().signupId()).toList(), model);
        return "checkin/list";
    }

    @PostMapping("/signups/{id}/arrived")
    String arrived(
            ConferencePage conference,
            AtDesk atDesk,
            @PathVariable SignupId id,
            Back back,
            RedirectAttributes redirect) {
        return told("arrived", checkIn.arrived(atDesk.in(conference.id()), id), conference, id, back, redirect);
    }

    @PostMapping("/signups/{id}/left")
    String left(
            ConferencePage conference,
            AtDesk atDesk,
            @PathVariable SignupId id,
            Back back,
            RedirectAttributes redirect) {
        return told("left", checkIn.left(atDesk.in(conference.id()), id), conference, id, back, redirect);
    }

    /** @param version of the signup as the page showed it */
    @PostMapping("/signups/{id}/undo")
    String undo(
            ConferencePage conference,
            AtDesk atDesk,
            @PathVariable SignupId id,
            @RequestParam(defaultValue = "-1") int version,
            Back back,
            RedirectAttributes redirect) {
        return told("undo", checkIn.undo(atDesk.in(conference.id()), id, version), conference, id, back, redirect);
    }

    /** Says by whose name and time what stands there now, whatever was pressed: "Ida Moreau is here since 8:02." */
    static String told(
            String step,
            Answer answer,
            ConferencePage conference,
            SignupId id,
            Back back,
            RedirectAttributes redirect) {
        var times = conference.times();
        var is = answer.is();
        var at = is.doneAt() != null ? is.doneAt() : is.arrivedAt();
        var args = new Object[] {
            answer.name(), at == null ? "" : times.time(at), is.attendance().ordinal()
        };
        var key = "checkin." + step + "." + answer.outcome();
        var isFine = answer.outcome() == Outcome.WRITTEN || answer.outcome() == Outcome.ALREADY;
        (isFine ? Flash.done(key, args) : Flash.notDone("checkin." + answer.outcome(), args))
                .beside(id.signupId())
                .on(redirect);
        return "redirect:" + back.at(id, conference.slug());
    }
}
