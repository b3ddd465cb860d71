package org.manyhands.checkin;

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

/** Tells the check-in's handlers, and their pages as {@code atDesk}, what the asker may do there; else it is a 404. */
@Component
class AtDeskResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final DeskRights rights;

    AtDeskResolver(DeskRights rights) {
        this.rights = rights;
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
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn asker)
                || !(variables instanceof Map<?, ?> address)
                || !(address.get("c") instanceof String slug)) {
            throw new NotFound();
        }
        var atDesk = rights.of(asker.accountId(), slug).orElseThrow(NotFound::new);
        if (page != null) {
            page.addAttribute("atDesk", atDesk);
        }
        return atDesk;
    }
}
