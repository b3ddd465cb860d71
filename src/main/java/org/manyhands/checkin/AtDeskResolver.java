package org.manyhands.checkin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePages;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells the check-in's handlers and pages what the asker may do there. */
@Component
class AtDeskResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ConferencePages conferences;

    AtDeskResolver(ConferencePages conferences) {
        this.conferences = conferences;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AtDesk.class;
    }

    @Override
    public AtDesk resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var atDesk = AtDesk.of(conferences.standing(request), conferences.rolesInSight(request));
        if (page != null) {
            page.addAttribute("atDesk", atDesk);
        }
        return atDesk;
    }
}
