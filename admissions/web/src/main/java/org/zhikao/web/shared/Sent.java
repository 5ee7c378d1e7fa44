package org.zhikao.web.shared;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * 已受理: the act is on record.
 *
 * @param visible false while the readers still lag behind it (处理中); the status is then 202 instead of 200
 */
public record Sent(boolean visible) {
    public static ResponseEntity<Sent> answer(boolean visible) {
        return ResponseEntity.status(visible ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(new Sent(visible));
    }
}
