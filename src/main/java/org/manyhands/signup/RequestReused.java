package org.manyhands.signup;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A form's id came back with another shift in it: not the repetition it claims to be. */
@ResponseStatus(HttpStatus.CONFLICT)
class RequestReused extends RuntimeException {}
