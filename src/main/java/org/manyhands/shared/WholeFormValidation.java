package org.manyhands.shared;

import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * Lets a form name everything that is wrong with it at once. A record in which one field cannot be read is not made,
 * so Spring asks the validator field by field; Spring Boot's wrapper cannot do that and stays silent on the others.
 */
@ControllerAdvice
class WholeFormValidation {

    private final SmartValidator validator;

    WholeFormValidation(SmartValidator defaultValidator) {
        this.validator = defaultValidator;
    }

    @InitBinder
    void validateFieldByField(WebDataBinder binder) {
        if (binder.getTarget() == null || validator.supports(binder.getTarget().getClass())) {
            binder.setValidator(validator);
        }
    }

    /** A record that was not made leaves no trace of its class, so the order of its fields is kept for the page here. */
    @InitBinder
    void rememberTheOrderOfFields(WebDataBinder binder, WebRequest request) {
        var target = binder.getTargetType();
        var type = target == null ? null : target.resolve();
        if (type != null && type.isRecord()) {
            var before = request.getAttribute(FieldOrder.NAME, RequestAttributes.SCOPE_REQUEST);
            var order = FieldOrder.of(type);
            request.setAttribute(
                    FieldOrder.NAME,
                    before instanceof FieldOrder first ? first.then(order) : order,
                    RequestAttributes.SCOPE_REQUEST);
        }
    }
}
