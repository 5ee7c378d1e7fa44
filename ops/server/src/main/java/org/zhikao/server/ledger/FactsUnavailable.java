package org.zhikao.server.ledger;

import java.sql.SQLException;

/** The database failed while the audit was reading it: nothing is known about the facts. */
public final class FactsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FactsUnavailable(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
