package org.zhikao.web.shared;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.zhikao.admissions.shared.RefusalCode;

/**
 * Which HTTP status a refusal has. The rule: what the sender may never do is 403, what does not exist is 404, what another
 * input would mend is 422, and what only another time or state would mend is 409, which is therefore what is left.
 */
final class RefusalStatus {
    private static final Map<String, HttpStatus> BY_NAME = Map.ofEntries(
            Map.entry("NOT_YOURS", FORBIDDEN),
            Map.entry("SAME_PERSON", FORBIDDEN),
            Map.entry("OWN_SCHOOL", FORBIDDEN),
            Map.entry("DRAFTER_MAY_NOT_APPROVE", FORBIDDEN),
            Map.entry("PROCESS_AUTHOR", FORBIDDEN),
            Map.entry("DRAFTER_MAY_NOT_PUBLISH", FORBIDDEN),
            Map.entry("AMENDMENT_REASON", UNPROCESSABLE_ENTITY),
            Map.entry("TOO_FEW_VOTERS", UNPROCESSABLE_ENTITY),
            Map.entry("NOTICE_MISSING", UNPROCESSABLE_ENTITY),
            Map.entry("NO_APPLICATION", NOT_FOUND),
            Map.entry("NO_SUCH_CLAIM", NOT_FOUND),
            Map.entry("NO_SUCH_SEASON", NOT_FOUND),
            Map.entry("NO_SUCH_VERSION", NOT_FOUND),
            Map.entry("NO_PLAN", NOT_FOUND),
            Map.entry("UNKNOWN_DUTY", NOT_FOUND),
            Map.entry("NOT_THE_HOLDER", FORBIDDEN),
            Map.entry("UNKNOWN_OUTCOME", UNPROCESSABLE_ENTITY),
            Map.entry("FORM_INVALID", UNPROCESSABLE_ENTITY),
            Map.entry("NO_OFFER", NOT_FOUND),
            Map.entry("REASON_MISSING", UNPROCESSABLE_ENTITY),
            Map.entry("CLAUSE_MISSING", UNPROCESSABLE_ENTITY),
            Map.entry("DOCUMENT_MISSING", UNPROCESSABLE_ENTITY),
            Map.entry("MARKS_MISSING", UNPROCESSABLE_ENTITY),
            Map.entry("UNIT_MISSING", UNPROCESSABLE_ENTITY),
            Map.entry("EVIDENCE_MISSING", UNPROCESSABLE_ENTITY),
            Map.entry("UNKNOWN_TRACK", UNPROCESSABLE_ENTITY),
            Map.entry("UNKNOWN_CATEGORY", UNPROCESSABLE_ENTITY),
            Map.entry("UNKNOWN_KIND", UNPROCESSABLE_ENTITY),
            Map.entry("ID_NUMBER_SHAPE", UNPROCESSABLE_ENTITY),
            Map.entry("ID_NUMBER_DATE", UNPROCESSABLE_ENTITY),
            Map.entry("ID_NUMBER_CHECK_CHARACTER", UNPROCESSABLE_ENTITY),
            Map.entry("NAME_EMPTY", UNPROCESSABLE_ENTITY),
            Map.entry("NAME_TOO_LONG", UNPROCESSABLE_ENTITY),
            Map.entry("NAME_UNREADABLE_CHARACTER", UNPROCESSABLE_ENTITY),
            Map.entry("UNKNOWN_GROUND", UNPROCESSABLE_ENTITY),
            Map.entry("UNKNOWN_SITTING", UNPROCESSABLE_ENTITY),
            Map.entry("UNKNOWN_COMPONENT", UNPROCESSABLE_ENTITY),
            Map.entry("UNKNOWN_UNIT", UNPROCESSABLE_ENTITY),
            Map.entry("OVER_MAXIMUM", UNPROCESSABLE_ENTITY),
            Map.entry("EMPTY_PLAN", UNPROCESSABLE_ENTITY),
            Map.entry("EMPTY_LIST", UNPROCESSABLE_ENTITY),
            Map.entry("TOO_MANY", UNPROCESSABLE_ENTITY),
            Map.entry("DUPLICATE_UNIT", UNPROCESSABLE_ENTITY),
            Map.entry("SAME_MARK", UNPROCESSABLE_ENTITY),
            Map.entry("SAME_QUOTA", UNPROCESSABLE_ENTITY),
            Map.entry("SAME_RULES", UNPROCESSABLE_ENTITY),
            Map.entry("RULES_BLOCKED", UNPROCESSABLE_ENTITY),
            Map.entry("PROCESS_BLOCKED", UNPROCESSABLE_ENTITY),
            Map.entry("SAME_PROCESS", UNPROCESSABLE_ENTITY),
            Map.entry("MARK_NOT_OWED", UNPROCESSABLE_ENTITY));

    private RefusalStatus() {}

    static HttpStatus of(RefusalCode code) {
        return BY_NAME.getOrDefault(code.name(), CONFLICT);
    }
}
