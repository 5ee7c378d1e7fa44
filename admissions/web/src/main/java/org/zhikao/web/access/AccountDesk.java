package org.zhikao.web.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.SeasonId;

/** Port to the accounts: activation by single-use code, passwords, and the codes a registration point hands out. */
public interface AccountDesk {
    /** 激活码: shown once, when it is made; only its digest is kept. */
    record IssuedCode(String login, CandidateId candidate, String code, Instant until) {}

    /** 考生账号 as its registration point sees it. */
    record CandidateAccount(
            String login,
            CandidateId candidate,
            State state,
            @Nullable Instant codeUntil) {}

    /** 账号状态. */
    enum State {
        /** 待激活 */
        INVITED,
        /** 已激活 */
        ACTIVE,
        /** 已停用 */
        DISABLED
    }

    /** What became of an attempt that a visitor makes. */
    enum Outcome {
        DONE,
        /** Login, code or password wrong, or the code has expired: which of them is not said. */
        WRONG,
        /** Too many attempts from here: come back after a pause. */
        TOO_MANY,
        /** The new password is too weak. */
        WEAK
    }

    /** Sets the first password, or a new one after a loss, against a single-use code. */
    Outcome activate(String login, String code, String password, String origin);

    Outcome changePassword(SignedIn account, String before, String after, String origin);

    /** Makes {@code count} new candidates' accounts of a point, each with a code. */
    List<IssuedCode> issue(SignedIn point, SeasonId season, int count);

    /**
     * Gives an account of the point a new code; the old code and the old password end, and so do its sessions.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the account is not below the point
     */
    IssuedCode renew(SignedIn point, CandidateId candidate);

    /** Candidates' accounts below a point, by login after {@code after}. */
    List<CandidateAccount> candidates(OrganisationId point, SeasonId season, String after, int limit);
}
