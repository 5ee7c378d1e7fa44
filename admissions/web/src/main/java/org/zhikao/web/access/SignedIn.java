package org.zhikao.web.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.zhikao.admissions.shared.ActorId;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.admissions.shared.SeasonId;

/**
 * 登录账号: who is signed in, as far as pages and commands need it. Two sign-ins of one account are the same principal.
 *
 * @param actor the name under which acts are recorded
 * @param login what was typed to sign in
 * @param organisation the node of the tree that bounds what this account sees
 * @param candidate the dossier, for candidates only
 * @param season the season of the dossier, for candidates only
 * @param mustChange true until a password of the owner's own choice was set
 */
public record SignedIn(
        ActorId actor,
        String login,
        Role role,
        OrganisationId organisation,
        @Nullable CandidateId candidate,
        @Nullable SeasonId season,
        boolean mustChange)
        implements AuthenticatedPrincipal {
    public SignedIn {
        if ((role == Role.CANDIDATE) != (candidate != null && season != null) || role == Role.SYSTEM) {
            throw new IllegalArgumentException(
                    "an account is a candidate's exactly when it names a dossier and its season");
        }
    }

    /** The dossier of a candidate's account. */
    public CandidateId ownDossier() {
        return Optional.ofNullable(candidate).orElseThrow(() -> new IllegalStateException("not a candidate's account"));
    }

    /** The season of a candidate's account. */
    public SeasonId ownSeason() {
        return Optional.ofNullable(season).orElseThrow(() -> new IllegalStateException("not a candidate's account"));
    }

    @Override
    public String getName() {
        return actor.value();
    }

    /** The name Spring Security knows the role by. */
    public String authority() {
        return "ROLE_" + role.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && actor.equals(that.actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
