package org.zhikao.formats.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.diff.RulesChange;
import org.zhikao.admissions.whatif.Note;
import org.zhikao.admissions.whatif.WhatIfReport;
import org.zhikao.admissions.whatif.WhatIfReport.Bin;
import org.zhikao.admissions.whatif.WhatIfReport.Groups;
import org.zhikao.admissions.whatif.WhatIfReport.Line;
import org.zhikao.admissions.whatif.WhatIfReport.LineSide;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementResult;
import org.zhikao.admissions.whatif.WhatIfReport.PlacementSide;
import org.zhikao.admissions.whatif.WhatIfReport.Row;
import org.zhikao.admissions.whatif.WhatIfReport.TrackResult;

/** 试算结果 and 方案差异 as text for a terminal, Chinese with the codes of the rules language. */
public final class WhatIfText {
    private static final int BAR = 24;
    private static final int MOST_ROWS = 30;
    private static final String HIDDEN = "<5*";

    private final List<String> lines = new ArrayList<>();

    private WhatIfText() {}

    public static List<String> of(WhatIfReport report) {
        WhatIfText text = new WhatIfText();
        text.report(report);
        return text.lines;
    }

    /** One change of the rules, two languages. */
    public static List<String> change(RulesChange c) {
        List<String> lines = new ArrayList<>();
        lines.add("[" + c.kind().chinese() + " " + c.kind().english() + "] " + c.chinese());
        lines.add("    " + c.english() + "  " + c.path());
        if (c.before() != null) {
            lines.add("    - " + c.before());
        }
        if (c.after() != null) {
            lines.add("    + " + c.after());
        }
        String clauses = c.clauses().isEmpty() ? "" : ";条款 clauses " + String.join(" ", c.clauses());
        lines.add("    通道 tracks " + String.join(" ", c.tracks()) + clauses);
        return lines;
    }

    private void report(WhatIfReport r) {
        lines.add("试算:" + r.season() + " 的事实,按草案 " + r.draft() + " 重新计算;" + r.candidates() + " 名考生。不写入任何数据。");
        lines.add("按原方案重算与已公布结果一致:" + r.agreement().equal() + " / "
                + r.agreement().released() + ";首轮投档一致:" + r.agreement().equallyPlaced() + " / "
                + r.agreement().placed());
        lines.add("与原方案的差异 " + r.changes().size() + " 处");
        for (Note note : r.notes()) {
            lines.add("注意(" + (note.side() == Note.Side.BEFORE ? "原方案" : "草案") + "):" + note.code() + " " + note.track()
                    + (note.subject().isEmpty() ? "" : " " + note.subject()) + ",数量 " + note.count());
        }
        r.tracks().forEach(this::track);
        groups("按位次的得失", r.outcomes());
        Groups placements = r.placements();
        if (placements != null) {
            groups("按首轮投档的得失", placements);
        }
    }

    private void track(TrackResult t) {
        lines.add("");
        lines.add("== " + t.name() + "(" + t.track() + "):应考 " + t.sat() + ",进入排名 " + t.rankedBefore() + " → "
                + shown(t.rankedAfter()));
        for (Line line : t.lines()) {
            lines.add("  线 " + line.name() + "(" + line.id() + "):" + side(line.before()) + " → " + side(line.after()));
        }
        lines.add("  位次变动:");
        t.movement().bands().forEach(b -> {
            if (b.count() == null || b.count() > 0) {
                lines.add("    " + pad(b.change().name(), 16) + shown(b.count()));
            }
        });
        lines.add("    最大上升 " + shown(t.movement().largestRise()) + ",最大下降 "
                + shown(t.movement().largestFall()));
        histogram(t);
        PlacementResult placement = t.placement();
        if (placement != null) {
            placement(placement);
        }
    }

    private static String side(@Nullable LineSide side) {
        if (side == null) {
            return "无此线";
        }
        return side.atLeast() == null && side.asked() == 0
                ? "未划定"
                : (side.atLeast() == null ? "-" : side.atLeast()) + " 分 " + shown(side.reached()) + "/" + side.asked()
                        + " 人";
    }

    private void histogram(TrackResult t) {
        int most = 1;
        for (Bin bin : t.histogram().bins()) {
            most = Math.max(most, Math.max(bin.before(), bin.after()));
        }
        lines.add("  总分分布(每段 " + t.histogram().width() + " 分,原方案 | 草案):");
        for (Bin bin : t.histogram().bins()) {
            lines.add("    " + pad(bin.from(), 6) + left(bin.before(), 8) + " " + pad(bar(bin.before(), most), BAR)
                    + "|" + left(bin.after(), 8) + " " + bar(bin.after(), most));
        }
    }

    private static String bar(int count, int most) {
        return "#".repeat((int) ((long) count * (BAR - 1) / most));
    }

    private void placement(PlacementResult p) {
        lines.add("  首轮投档:计划 " + p.seats() + ";原方案 " + side(p.before()) + ";草案 "
                + (p.after() == null ? HIDDEN : side(p.after())));
        p.bands().forEach(b -> lines.add("    " + pad(b.change().name(), 16) + shown(b.count())));
        p.units()
                .forEach(u -> lines.add("    " + u.unit() + " " + u.name() + " 计划 " + u.quota() + " 投出 "
                        + u.placedBefore() + " → " + u.placedAfter() + " 最低分 "
                        + (u.lowestBefore() == null ? "-" : u.lowestBefore()) + " → "
                        + (u.lowestAfter() == null ? "-" : u.lowestAfter())));
    }

    private static String side(PlacementSide side) {
        return "参加 " + side.participants() + " 投出 " + side.placed() + " 第一志愿 " + side.firstChoice();
    }

    private void groups(String title, Groups groups) {
        lines.add("");
        lines.add("== " + title + "(得益 | 受损 | 不变;" + HIDDEN + " 为少于 5 人或为保护少数而不显示)");
        row("  全部", groups.total());
        groups.tracks().forEach(row -> row("  通道 " + row.group(), row));
        some("县", groups.counties());
        some("报名点", groups.schools());
    }

    private void some(String word, List<Row> rows) {
        rows.stream().limit(MOST_ROWS).forEach(row -> row("  " + word + " " + label(row), row));
        if (rows.size() > MOST_ROWS) {
            lines.add("  … 另有 " + (rows.size() - MOST_ROWS) + " 行,见 --format json");
        }
    }

    private static String label(Row row) {
        return row.group().equals(Row.OTHERS) ? (row.within() + " 其余合并").strip() : row.group();
    }

    private void row(String head, Row row) {
        lines.add(pad(head, 32) + left(row.candidates(), 8) + " : "
                + shown(row.counts().get(0)) + " | " + shown(row.counts().get(1)) + " | "
                + shown(row.counts().get(2)));
    }

    private static String shown(@Nullable Integer count) {
        return count == null ? HIDDEN : count.toString();
    }

    private static String pad(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }

    private static String left(int number, int width) {
        return String.format(Locale.ROOT, "%" + width + "d", number);
    }
}
