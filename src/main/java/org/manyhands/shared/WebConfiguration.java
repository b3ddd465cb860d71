package org.manyhands.shared;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Answers every change with 303 See Other (RFC 9110, 15.4.4), so that a reload repeats nothing. */
@Configuration
class WebConfiguration {

    @Autowired
    void seeOther(ThymeleafViewResolver views) {
        views.setRedirectHttp10Compatible(false);
    }
}
