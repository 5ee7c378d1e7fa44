package org.zhikao.formats.scoring;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.scoring.engine.Cohort;
import org.zhikao.admissions.scoring.engine.MarkStatus;
import org.zhikao.admissions.scoring.engine.ScoreEngine;
import org.zhikao.admissions.season.rules.CandidateGroup;
import org.zhikao.admissions.season.rules.Component;
import org.zhikao.admissions.season.rules.SeasonRules;

/** 成绩表与考生表: read against one track's rules. With any row error nothing may be used. */
public final class ScoreInput {
    private static final Set<String> MARK_COLUMNS = Set.of("candidate", "component", "mark", "status");
    private static final Set<String> CANDIDATE_COLUMNS = Set.of(
            "kind", "category", "prizes", "certificates", "grounds", "flags", "steps", "bonus", "random", "positions");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private final ScoreEngine engine;
    /** Where only one kind may enter, a row need not name it. */
    private final String defaultKind;

    private final List<RowError> errors = new ArrayList<>();
    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Integer>> positions = new TreeMap<>();
    private @Nullable Cohort cohort;

    private ScoreInput(ScoreEngine engine) {
        this.engine = engine;
        List<String> audience = engine.track().audience();
        defaultKind = audience.size() == 1 ? audience.get(0) : "";
    }

    /**
     * @param marks columns {@code candidate,component,mark,status[,sitting]}
     * @param candidates columns {@code candidate[,kind,category,…]}; null = none
     */
    public static ScoreInput read(
            ScoreEngine engine, String marksName, byte[] marks, String candidatesName, byte @Nullable [] candidates) {
        ScoreInput input = new ScoreInput(engine);
        List<NamedCsvRecord> markRows = CsvRows.read(marksName, marks, MARK_COLUMNS, Set.of("sitting"), input.errors);
        List<NamedCsvRecord> candidateRows = candidates == null
                ? List.of()
                : CsvRows.read(candidatesName, candidates, Set.of("candidate"), CANDIDATE_COLUMNS, input.errors);
        input.number(candidateRows, candidatesName, true);
        input.number(markRows, marksName, false);
        Cohort cohort = engine.cohort(input.index.size());
        input.cohort = cohort;
        for (int i = 0; i < cohort.size(); i++) {
            cohort.candidate(i, input.defaultKind, "");
        }
        for (NamedCsvRecord row : candidateRows) {
            input.candidate(new Row(candidatesName, row), cohort);
        }
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord row : markRows) {
            input.mark(new Row(marksName, row), cohort, seen);
        }
        return input;
    }

    public List<RowError> errors() {
        return List.copyOf(errors);
    }

    public List<String> candidates() {
        return List.copyOf(index.keySet());
    }

    public Cohort cohort() {
        if (cohort == null || !errors.isEmpty()) {
            throw new IllegalStateException("rows with errors are never half-applied");
        }
        return cohort;
    }

    /** Lists of programmes with the position that each listed candidate gave them; empty when the file has none. */
    public Map<String, Map<Integer, Integer>> positions() {
        return positions;
    }

    private record Row(String file, NamedCsvRecord csv) {
        String get(String column) {
            return csv.getHeader().contains(column) ? csv.getField(column).strip() : "";
        }

        List<String> list(String column) {
            List<String> items = new ArrayList<>();
            for (String item : SEPARATOR.split(get(column), -1)) {
                if (!item.isBlank()) {
                    items.add(item.strip());
                }
            }
            return items;
        }

        private static final Pattern SEPARATOR = Pattern.compile("[;；、|]");
    }

    private void error(Row row, String column, String code, String message) {
        errors.add(new RowError(row.file(), row.csv().getStartingLineNumber(), column, code, message));
    }

    private void number(List<NamedCsvRecord> rows, String file, boolean once) {
        for (NamedCsvRecord csv : rows) {
            Row row = new Row(file, csv);
            String id = row.get("candidate");
            if (id.isEmpty() || id.length() > 64) {
                error(row, "candidate", "CANDIDATE_MISSING", "缺少考生号 · the candidate id is missing");
            } else if (index.putIfAbsent(id, index.size()) != null && once) {
                error(row, "candidate", "DUPLICATE_ROW", "考生重复:" + id + " · this candidate stands twice");
            }
        }
    }

    private void candidate(Row row, Cohort cohort) {
        Integer i = index.get(row.get("candidate"));
        if (i == null) {
            return;
        }
        cohort.candidate(i, kind(row), category(row));
        List<String> facts = new ArrayList<>();
        row.list("prizes").forEach(p -> facts.add("prize:" + p));
        row.list("certificates").forEach(c -> facts.add("certificate:" + c));
        row.list("flags").forEach(f -> facts.add("flag:" + f));
        row.list("steps").forEach(s -> facts.add("step:" + s));
        row.list("grounds").forEach(g -> cohort.approved(i, g));
        row.list("grounds").forEach(g -> facts.add("ground:" + g));
        cohort.facts(i, facts);
        BigDecimal bonus = decimal(row, "bonus");
        if (bonus != null) {
            if (bonus.signum() < 0 || places(bonus) > engine.rules().decimals()) {
                error(row, "bonus", "BONUS_INVALID", "加分须为非负且小数位不超过成绩 · bonus is negative or too precise");
            } else {
                cohort.bonus(i, engine.rules().units(bonus));
            }
        }
        BigDecimal random = decimal(row, "random");
        if (random != null) {
            cohort.random(i, random.longValue());
        }
        for (String item : row.list("positions")) {
            int cut = item.lastIndexOf('=');
            String number = item.substring(cut + 1);
            if (cut < 1 || !number.matches("[1-9]\\d{0,3}")) {
                error(row, "positions", "POSITION_INVALID", "写成 志愿单位=序号,如 P=1;Q=3 · write unit=position");
            } else {
                positions
                        .computeIfAbsent(item.substring(0, cut), k -> new TreeMap<>())
                        .put(i, Integer.parseInt(number));
            }
        }
    }

    private @Nullable BigDecimal decimal(Row row, String column) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            error(row, column, "NOT_A_NUMBER", "不是数字:" + text + " · not a number");
            return null;
        }
        return new BigDecimal(text);
    }

    private String kind(Row row) {
        String text = row.get("kind");
        if (text.isEmpty()) {
            return defaultKind;
        }
        for (SeasonRules.AudienceKind k : engine.rules().kinds()) {
            if (k.id().equals(text) || k.name().equals(text)) {
                return k.id();
            }
        }
        for (CandidateGroup g : CandidateGroup.values()) {
            if (g.name().equals(text) || g.chinese().equals(text)) {
                return g.name();
            }
        }
        error(row, "kind", "UNKNOWN_KIND", "没有这个考生类别:" + text + " · no such kind of candidate");
        return "";
    }

    private String category(Row row) {
        String text = row.get("category");
        if (text.isEmpty()) {
            return "";
        }
        return engine.rules().categories().stream()
                .filter(c -> c.id().equals(text) || c.name().equals(text))
                .findFirst()
                .map(c -> c.id())
                .orElseGet(() -> {
                    error(row, "category", "UNKNOWN_CATEGORY", "没有这个考试类别:" + text + " · no such category");
                    return "";
                });
    }

    private void mark(Row row, Cohort cohort, Set<String> seen) {
        Integer i = index.get(row.get("candidate"));
        String id = row.get("component");
        int component = engine.components().indexOf(id);
        if (i == null) {
            return;
        }
        if (component < 0) {
            error(
                    row,
                    "component",
                    "UNKNOWN_COMPONENT",
                    "没有这个科目:" + id + ",可写:" + String.join("、", engine.components()) + " · no such component");
            return;
        }
        Component rule = engine.track().components().get(component);
        if (rule.derived() != null) {
            error(row, "component", "COMPONENT_DERIVED", id + " 由其他科目合成,不登记 · a derived component is not entered");
            return;
        }
        Sitting sat = sitting(row, rule);
        if (sat == null) {
            return;
        }
        if (!seen.add(i + "/" + component + "/" + sat)) {
            error(row, "component", "DUPLICATE_ROW", "同一考生同一科目重复 · this mark stands twice");
            return;
        }
        OptionalInt counts = cohort.sitting(component, sat.year(), sat.number());
        if (counts.isEmpty()) {
            cohort.expired(i, component);
            return;
        }
        int sitting = counts.getAsInt();
        String status = row.get("status");
        String text = row.get("mark");
        switch (status) {
            case "" -> {
                if (!text.isEmpty()) {
                    value(row, cohort, i, component, sitting, rule, text);
                }
            }
            case "ABSENT", "ZERO", "MISCONDUCT" -> {
                if (!text.isEmpty() && !(status.equals("ZERO") && text.matches("0+(\\.0+)?"))) {
                    error(row, "mark", "MARK_WITH_STATUS", status + " 不写分数 · a row with this status has no mark");
                } else {
                    cohort.status(i, component, sitting, MarkStatus.valueOf(status));
                }
            }
            default ->
                error(
                        row,
                        "status",
                        "UNKNOWN_STATUS",
                        "状态只可为空、ABSENT、ZERO、MISCONDUCT · empty, ABSENT, ZERO or MISCONDUCT");
        }
    }

    /** 场次: the year of the exam and the number of the sitting in that year. */
    private record Sitting(int year, int number) {}

    private static final Pattern SITTING = Pattern.compile("(?:(\\d{4})(?:/|$))?([1-9])?");

    /** {@code 2}, or for the marks of an earlier year {@code 2025} or {@code 2025/2}; null after saying what is wrong. */
    private @Nullable Sitting sitting(Row row, Component rule) {
        Matcher said = SITTING.matcher(row.get("sitting"));
        int count = rule.sittings().count();
        if (said.matches()) {
            int season = engine.rules().year();
            int year = said.group(1) == null ? season : Integer.parseInt(said.group(1));
            int number = said.group(2) == null ? 1 : Integer.parseInt(said.group(2));
            if (number <= count && year <= season && (year == season || rule.validYears() != null)) {
                return new Sitting(year, number);
            }
        }
        String years = rule.validYears() == null
                ? ""
                : ",往年成绩写 年份/场次,如 " + (engine.rules().year() - 1) + "/1";
        error(row, "sitting", "SITTING_INVALID", "场次须为 1 到 " + count + years + " · no such sitting");
        return null;
    }

    private void value(Row row, Cohort cohort, int i, int component, int sitting, Component rule, String text) {
        if (engine.graded(component)) {
            Set<String> grades = rule.conversion() == null
                    ? Set.of()
                    : rule.conversion().grades().keySet();
            if (!grades.contains(text)) {
                error(
                        row,
                        "mark",
                        "UNKNOWN_GRADE",
                        "没有等级 " + text + ",可写:" + String.join("、", grades) + " · no such grade");
            } else {
                cohort.grade(i, component, sitting, text);
            }
            return;
        }
        BigDecimal mark = decimal(row, "mark");
        if (mark == null) {
            return;
        }
        if (mark.signum() < 0) {
            error(row, "mark", "MARK_NEGATIVE", "成绩不可为负 · a mark is never negative");
        } else if (rule.max() != null && mark.compareTo(rule.max()) > 0) {
            error(
                    row,
                    "mark",
                    "MARK_ABOVE_MAX",
                    "成绩 " + text + " 超过满分 " + rule.max().toPlainString() + " · above the maximum");
        } else if (mark.remainder(rule.step()).signum() != 0) {
            error(
                    row,
                    "mark",
                    "MARK_STEP",
                    "成绩须为 " + rule.step().toPlainString() + " 的整数倍 · not a multiple of the step");
        } else {
            cohort.mark(i, component, sitting, engine.rules().units(mark));
        }
    }

    private static int places(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** Candidate indices by id, for callers that build their own lists. */
    public Map<String, Integer> index() {
        return new HashMap<>(index);
    }
}
