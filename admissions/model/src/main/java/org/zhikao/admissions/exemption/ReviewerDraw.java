package org.zhikao.admissions.exemption;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.ReviewProcedure;
import org.zhikao.admissions.shared.OrganisationId;

/**
 * 随机分配: who reviews a claim is drawn, never chosen. Left out are the candidate's school, on demand the county, the college
 * applied to, relatives, and everybody who acted on the claim before; of the rest, those with fewest open cases draw lots.
 *
 * <p>Seed and eligible set are recorded, so that anybody can repeat the draw.
 */
final class ReviewerDraw {
    private final Claim claim;
    private final OrganisationId school;
    private final ReviewProcedure procedure;

    ReviewerDraw(Claim claim, OrganisationId school, ReviewProcedure procedure) {
        this.claim = claim;
        this.school = school;
        this.procedure = procedure;
    }

    /** Everybody of the pool who may take the stage, by id. */
    List<Reviewer> eligible(List<Reviewer> pool, Stage stage) {
        return pool.stream()
                .filter(r -> r.role() == stage.by())
                .filter(r -> !claim.barred().contains(r.id()))
                .filter(r -> apart(r.office(), stage))
                .sorted(Comparator.comparing(Reviewer::id))
                .toList();
    }

    /** True when the office has nothing to do with the candidate: not the school, not the college, on demand not the county. */
    boolean apart(OrganisationId office, Stage stage) {
        if (stage.by() == org.zhikao.admissions.shared.Role.EXAM_OFFICE) {
            return office.covers(school) && !office.equals(school);
        }
        return !school.covers(office)
                && !(procedure.otherCounty() && county().covers(office))
                && !ofTheCollege(office)
                && !(procedure.otherOffice() && stage == Stage.SECOND_REVIEW && claim.knows(office));
    }

    private OrganisationId county() {
        int end = school.value().lastIndexOf('/');
        return end < 0 ? school : new OrganisationId(school.value().substring(0, end));
    }

    private boolean ofTheCollege(OrganisationId office) {
        String unit = claim.unit();
        return unit != null && office.value().endsWith("/" + unit.split("-", -1)[0]);
    }

    /** The text whose digest stands for the eligible set. */
    static String written(List<Reviewer> eligible) {
        return eligible.stream().map(r -> r.id() + " " + r.load()).collect(Collectors.joining("\n"));
    }

    /** One of those with fewest open cases; null when there is nobody. */
    static @Nullable Reviewer draw(List<Reviewer> eligible, long seed) {
        int least = eligible.stream().mapToInt(Reviewer::load).min().orElse(0);
        List<Reviewer> idlest = eligible.stream().filter(r -> r.load() == least).toList();
        return idlest.isEmpty() ? null : idlest.get((int) Long.remainderUnsigned(mixed(seed), idlest.size()));
    }

    /** SplitMix64: neighbouring seeds fall far apart. */
    private static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
