package org.manyhands.conference;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.Rights.Standing;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands the conference of the address's {@code {c}} to every handler that asks for it, and to its page as
 * {@code conference}; and to organizers' handlers which roles the asker may see, and how they stand. An unpublished
 * conference exists for its team only.
 */
@Component
class ConferencePageResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Set<Class<?>> HANDED = Set.of(ConferencePage.class, RolesInSight.class, Standing.class);

    private final ConferencePages conferences;

    ConferencePageResolver(ConferencePages conferences) {
        this.conferences = conferences;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return HANDED.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var found = conferences.found(request);
        if (parameter.getParameterType() == RolesInSight.class) {
            return found.rolesInSight();
        }
        if (parameter.getParameterType() == Standing.class) {
            return found.standing();
        }
        if (page != null) {
            page.addAttribute("conference", found.conference());
            page.addAttribute("teamStanding", found.standing());
        }
        return found.conference();
    }
}
