package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 招生通道: one route of the season: who may enter, what is examined, how it is ranked, wished for and filled.
 *
 * @param level what it leads to: 专科, 本科 or both
 * @param kind an ordinary exam route or one of the kinds that national clauses treat apart
 * @param lastYear the last admission year of a route that is being phased out (14.4, 14.5)
 */
public record Track(
        String id,
        String name,
        Kind kind,
        List<String> levels,
        @Nullable String organiser,
        List<String> audience,
        List<String> schoolTypesExcluded,
        List<Component> components,
        List<Part> parts,
        Total total,
        List<Gate> gates,
        List<Minimum> minimums,
        Attendance attendance,
        List<Exemption> exemptions,
        Ranking ranking,
        Preferences preferences,
        Placement placement,
        Plan plan,
        @Nullable Integer lastYear,
        @Nullable String ground,
        @Nullable String source) {
    public Track {
        kind = kind == null ? Kind.EXAM : kind;
        levels = Lists.copy(levels);
        audience = Lists.copy(audience);
        schoolTypesExcluded = Lists.copy(schoolTypesExcluded);
        components = Lists.copy(components);
        parts = Lists.copy(parts);
        gates = Lists.copy(gates);
        minimums = Lists.copy(minimums);
        attendance = attendance == null ? Attendance.DEFAULT : attendance;
        exemptions = Lists.copy(exemptions);
        plan = plan == null ? Plan.LATER : plan;
    }

    /** 通道种类. */
    public enum Kind {
        EXAM,
        /** 注册入学: nothing is examined (14.4). */
        REGISTRATION_ONLY,
        /** 贯通转段 中职-专科 (14.5). */
        THROUGH_COLLEGE,
        /** 中本贯通 (14.5). */
        THROUGH_UNDERGRADUATE,
        /** 专升本 (TRK.2). */
        TOP_UP,
        /** 联合招生 with an enterprise (15.10). */
        JOINT_ENTERPRISE,
        /** 定向培养 (GRP.1). */
        TO_ORDER
    }

    public Optional<Component> component(String componentId) {
        return components.stream().filter(c -> c.id().equals(componentId)).findFirst();
    }

    public Optional<Part> part(String partId) {
        return parts.stream().filter(p -> p.id().equals(partId)).findFirst();
    }

    /** Components of {@code of} when it is a part, else the component itself. */
    public Stream<Component> componentsOf(String of) {
        return part(of).map(p -> p.components().stream().flatMap(c -> component(c).stream()))
                .orElseGet(() -> component(of).stream());
    }

    /**
     * 满分: the highest total without bonus that a candidate of this kind and category can reach, waivers by kind alone
     * applied; empty where a maximum is not published.
     */
    public Optional<BigDecimal> highestTotal(String kind, String category) {
        return Countings.highestTotal(this, kind, category);
    }

    /** Decimal places that marks and totals of this track need. */
    public int decimals() {
        return Countings.decimals(this);
    }
}
