package org.zhikao.server.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.zhikao.admissions.process.Rehearsed;

/** A rehearsal as a table on standard output. */
final class RehearsalTable {
    private final PrintWriter out;

    RehearsalTable(PrintWriter out) {
        this.out = out;
    }

    void print(Rehearsed r) {
        line("流程 %s  案例 %,d  事实 %,d  %s", r.process(), r.cases(), r.facts(), compared(r));
        line("");
        line("%-28s %12s %12s %12s", "元素", "案例", "次数", "停留");
        r.elements()
                .forEach(
                        e -> line("%-28s %,12d %,12d %,12d  %s", e.id(), e.cases(), e.times(), e.standing(), e.name()));
        line("");
        line("%-28s %12s %12s", "流向", "案例", "次数");
        r.flows()
                .forEach(f -> line("%-28s %,12d %,12d  %s → %s", f.id(), f.cases(), f.times(), f.source(), f.target()));
        line("");
        line("%-28s %12s %10s %10s %10s %10s", "等待", "离开", "中位", "九成内", "最长", "超期");
        r.waits()
                .forEach(w -> line(
                        "%-28s %,12d %10s %10s %10s %,10d",
                        w.id(), w.left(), time(w.p50Seconds()), time(w.p90Seconds()), time(w.maxSeconds()), w.late()));
        line("");
        line("%-28s %12s %12s", "结束", "草案", "现行");
        r.ends().forEach(e -> line("%-28s %,12d %,12d  %s", e.id(), e.cases(), e.currentCases(), e.name()));
        if (!r.duties().isEmpty()) {
            line("");
            line("%-28s %12s %12s %12s %12s", "职责", "产生", "办结", "超期", "未办");
            r.duties()
                    .forEach(d -> line(
                            "%-28s %,12d %,12d %,12d %,12d", d.role(), d.opened(), d.decided(), d.late(), d.open()));
        }
        r.moved().forEach(m -> line("去向不同 %,d  %s → %s  例 %s", m.cases(), m.from(), m.to(), m.examples()));
        r.deadEnds().forEach(s -> line("停滞 %,d  在 %s  无人接收 %s  例 %s", s.cases(), s.at(), s.fact(), s.examples()));
        r.unused().forEach(s -> line("结束后剩余的事实 %,d  在 %s  %s  例 %s", s.cases(), s.at(), s.fact(), s.examples()));
        r.failures().forEach(s -> line("引擎会停下 %,d  在 %s  例 %s", s.cases(), s.at(), s.examples()));
        if (!r.neverReached().isEmpty()) {
            line("从未到达 %s", String.join(" ", r.neverReached()));
        }
    }

    private static String compared(Rehearsed r) {
        if (r.current().isEmpty()) {
            return "没有现行版本可比";
        }
        return r.current().equals(r.digest()) ? "与现行版本相同" : "与现行版本比较";
    }

    private static String time(long seconds) {
        Duration d = Duration.ofSeconds(seconds);
        return d.toDays() > 0
                ? String.format(Locale.ROOT, "%dd%02dh", d.toDays(), d.toHoursPart())
                : String.format(Locale.ROOT, "%dh%02dm", d.toHours(), d.toMinutesPart());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
