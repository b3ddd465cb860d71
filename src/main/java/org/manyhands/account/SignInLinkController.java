package org.manyhands.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The link from the mail. Opening it changes nothing, because mail scanners and previews open links too; the button on
 * its page signs in.
 */
@Controller
@RequestMapping("/sign-in/link")
class SignInLinkController {

    private final SignInDesk desk;
    private final SignInService service;

    SignInLinkController(SignInDesk desk, SignInService service) {
        this.desk = desk;
        this.service = service;
    }

    /** The address of this page holds the token, so no other server, nor our own log, is to read it as a referrer. */
    @ModelAttribute
    void tellNobodyTheAddress(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        var page = service.look(new Token(token));
        if (page.end() != null) {
            return dead(page.end(), token, model, response);
        }
        model.addAttribute("page", page);
        model.addAttribute("token", token);
        return "account/link";
    }

    @PostMapping
    String signIn(
            @RequestParam(defaultValue = "") String token,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (service.redeem(new Token(token))) {
            case Redemption.Entered entered -> desk.enter(entered, request, response, redirect);
            case Redemption.Dead(var end) -> dead(end, token, model, response);
            case Redemption.WrongCode wrong -> throw new IllegalStateException("a link has no code");
        };
    }

    /** The link of a page, or the request this browser made: whichever has died. */
    @PostMapping("/renew")
    String renew(@RequestParam(required = false) @Nullable String token, HttpSession session) {
        var renewed = token == null ? AskedHere.in(session).flatMap(service::renew) : service.renew(new Token(token));
        return renewed.map(asked -> desk.asked(session, asked)).orElse("redirect:/sign-in");
    }

    /** @param token of the link, none where a code was typed */
    static String dead(SignIn.End end, @Nullable String token, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("end", end);
        model.addAttribute("token", token);
        model.addAttribute("minutes", SignIn.LIFETIME.toMinutes());
        model.addAttribute("tries", SignIn.TRIES);
        return "account/dead";
    }
}
