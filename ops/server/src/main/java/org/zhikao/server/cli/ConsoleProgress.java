package org.zhikao.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.zhikao.server.play.Progress;

/** A bar a phase on a terminal, plain lines elsewhere. */
final class ConsoleProgress implements Progress {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal = System.console() != null;
    private String phase = "";
    private long expected;
    private long shownAt;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void phase(String name, long acts) {
        phase = name;
        expected = acts;
        shownAt = 0;
        bar(0);
    }

    @Override
    public synchronized void done(long acts) {
        long now = System.nanoTime();
        if (now - shownAt > 200_000_000L) {
            shownAt = now;
            bar(acts);
        }
    }

    private void bar(long acts) {
        if (!terminal) {
            return;
        }
        long part = expected == 0 ? 0 : Math.min(WIDTH, acts * WIDTH / expected);
        out.printf(
                Locale.ROOT,
                "\r%-16s [%s%s] %,d ",
                phase,
                "#".repeat((int) part),
                " ".repeat(WIDTH - (int) part),
                acts);
        out.flush();
    }

    @Override
    public synchronized void ended(String name, long nanos) {
        String took = String.format(Locale.ROOT, "%d.%03d s", nanos / 1_000_000_000, nanos / 1_000_000 % 1000);
        out.println((terminal ? "\r" + String.format(Locale.ROOT, "%-60s", name + " " + took) : name + " " + took));
        out.flush();
    }
}
