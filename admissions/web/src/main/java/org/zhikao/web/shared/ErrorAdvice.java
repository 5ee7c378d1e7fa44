package org.zhikao.web.shared;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.zhikao.admissions.process.RebuildUnderWay;
import org.zhikao.admissions.shared.Malformed;
import org.zhikao.admissions.shared.Refused;

/** Turns what was thrown into what is said; one place, so that no code has two texts or two statuses. */
@ControllerAdvice
class ErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final ErrorWriter errors;

    ErrorAdvice(ErrorWriter errors) {
        this.errors = errors;
    }

    @ExceptionHandler
    Object refused(Refused refusal, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, Problem.of(refusal));
    }

    @ExceptionHandler
    Object unusable(Unusable input, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, Problem.of(input));
    }

    /** 处理中: every case is being folded onto another version; soon it is over. */
    @ExceptionHandler
    Object rebuilding(RebuildUnderWay why, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Retry-After", "10");
        return errors.answer(request, response, 503, "PROCESS_REBUILDING", Map.of());
    }

    @ExceptionHandler
    Object missing(NotFound what, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 404, "NOT_FOUND", Map.of());
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    Object nowhere(Exception what, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 404, "NOT_FOUND", Map.of());
    }

    /** A check below the address, such as a case of another school: reads as if it did not exist. */
    @ExceptionHandler
    Object denied(AccessDeniedException why, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 403, "ACCESS_DENIED", Map.of());
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException why, HttpServletRequest request, HttpServletResponse response) {
        Throwable cause = why.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return errors.answer(
                    request, response, 400, "UNKNOWN_FIELD", Map.of("field", shortened(unknown.getPropertyName())));
        }
        if (within(cause, StreamConstraintsException.class)) {
            return errors.answer(request, response, 413, "BODY_OUT_OF_PROPORTION", Map.of());
        }
        if (within(cause, JsonParseException.class)) {
            return errors.answer(request, response, 400, "MALFORMED_JSON", Map.of());
        }
        // Without a place the whole body is wrong: something behind it, or no object at all.
        if (cause instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            String path = wrong.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            return errors.answer(request, response, 400, "WRONG_TYPE", Map.of("field", path));
        }
        return errors.answer(request, response, 400, "MALFORMED_JSON", Map.of());
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MethodArgumentTypeMismatchException.class,
        Malformed.class
    })
    Object malformed(Exception why, HttpServletRequest request, HttpServletResponse response) {
        // With its stack: an id that was typed and one that a stored fact holds look the same from here.
        LOG.warn("ADM-WEB-001 malformed request {} {}", request.getMethod(), request.getRequestURI(), why);
        return errors.answer(request, response, 400, "MALFORMED_REQUEST", Map.of());
    }

    @ExceptionHandler
    Object method(
            HttpRequestMethodNotSupportedException why, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 405, "METHOD_NOT_ALLOWED", Map.of());
    }

    @ExceptionHandler
    Object type(HttpMediaTypeNotSupportedException why, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 415, "MEDIA_TYPE_NOT_SUPPORTED", Map.of());
    }

    @ExceptionHandler
    Object accept(HttpMediaTypeNotAcceptableException why, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 406, "NOT_ACCEPTABLE", Map.of());
    }

    @ExceptionHandler
    Object large(MaxUploadSizeExceededException why, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 413, "FILE_TOO_LARGE", Map.of());
    }

    @ExceptionHandler
    Object parts(MultipartException why, HttpServletRequest request, HttpServletResponse response) {
        return errors.answer(request, response, 400, "MALFORMED_REQUEST", Map.of());
    }

    @ExceptionHandler
    Object failed(Exception why, HttpServletRequest request, HttpServletResponse response) {
        // The one place that knows neither cause nor cure: the log has the stack, the reader a sentence.
        LOG.error("ADM-WEB-002 failed {} {}", request.getMethod(), request.getRequestURI(), why);
        return errors.answer(request, response, HttpStatus.INTERNAL_SERVER_ERROR.value(), "FAILED", Map.of());
    }

    private static boolean within(@Nullable Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }
}
