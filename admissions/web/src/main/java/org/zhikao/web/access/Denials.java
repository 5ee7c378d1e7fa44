package org.zhikao.web.access;

import org.jspecify.annotations.Nullable;

/** Port to the log of denied accesses, apart from the facts, for the auditor. */
public interface Denials {
    /**
     * Notes that {@code who} was kept from an address.
     *
     * @param who null when nobody was signed in
     * @param path without parameters
     * @param code a transport code such as {@code ACCESS_DENIED}
     */
    void denied(@Nullable SignedIn who, String method, String path, String code);
}
