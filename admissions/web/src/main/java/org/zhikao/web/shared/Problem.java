package org.zhikao.web.shared;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.zhikao.admissions.shared.Refused;

/**
 * 问题: what a request ends in when it does not end well.
 *
 * @param family message keys of the text begin with it: {@code refusal.<feature>}, {@code unusable}, {@code transport}
 * @param code stable, for programs
 */
record Problem(HttpStatus status, String family, String code, Map<String, String> parameters) {
    Problem {
        parameters = Map.copyOf(parameters);
    }

    static Problem of(int status, String transportCode, Map<String, String> parameters) {
        return new Problem(HttpStatus.valueOf(status), "transport", transportCode, parameters);
    }

    static Problem of(Refused refusal) {
        return new Problem(
                RefusalStatus.of(refusal.code()),
                Texts.family(refusal.code()),
                refusal.code().name(),
                refusal.parameters());
    }

    static Problem of(Unusable input) {
        return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "unusable", input.code(), input.parameters());
    }
}
