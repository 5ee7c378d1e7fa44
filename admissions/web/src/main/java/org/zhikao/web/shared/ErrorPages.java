package org.zhikao.web.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside the controllers: filters, firewall, unknown addresses. */
@Controller
class ErrorPages implements ErrorController {
    private final ErrorWriter errors;

    ErrorPages(ErrorWriter errors) {
        this.errors = errors;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number
                ? HttpStatus.valueOf(number)
                : HttpStatus.NOT_FOUND;
        String code = request.getAttribute(ErrorWriter.CODE) instanceof String known ? known : codeOf(status);
        return errors.answer(request, response, Problem.of(status.value(), code, Map.of()));
    }

    private static String codeOf(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "SIGNED_OUT";
            case FORBIDDEN -> "ACCESS_DENIED";
            case NOT_FOUND -> "NOT_FOUND";
            case METHOD_NOT_ALLOWED -> "METHOD_NOT_ALLOWED";
            case PAYLOAD_TOO_LARGE -> "FILE_TOO_LARGE";
            default -> status.is4xxClientError() ? "MALFORMED_REQUEST" : "FAILED";
        };
    }
}
