package org.zhikao.admissions.plan;

import static org.zhikao.admissions.language.Acts.COLLEGE;
import static org.zhikao.admissions.language.Acts.NOW;
import static org.zhikao.admissions.language.Acts.act;
import static org.zhikao.admissions.language.Acts.theCollege;
import static org.zhikao.admissions.language.Acts.theOffice;
import static org.zhikao.admissions.language.Acts.theSchool;
import static org.zhikao.admissions.language.Facts.DOCUMENT;
import static org.zhikao.admissions.language.Facts.SEASON;
import static org.zhikao.admissions.language.Facts.run;
import static org.zhikao.admissions.language.Terms.TRACK;
import static org.zhikao.admissions.language.Terms.closed;
import static org.zhikao.admissions.language.Terms.during;
import static org.zhikao.admissions.season.Phase.PLACEMENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhikao.admissions.language.GivenWhenThen;
import org.zhikao.admissions.language.Scene;
import org.zhikao.admissions.plan.PlanCommand.ChangePlan;
import org.zhikao.admissions.plan.PlanCommand.DeclarePlan;
import org.zhikao.admissions.plan.PlanEvent.PlanChanged;
import org.zhikao.admissions.plan.PlanEvent.PlanDeclared;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;

/** 招生计划: declared once, changed by document. */
@GivenWhenThen
class PlanningSeatsTest {
    @Test
    void declaresAllUnits() {
        Scene.plan(closed()).given().when(declaration(UNIT)).emits(DECLARED);
    }

    @Test
    void declaresOnce() {
        Scene.plan(closed()).given(DECLARED).when(declaration(UNIT)).refuses(PlanRefusal.PLAN_EXISTS);
    }

    @Test
    void declaresOnlyTheOwnPlan() {
        Scene.plan(closed())
                .given()
                .when(new DeclarePlan(
                        SEASON,
                        COLLEGE,
                        "甲学院",
                        List.of(UNIT),
                        act("a-other", Role.COLLEGE, new OrganisationId("37/u0004"))))
                .refuses(PlanRefusal.NOT_YOURS);
    }

    @Test
    void declaresAtLeastOneUnit() {
        Scene.plan(closed()).given().when(declaration()).refuses(PlanRefusal.EMPTY_PLAN);
    }

    @Test
    void declaresAUnitOnce() {
        Scene.plan(closed()).given().when(declaration(UNIT, UNIT)).refuses(PlanRefusal.DUPLICATE_UNIT);
    }

    @Test
    void refusesAnUnknownTrack() {
        Scene.plan(closed())
                .given()
                .when(declaration(unit("u1", "autumn", "01", "VETERAN")))
                .refuses(PlanRefusal.UNKNOWN_TRACK);
    }

    @Test
    void refusesAnUnknownCategory() {
        Scene.plan(closed())
                .given()
                .when(declaration(unit("u1", TRACK, "99", "VETERAN")))
                .refuses(PlanRefusal.UNKNOWN_CATEGORY);
    }

    @Test
    void refusesAnUnknownKind() {
        Scene.plan(closed())
                .given()
                .when(declaration(unit("u1", TRACK, "01", "PILOT")))
                .refuses(PlanRefusal.UNKNOWN_KIND);
    }

    @Test
    void changesAQuota() {
        Scene.plan(closed())
                .given(DECLARED)
                .when(change("u1", 45))
                .emits(new PlanChanged(SEASON, COLLEGE, "u1", 40, 45, DOCUMENT, NOW));
    }

    @Test
    void changesFromTheLastQuota() {
        Scene.plan(closed())
                .given(DECLARED, new PlanChanged(SEASON, COLLEGE, "u1", 40, 45, DOCUMENT, NOW))
                .when(change("u1", 40))
                .emits(new PlanChanged(SEASON, COLLEGE, "u1", 45, 40, DOCUMENT, NOW));
    }

    @Test
    void letsTheOfficeSeatATieDuringARun() {
        Scene.plan(during(PLACEMENT))
                .given(DECLARED)
                .when(new ChangePlan(SEASON, COLLEGE, "u1", 41, run(1), theOffice()))
                .emits(new PlanChanged(SEASON, COLLEGE, "u1", 40, 41, run(1), NOW));
    }

    @Test
    void refusesACollegeWhilePlacementIsOpen() {
        Scene.plan(closed().in(PLACEMENT, 2))
                .given(DECLARED)
                .when(change("u1", 45))
                .refuses(PlanRefusal.PLACEMENT_RUNNING);
    }

    @Test
    void changesOnlyTheOwnPlan() {
        Scene.plan(closed())
                .given(DECLARED)
                .when(new ChangePlan(SEASON, COLLEGE, "u1", 45, DOCUMENT, theSchool()))
                .refuses(PlanRefusal.NOT_YOURS);
    }

    @Test
    void refusesAnUnknownUnit() {
        Scene.plan(closed()).given(DECLARED).when(change("u2", 45)).refuses(PlanRefusal.UNKNOWN_UNIT);
    }

    @Test
    void refusesTheSameQuota() {
        Scene.plan(closed()).given(DECLARED).when(change("u1", 40)).refuses(PlanRefusal.SAME_QUOTA);
    }

    @Test
    void refusesFewerSeatsThanNone() {
        Scene.plan(closed()).given(DECLARED).when(change("u1", -1)).refuses(PlanRefusal.SAME_QUOTA);
    }

    @Test
    void refusesWithoutADocument() {
        Scene.plan(closed())
                .given(DECLARED)
                .when(new ChangePlan(SEASON, COLLEGE, "u1", 45, " ", theCollege()))
                .refuses(PlanRefusal.DOCUMENT_MISSING);
    }

    @Test
    void changesNothingUndeclared() {
        Scene.plan(closed()).given().when(change("u1", 45)).refuses(PlanRefusal.NO_PLAN);
    }

    private static final PlanUnit UNIT = unit("u1", TRACK, "01", "VETERAN");
    private static final PlanDeclared DECLARED = new PlanDeclared(SEASON, COLLEGE, "甲学院", List.of(UNIT), NOW);

    private static PlanUnit unit(String code, String track, String category, String kind) {
        return new PlanUnit(code, "数控技术", "DIPLOMA", track, category, List.of(kind), 40);
    }

    private static DeclarePlan declaration(PlanUnit... units) {
        return new DeclarePlan(SEASON, COLLEGE, "甲学院", List.of(units), theCollege());
    }

    private static ChangePlan change(String unit, int quota) {
        return new ChangePlan(SEASON, COLLEGE, unit, quota, DOCUMENT, theCollege());
    }
}
