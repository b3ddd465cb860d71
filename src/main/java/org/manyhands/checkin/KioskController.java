package org.manyhands.checkin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.manyhands.account.Token;
import org.manyhands.checkin.DeviceLinks.Opened;
import org.manyhands.shared.Flash;
import org.manyhands.signup.CheckIn;
import org.manyhands.signup.CheckIn.Outcome;
import org.manyhands.signup.SignupId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where volunteers tap themselves in, at a device that anybody can reach: by its link, with nobody signed in. A passer-by
 * finds there who is expected around now, by the beginning of a word of their name and not in whole, at most so often a
 * minute; and can say that one of them is there, which the desk sees and puts right.
 */
@Controller
@RequestMapping("/desk/{token}")
class KioskController {

    private static final int LETTERS = 3;
    private static final int MOST_FOUND = 8;
    private static final Duration UNDO_WITHIN = Duration.ofMinutes(1);

    /** So long the page says to somebody that they are here; then it is the next one's. */
    private static final int NEXT_PLEASE_SECONDS = 20;

    private final DeviceLinks links;
    private final Expected expected;
    private final CheckIn checkIn;
    private final Clock clock;

    KioskController(DeviceLinks links, Expected expected, CheckIn checkIn, Clock clock) {
        this.links = links;
        this.expected = expected;
        this.checkIn = checkIn;
        this.clock = clock;
    }

    /** Who just tapped themselves in, for the page after it. */
    record TappedIn(UUID signup, int version, String name) implements Serializable {}

    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response,
            Model model) {
        Screens.keepOutOfSearchEngines(response);
        var opened = links.open(Device.Kind.DESK, new Token(token));
        var sought = q.strip();
        model.addAttribute("opened", opened);
        model.addAttribute("here", "/desk/" + token);
        model.addAttribute("q", sought);
        if (!sought.isEmpty()) {
            var found = find(opened, sought, clock.instant());
            model.addAttribute("found", found.stream().limit(MOST_FOUND).toList());
            model.addAttribute("more", found.size() > MOST_FOUND);
        }
        if (!sought.isEmpty() || model.getAttribute(Flash.NAME) != null) {
            // Somebody's names do not stay for the next one to read
            response.setHeader("Refresh", NEXT_PLEASE_SECONDS * (sought.isEmpty() ? 1 : 3) + "; url=/desk/" + token);
        }
        return "checkin/kiosk";
    }

    @PostMapping("/arrived")
    String arrived(@PathVariable String token, @RequestParam SignupId signup, RedirectAttributes redirect) {
        var opened = links.open(Device.Kind.DESK, new Token(token));
        refuseTooMuch(opened);
        var answer = checkIn.arrived(opened.desk(), signup);
        var name = new Name(answer.name()).inShort();
        if (answer.outcome() == Outcome.WRITTEN) {
            redirect.addFlashAttribute("tappedIn", new TappedIn(signup.signupId(), answer.version(), name));
        }
        tell("kiosk.arrived." + answer.outcome(), name, isFine(answer.outcome()), redirect);
        return "redirect:/desk/{token}";
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable String token,
            @RequestParam SignupId signup,
            @RequestParam int version,
            RedirectAttributes redirect) {
        var opened = links.open(Device.Kind.DESK, new Token(token));
        refuseTooMuch(opened);
        var answer = checkIn.undoArrival(opened.desk(), signup, version, UNDO_WITHIN);
        var name = new Name(answer.name()).inShort();
        tell("kiosk.undo." + answer.outcome(), name, isFine(answer.outcome()), redirect);
        return "redirect:/desk/{token}";
    }

    private static boolean isFine(Outcome outcome) {
        return outcome == Outcome.WRITTEN || outcome == Outcome.ALREADY;
    }

    private static void tell(String key, String name, boolean done, RedirectAttributes redirect) {
        (done ? Flash.done(key, name) : Flash.notDone(key, name)).on(redirect);
    }

    private List<Arrival> find(Opened opened, String q, Instant now) {
        refuseTooMuch(opened);
        return expected.at(opened.desk(), now).stream()
                .filter(each -> each.during().end().isAfter(now))
                .filter(each -> each.name().startsLike(q, LETTERS))
                .toList();
    }

    private void refuseTooMuch(Opened opened) {
        if (links.isAskedTooMuch(opened.id())) {
            throw new AskedTooMuch();
        }
    }

    private static final class AskedTooMuch extends RuntimeException {}

    @ExceptionHandler(AskedTooMuch.class)
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String askedTooMuch(HttpServletResponse response) {
        response.setHeader("Retry-After", "60");
        return "error/429";
    }
}
