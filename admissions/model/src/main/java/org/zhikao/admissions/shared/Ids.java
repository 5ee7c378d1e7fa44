package org.zhikao.admissions.shared;

import java.util.regex.Pattern;

/** Shape checks of the id records. */
final class Ids {
    private Ids() {}

    static void require(Pattern shape, String value, String what) {
        if (value == null || !shape.matcher(value).matches()) {
            throw new Malformed("not a " + what + ": " + value);
        }
    }
}
