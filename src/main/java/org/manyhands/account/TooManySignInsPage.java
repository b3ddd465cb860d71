package org.manyhands.account;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says the same from wherever a mail was asked for: here, or on a page of a floor above. */
@ControllerAdvice
class TooManySignInsPage {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooMany(TooManySignIns refusal, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.seconds()));
        model.addAttribute("mails", SignInService.UNUSED_AT_MOST);
        model.addAttribute("within", SignInService.WITHIN.toMinutes());
        model.addAttribute("minutes", refusal.minutes());
        return "account/too-many";
    }
}
