package org.zhikao.admissions.exemption;

import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.theCandidate;
import static org.zhikao.admissions.language.Facts.YU;
import static org.zhikao.admissions.language.Facts.and;
import static org.zhikao.admissions.language.Facts.claimed;
import static org.zhikao.admissions.language.Facts.confirmed;
import static org.zhikao.admissions.language.Facts.endorsed;
import static org.zhikao.admissions.language.Facts.exempt;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.EXEMPTION;

import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.ExemptionCommand.WithdrawClaim;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionWithdrawn;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.registration.RegistrationRefusal;

/** 撤回申请: until it is decided. */
@GivenWhenThen
class WithdrawingAClaimTest {
    @Test
    void givesTheClaimUp() {
        Scene.dossier(during(EXEMPTION)).given(endorsed()).when(withdrawal()).emits(new ExemptionWithdrawn(YU, 1, NOW));
    }

    @Test
    void isTooLateOnceDecided() {
        Scene.dossier(during(EXEMPTION)).given(exempt()).when(withdrawal()).refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void happensOnce() {
        Scene.dossier(during(EXEMPTION))
                .given(and(claimed(), new ExemptionWithdrawn(YU, 1, NOW)))
                .when(withdrawal())
                .refuses(ExemptionRefusal.ALREADY_DECIDED);
    }

    @Test
    void needsAClaim() {
        Scene.dossier(during(EXEMPTION)).given(confirmed()).when(withdrawal()).refuses(ExemptionRefusal.NO_SUCH_CLAIM);
    }

    @Test
    void needsAnApplication() {
        Scene.dossier(during(EXEMPTION)).given().when(withdrawal()).refuses(RegistrationRefusal.NO_APPLICATION);
    }

    private static WithdrawClaim withdrawal() {
        return new WithdrawClaim(YU, 1, theCandidate());
    }
}
