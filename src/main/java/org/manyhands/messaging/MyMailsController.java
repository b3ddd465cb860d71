package org.manyhands.messaging;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.signup.MyShifts;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which mails a volunteer wants. */
@Controller
class MyMailsController {

    private static final Map<Stream, String> WORDS = Arrays.stream(Stream.values())
            .collect(toMap(identity(), Stream::words, (one, _) -> one, LinkedHashMap::new));

    private final MyShifts myShifts;
    private final Unsubscribing unsubscribing;

    MyMailsController(MyShifts myShifts, Unsubscribing unsubscribing) {
        this.myShifts = myShifts;
        this.unsubscribing = unsubscribing;
    }

    /** Those that are ticked. */
    record Wanted(Set<Stream> wanted) {

        Wanted {
            wanted = wanted == null ? Set.of() : wanted;
        }
    }

    @GetMapping("/{c}/me/mails")
    String page(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return join(conference);
        }
        model.addAttribute("form", new Wanted(EnumSet.complementOf(unsubscribing.refusedBy(volunteer.get()))));
        model.addAttribute("streams", WORDS);
        return "messaging/my-mails";
    }

    @PostMapping("/{c}/me/mails")
    String save(
            ConferencePage conference,
            @AuthenticationPrincipal SignedIn asker,
            @ModelAttribute("form") Wanted form,
            RedirectAttributes redirect) {
        var volunteer = myShifts.volunteer(conference.id(), asker);
        if (volunteer.isEmpty()) {
            return join(conference);
        }
        for (var stream : Stream.values()) {
            settle(volunteer.get(), stream, form.wanted().contains(stream));
        }
        Flash.done("mails.saved").on(redirect);
        return "redirect:/" + conference.slug() + "/me/mails";
    }

    private void settle(VolunteerId volunteer, Stream stream, boolean wanted) {
        if (wanted) {
            unsubscribing.want(volunteer, stream);
        } else {
            unsubscribing.refuse(volunteer, stream);
        }
    }

    private static String join(ConferencePage conference) {
        return "redirect:/" + conference.slug() + "/join";
    }
}
