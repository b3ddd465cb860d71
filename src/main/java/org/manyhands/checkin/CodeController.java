package org.manyhands.checkin;

import java.time.Clock;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.manyhands.volunteer.Registry;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A volunteer's code to show at the desk, and what the phone of somebody at the desk opens that reads it. */
@Controller
class CodeController {

    private final Registry registry;
    private final Codes codes;
    private final Expected expected;
    private final People people;
    private final BaseUrl baseUrl;
    private final Clock clock;

    CodeController(Registry registry, Codes codes, Expected expected, People people, BaseUrl baseUrl, Clock clock) {
        this.registry = registry;
        this.codes = codes;
        this.expected = expected;
        this.people = people;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    @GetMapping("/{c}/me/code")
    String mine(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = registry.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return "redirect:/" + conference.slug() + "/join";
        }
        var address = baseUrl.of("/" + conference.slug() + "/organize/checkin/code/" + codes.of(volunteer.get()));
        model.addAttribute("qr", QrCode.of(address));
        return "checkin/my-code";
    }

    @GetMapping("/{c}/organize/checkin/code/{code}")
    String read(ConferencePage conference, AtDesk atDesk, @PathVariable String code, Model model) {
        var now = clock.instant();
        var desk = atDesk.in(conference.id());
        var volunteer = codes.read(code).orElseThrow(NotFound::new);
        var name = people.name(desk, volunteer).orElseThrow(NotFound::new);
        var arrivals = expected.of(desk, volunteer, now);
        model.addAttribute("name", name);
        model.addAttribute("list", CheckInList.of(arrivals, now));
        model.addAttribute("now", now);
        model.addAttribute("back", new Back(null, null, code));
        Flash.besideOneOf(arrivals.stream().map(each -> each.id().signupId()).toList(), model);
        return "checkin/code";
    }
}
