package org.zhikao.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhikao.admissions.shared.Role.CANDIDATE;
import static org.zhikao.admissions.shared.Role.COLLEGE;
import static org.zhikao.admissions.shared.Role.EXAM_OFFICE;
import static org.zhikao.admissions.shared.Role.REGISTRATION_POINT;
import static org.zhikao.admissions.shared.Role.REVIEWER;
import static org.zhikao.admissions.shared.Role.SYSTEM;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.exemption.ExemptionCommand.AdvanceClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.AttestClaim;
import org.zhikao.admissions.exemption.ExemptionCommand.ClaimExemption;
import org.zhikao.admissions.exemption.ExemptionCommand.DecideObjection;
import org.zhikao.admissions.exemption.ExemptionCommand.WaiveExemption;
import org.zhikao.admissions.exemption.ExemptionEvent.ExemptionApproved;
import org.zhikao.admissions.placement.PlacementCommand.PlaceCandidate;
import org.zhikao.admissions.plan.PlanCommand.ChangePlan;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.admissions.registration.RegistrationCommand.CorrectParticulars;
import org.zhikao.admissions.registration.RegistrationCommand.SubmitApplication;
import org.zhikao.admissions.scoring.ScoringCommand.CorrectMark;
import org.zhikao.admissions.season.SeasonCommand.PublishSeason;
import org.zhikao.admissions.season.SeasonCommand.ReviseRules;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Role;

/**
 * 已知事件的对策: what press accounts of past admissions tell of, and who can no longer do it whatever page is used. The rest of each
 * answer stands where the decision is taken: see the tests named beside each.
 */
class AnsweringIncidentsTest {
    /** 冒名顶替 (Shandong 2018): a name is changed by the person, the point or the office only; the correction is a fact. */
    @Test
    void noCollegeAndNoReviewerTouchesAnIdentity() {
        assertThat(may(CorrectParticulars.class)).doesNotContain(COLLEGE, REVIEWER, SYSTEM);
        assertThat(may(SubmitApplication.class)).doesNotContain(COLLEGE, REVIEWER);
    }

    /** 以他人名义入学 (2010): who holds a place is said by a run that the office publishes ({@code PlacingACandidateTest}). */
    @Test
    void noCollegePlacesAnybody() {
        assertThat(may(PlaceCandidate.class)).containsExactlyInAnyOrder(EXAM_OFFICE, SYSTEM);
    }

    /** 篡改志愿 (Zhoukou and Meishan 2012, Jingzhou 2023): a list is saved and locked under the candidate's own account only. */
    @Test
    void nobodyElseWritesAList() {
        assertThat(may(SavePreferences.class)).containsExactly(CANDIDATE);
        assertThat(may(LockPreferences.class)).containsExactly(CANDIDATE);
    }

    /** 改分 (97 marks by an entry clerk): a mark is changed by the office alone, with its document ({@code CorrectingAMarkTest}). */
    @Test
    void nobodyButTheOfficeChangesAMark() {
        assertThat(may(CorrectMark.class)).containsExactly(EXAM_OFFICE);
    }

    /** 加权赋分 (Zhejiang 2018): rules change by the office only, and never once frozen ({@code SettingTheRulesTest}). */
    @Test
    void nobodyButTheOfficeTouchesTheRules() {
        assertThat(may(ReviseRules.class)).containsExactly(EXAM_OFFICE);
        assertThat(may(PublishSeason.class)).containsExactly(EXAM_OFFICE);
    }

    /**
     * 点招 (Liaoning): admission without exam is the one way past the cut-off, and no person can order it. Persons give opinions;
     * the claim itself approves once two reviewers, the province and the notice have said so ({@code AdvancingAClaimTest}).
     */
    @Test
    void nobodyOrdersAnApproval() {
        assertThat(may(AdvanceClaim.class)).containsExactly(SYSTEM);
        assertThat(Arrays.stream(Role.values()).filter(role -> CommandRoles.allows(ExemptionApproved.class, role)))
                .isEmpty();
    }

    /** Forged papers: the school states what it knows and decides nothing; the candidate claims, and nobody in his name. */
    @Test
    void noOfficeClaimsForACandidateAndNoSchoolDecides() {
        assertThat(may(ClaimExemption.class)).containsExactly(CANDIDATE);
        assertThat(may(AttestClaim.class)).containsExactly(REGISTRATION_POINT);
        assertThat(may(DecideObjection.class)).containsExactly(EXAM_OFFICE);
        assertThat(may(WaiveExemption.class)).doesNotContain(REVIEWER, EXAM_OFFICE, REGISTRATION_POINT, COLLEGE);
    }

    /** Seats moved in silence: a plan is changed by the college or the office, and each change is a fact ({@code PlanningSeatsTest}). */
    @Test
    void noReviewerAndNoSchoolMovesASeat() {
        assertThat(may(ChangePlan.class)).doesNotContain(REVIEWER, REGISTRATION_POINT, CANDIDATE);
    }

    private static Set<Role> may(Class<? extends Command> command) {
        return Arrays.stream(Role.values())
                .filter(role -> CommandRoles.allows(command, role))
                .collect(Collectors.toSet());
    }
}
