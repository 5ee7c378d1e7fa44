package org.zhikao.server.security;

import java.security.SecureRandom;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;

/** New names of accounts and dossiers: random, so that nobody's can be worked out from another's. */
final class Logins {
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String STAFF = "23456789abcdefghjkmnpqrstvwxyz";

    private final SecureRandom random = new SecureRandom();

    /** 报名号: eleven digits that a phone's keypad can type; no first zero, which tables would drop. */
    String candidate() {
        return "8" + text(DIGITS, 10);
    }

    CandidateId dossier() {
        return new CandidateId("c" + text(LETTERS, 22));
    }

    ActorId staff() {
        return new ActorId("a-" + text(STAFF, 8));
    }

    private String text(String letters, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
