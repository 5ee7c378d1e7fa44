package org.zhikao.admissions.season.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 计划核对: sums hold and no seat is counted twice. */
final class PlanCheck {
    private final Track t;
    private final Findings at;
    private final SeasonCheck season;

    PlanCheck(Track t, Findings at, SeasonCheck season) {
        this.t = t;
        this.at = at;
        this.season = season;
    }

    void check() {
        List<Plan.Quota> quotas = t.plan().quotas();
        at.unique("quotas", quotas, Plan.Quota::id);
        season.source(at, t.plan().source());
        long sum = 0;
        boolean known = true;
        for (int i = 0; i < quotas.size(); i++) {
            Plan.Quota q = quotas.get(i);
            Findings here = at.under("quotas").under(i);
            if (q.category() != null) {
                season.category(here.under("category"), q.category());
            }
            if (q.kind() != null) {
                season.kind(here.under("kind"), q.kind());
            }
            if (q.seats() == null) {
                here.under("seats").missing("计划数", "核对计划");
                known = false;
            } else {
                sum += q.seats();
            }
            for (int j = 0; j < i; j++) {
                if (overlaps(q, quotas.get(j))) {
                    here.hard("QUOTA_OVERLAP", "与 " + quotas.get(j).id() + " 重叠,同一名额会计两次", "overlaps another quota");
                }
            }
        }
        joint();
        Integer envelope = t.plan().envelope();
        if (envelope != null && !quotas.isEmpty() && known && sum != envelope) {
            at.under("envelope")
                    .hard("PLAN_SUM", "分项计划之和 " + sum + " ≠ 总数 " + envelope, "quotas do not add up to the envelope");
        }
    }

    /** 联合招生: a track of its own is filled with its enterprises alone, elsewhere they share the envelope. */
    private void joint() {
        Integer envelope = t.plan().envelope();
        List<Plan.JointEnrolment> joint = t.plan().joint();
        boolean known = joint.stream().allMatch(j -> j.seats() != null);
        if (envelope == null || joint.isEmpty() || !known) {
            return;
        }
        long sum =
                joint.stream().mapToLong(j -> Objects.requireNonNull(j.seats())).sum();
        boolean alone = t.kind() == Track.Kind.JOINT_ENTERPRISE;
        if (alone ? sum != envelope : sum > envelope) {
            at.under("joint")
                    .hard(
                            "PLAN_SUM",
                            "联合招生计划之和 " + sum + (alone ? " ≠ " : " > ") + "总数 " + envelope,
                            "joint seats do not fit the envelope");
        }
    }

    private static boolean overlaps(Plan.Quota a, Plan.Quota b) {
        return meets(a.college(), b.college()) && meets(a.category(), b.category()) && meets(a.kind(), b.kind());
    }

    /** An unstated dimension covers every value of it. */
    private static boolean meets(@Nullable String a, @Nullable String b) {
        return a == null || b == null || Objects.equals(a, b);
    }
}
