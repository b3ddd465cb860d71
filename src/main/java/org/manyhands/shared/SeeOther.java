package org.manyhands.shared;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Has "redirect:" answer 303, so that browsers follow with GET whatever they sent, and with an address that does not
 * repeat the Host header of the request.
 */
@Configuration(proxyBeanMethods = false)
class SeeOther {

    SeeOther(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}
