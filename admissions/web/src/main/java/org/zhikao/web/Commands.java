package org.zhikao.web;

import org.zhikao.admissions.shared.Command;

/** Port to the aggregates: the only way a page or a request changes anything. */
public interface Commands {
    /**
     * Sends a command and returns once its facts are committed.
     *
     * @return true when the readers have passed those facts within two seconds, so that the next page shows them; false
     *     when the page must say that they are still being processed (处理中)
     * @throws org.zhikao.admissions.shared.Refused when the aggregate refuses; no fact was left
     * @throws org.springframework.security.access.AccessDeniedException when the account may not send such a command
     */
    boolean send(Command command);
}
