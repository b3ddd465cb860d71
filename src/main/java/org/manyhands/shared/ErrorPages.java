package org.manyhands.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
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
        var page = resolveErrorView(request, response, status, Map.of());
        return page == null ? new ModelAndView("error/5xx") : page;
    }
}
