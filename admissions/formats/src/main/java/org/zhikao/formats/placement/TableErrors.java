package org.zhikao.formats.placement;

import java.util.ArrayList;
import java.util.List;

/** Errors of tables by file, row and column; stops collecting after a thousand. */
final class TableErrors {
    private static final int MOST = 1_000;

    private final List<InputError> errors = new ArrayList<>();

    void add(String file, long row, int column, String code, String message) {
        if (errors.size() < MOST) {
            errors.add(new InputError(code, file + ":" + row + ":" + column, message));
        }
    }

    void throwIfAny() throws UnusableInput {
        if (!errors.isEmpty()) {
            throw new UnusableInput(errors);
        }
    }
}
