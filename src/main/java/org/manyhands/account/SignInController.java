package org.manyhands.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.manyhands.mail.LocalMailbox;
import org.manyhands.shared.Flash;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a mail to sign in with, and typing the code from it in the same browser. */
@Controller
class SignInController {

    private final SignInDesk desk;
    private final SignInService service;
    private final ObjectProvider<LocalMailbox> localMailbox;

    SignInController(SignInDesk desk, SignInService service, ObjectProvider<LocalMailbox> localMailbox) {
        this.desk = desk;
        this.service = service;
        this.localMailbox = localMailbox;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(required = false) @Nullable String next, Model model) {
        model.addAttribute("form", new SignInForm(null, LocalPath.orHome(next).text()));
        return "account/sign-in";
    }

    @PostMapping("/sign-in")
    String ask(@Valid @ModelAttribute("form") SignInForm form, BindingResult errors, HttpSession session) {
        return errors.hasErrors() ? "account/sign-in" : desk.ask(session, form.email(), LocalPath.orHome(form.next()));
    }

    @GetMapping("/sign-in/sent")
    String sent(HttpServletRequest request, Model model) {
        return AskedHere.in(request.getSession(false))
                .map(asked -> sent(asked, model.addAttribute("form", new CodeForm(""))))
                .orElse("redirect:/sign-in");
    }

    @PostMapping("/sign-in/code")
    String code(
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var asked = AskedHere.in(request.getSession(false)).orElse(null);
        if (asked == null) {
            Flash.notDone("sign-in.code.other-browser").on(redirect);
            return "redirect:/sign-in";
        }
        var code = Code.typed(form.code()).orElse(null);
        if (code == null) {
            errors.rejectValue("code", "sign-in.code.six-digits");
            return sent(asked, model);
        }
        return switch (service.redeem(asked, code)) {
            case Redemption.Entered entered -> desk.enter(entered, request, response, redirect);
            case Redemption.WrongCode(int left) -> {
                errors.rejectValue("code", "sign-in.code.wrong", new Object[] {left}, null);
                yield sent(asked, model);
            }
            case Redemption.Dead(var end) -> SignInLinkController.dead(end, null, model, response);
        };
    }

    private String sent(AskedHere asked, Model model) {
        model.addAttribute("email", asked.shownEmail());
        model.addAttribute("purpose", service.purpose(asked.signIn()).orElse(null));
        model.addAttribute("minutes", SignIn.LIFETIME.toMinutes());
        model.addAttribute("mailbox", localMailbox.getIfAvailable() != null);
        return "account/sent";
    }

    @NullUnmarked
    record SignInForm(@NotNull EmailAddress email, String next) {}

    @NullUnmarked
    record CodeForm(String code) {}
}
