package org.manyhands.messaging;

import org.manyhands.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Ends the mails of a stream: by the button of a mail program, which posts without cookie or token and expects no
 * redirect (RFC 8058), or by the page's own. Reading the page changes nothing, as programs follow links before people do.
 */
@Controller
class UnsubscribeController {

    private final Unsubscribing unsubscribing;

    UnsubscribeController(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @GetMapping("/unsubscribe/{token}")
    String page(@PathVariable String token, Model model) {
        var stop = unsubscribing.read(token).orElseThrow(NotFound::new);
        model.addAttribute("stop", stop);
        model.addAttribute("token", token);
        model.addAttribute("ended", unsubscribing.refusedBy(stop.volunteer()).contains(stop.stream()));
        return "messaging/unsubscribe";
    }

    @PostMapping("/unsubscribe/{token}")
    String end(@PathVariable String token, Model model) {
        var stop = unsubscribing.read(token).orElseThrow(NotFound::new);
        unsubscribing.refuse(stop.volunteer(), stop.stream());
        model.addAttribute("stop", stop);
        model.addAttribute("token", token);
        model.addAttribute("ended", true);
        return "messaging/unsubscribe";
    }
}
