package org.manyhands.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows {@code templates/error/<status>.html}, else {@code 4xx} or {@code 5xx}; never a word of the exception. */
@Controller
class ErrorPages extends AbstractErrorController {

    ErrorPages(ErrorAttributes attributes, List<ErrorViewResolver> pages) {
        super(attributes, pages);
    }

    @RequestMapping("${server.error.path:/error}")
    ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
            throw new NotFound(); // somebody typed this address
        }
        var status = getStatus(request);
        response.setStatus(status.value());
        var page = resolveErrorView(request, response, status, asked(request));
        return page == null ? new ModelAndView("error/5xx") : page;
    }

    /** The address that was read in vain: whoever signs in may find something there. A form cannot be sent by coming back. */
    private static Map<String, Object> asked(HttpServletRequest request) {
        return HttpMethod.GET.matches(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_METHOD)))
                        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                ? Map.of("from", address)
                : Map.of();
    }
}
