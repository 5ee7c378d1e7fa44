package org.zhikao.admissions.season.diff;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zhikao.admissions.season.rules.PolicyClause;

/**
 * 涉及条款: which clause checks read which field, by record and field. The checks are code, so this is a second statement of
 * what they read; a test changes every field of the delivered provinces and finds no clause missing here.
 */
final class Clauses {
    private static final String TABLE = """
            SeasonRules.organiser          13.1 13.4
            SeasonRules.entryLevel         SEC.1
            SeasonRules.kinds              14.1 36.3 15.9 14.3 2019-12.1
            SeasonRules.categories         CAT.1
            SeasonRules.tracks             14.1 15.7 36.3
            SeasonRules.calendar           13.1 2019-12.3
            SeasonRules.deviations         LAW.1
            AudienceKind.group             14.1 36.3 15.9 14.3 2019-12.1
            Category.majorClasses          CAT.1
            MajorClass.catalogueYear       CAT.1
            MajorClass.level               CAT.1
            MajorClass.code                CAT.1
            Phase.kind                     13.1 2019-12.3
            Phase.opens                    13.1
            Phase.tracks                   13.1
            Policy.admittedLeaveGaokao     13.2 2019-12.4
            Policy.admittedMaySit          13.2
            Policy.technicalSchoolsOnPlatform 14.2
            Policy.ordinaryGaokaoChannelKept 13.3 36.4
            Policy.catalogueByYearAndLevel CAT.1
            Policy.recheck                 R.1 R.2
            Policy.review                  2013-3.3
            Policy.basis                   LAW.1
            Recheck.remarking              R.1
            Recheck.secondLevelOnlyAfterFirst R.2
            Deviation.basis                LAW.1
            Track.kind                     14.4 14.5 14.8 14.9 15.2 36.1 15.10 TRK.2 GRP.1
            Track.organiser                13.4
            Track.audience                 14.1 36.3 15.2 15.3 15.9 36.1
            Track.schoolTypesExcluded      14.2
            Track.components               14.4 15.6
            Track.gates                    GRP.1
            Track.lastYear                 14.4
            Track.ground                   14.9
            Component.kind                 13.1 15.1 15.2 15.3 15.4 15.5 15.6 15.8 15.9 36.1
            Component.max                  15.2 15.3 36.1
            Component.optional             15.2 15.3 36.1
            Component.when                 15.2 15.3 36.1
            Component.derived              15.1 15.2 15.3 36.1
            Component.conversion           15.2 15.3 36.1
            Component.organiser            13.1 15.1
            Component.origin               13.1 15.1 15.5
            Component.mixed                15.3
            Component.standard             15.4 15.9
            Component.skillContent         15.8
            Component.technologyContent    15.8
            Total.terms                    15.2 15.3 36.1
            Term.component                 15.2 15.3 36.1
            Term.weight                    15.2 15.3 36.1
            Exemption.effect               14.3 14.6 14.7 2013-3.1 2013-3.2 2013-3.3 2019-12.1 2019-12.2
            Exemption.when                 14.3 14.6 2013-3.1 2013-3.2 2019-12.1 2019-12.2 CB.8
            Exemption.steps                2013-3.3
            Exemption.clause               14.3 2019-12.1
            Placement.mechanism            14.5
            Placement.outflow              13.3
            Plan.method                    13.5
            Plan.envelope                  14.8
            Plan.lastYearSeats             14.8
            Plan.joint                     15.10 ENT.1
            Plan.caps                      TRK.1 36.2
            JointEnrolment.certificate     ENT.1
            JointEnrolment.authority       ENT.1
            JointEnrolment.validUntil      ENT.1
            Cap.group                      TRK.1 36.2
            """;

    private static final Map<String, List<String>> BY_FIELD = table();

    private Clauses() {}

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new HashMap<>();
        TABLE.lines().forEach(line -> {
            List<String> words = List.of(line.strip().split("\\s+", -1));
            table.put(words.get(0), words.subList(1, words.size()));
        });
        return table;
    }

    /** Clauses in the order of the catalogue. */
    static Collection<String> none() {
        return new TreeSet<>(Comparator.comparingInt(
                (String id) -> PolicyClause.find(id).map(PolicyClause::ordinal).orElse(Integer.MAX_VALUE)));
    }

    /** What reads this very field. */
    static List<String> reading(String type, String field) {
        return BY_FIELD.getOrDefault(type + "." + field, List.of());
    }

    /** What reads any field of a record of this type, nested ones too: an element came or went. */
    static void readingAny(Class<?> type, Collection<String> into) {
        for (RecordComponent field : type.getRecordComponents()) {
            into.addAll(reading(type.getSimpleName(), field.getName()));
            Class<?> inner = ruleType(field.getGenericType());
            if (inner != null) {
                readingAny(inner, into);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Class<?> ruleType(Type type) {
        if (type instanceof ParameterizedType list) {
            return ruleType(list.getActualTypeArguments()[list.getActualTypeArguments().length - 1]);
        }
        return type instanceof Class<?> c && c.isRecord() ? c : null;
    }

    /** Every row, so that a test can find it in the rules. */
    static Map<String, List<String>> rows() {
        return Map.copyOf(BY_FIELD);
    }
}
