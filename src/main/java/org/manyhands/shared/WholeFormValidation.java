package org.manyhands.shared;

import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

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
}
