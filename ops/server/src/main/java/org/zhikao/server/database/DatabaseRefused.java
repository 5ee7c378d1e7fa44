package org.zhikao.server.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened; the message is one sentence for the person who started the program. */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable codes, for tests and the runbook. */
    public enum Code {
        PLATFORM_UNSUPPORTED,
        FOLDER_UNUSABLE,
        FOLDER_IN_USE,
        FOLDER_OF_ANOTHER_USER,
        NO_UNPRIVILEGED_ACCOUNT,
        SERVER_NOT_STARTED,
        SERVER_NOT_STOPPED,
        SERVER_TOO_OLD,
        EXTERNAL_INCOMPLETE,
        UNREACHABLE,
        ROLE_MISSING,
        SCHEMA_NEWER,
        SCHEMA_FAILED,
        OTHER_MODE,
        OTHER_MASTER_KEY
    }

    private final Code code;

    public DatabaseRefused(Code code, String sentence) {
        this(code, sentence, null);
    }

    DatabaseRefused(Code code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
