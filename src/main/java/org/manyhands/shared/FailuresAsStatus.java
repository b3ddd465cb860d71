package org.manyhands.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** The status of failures that are nobody's bug and that Spring would call a 500. */
@ControllerAdvice
class FailuresAsStatus {

    @ExceptionHandler
    void changedMeanwhile(OptimisticLockingFailureException failure, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }

    @ExceptionHandler
    void brokenUpload(MultipartException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Tells the dispatch to the error page not to read the upload again: it would fail again
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
        response.sendError(
                failure instanceof MaxUploadSizeExceededException
                        ? HttpStatus.CONTENT_TOO_LARGE.value()
                        : HttpStatus.BAD_REQUEST.value());
    }
}
