package org.manyhands.conference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.SignedIn;
import org.manyhands.shared.NotFound;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands the conference of the address's {@code {c}} to every handler that asks for it, and to its page as
 * {@code conference}. An unpublished conference exists for its organizers only.
 */
@Component
class ConferencePageResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

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
        return parameter.getParameterType() == ConferencePage.class;
    }

    @Override
    public ConferencePage resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var found = conferences
                .find(slugIn(request), asker())
                .filter(ConferencePages.Found::isVisible)
                .orElseThrow(NotFound::new);
        if (page != null) {
            page.addAttribute("conference", found.conference());
            page.addAttribute("organizing", found.organizing());
        }
        return found.conference();
    }

    private static @Nullable SignedIn asker() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn asker ? asker : null;
    }

    private static String slugIn(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (variables instanceof Map<?, ?> map && map.get("c") instanceof String slug) {
            return slug;
        }
        throw new NotFound();
    }
}
