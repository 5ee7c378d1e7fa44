package org.zhikao.web.season;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.whatif.WhatIfReport.Bin;
import org.zhikao.admissions.whatif.WhatIfReport.Histogram;
import org.zhikao.admissions.whatif.WhatIfReport.Movement;
import org.zhikao.admissions.whatif.WhatIfReport.MovementBand;

/**
 * 图: bars drawn on the server. They say nothing that the table beside them does not say, so readers that do not see them are
 * not told of them.
 */
public final class Plots {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final int FOOT = 24;
    private static final int ROW = 24;
    private static final int MIDDLE = 320;

    /** 分数分布: before as an outline, after filled, one pair a bin. */
    public String histogram(Histogram histogram) {
        List<Bin> bins = histogram.bins();
        int most = 1;
        for (Bin bin : bins) {
            most = Math.max(most, Math.max(bin.before(), bin.after()));
        }
        StringBuilder svg = open(HEIGHT);
        int count = Math.max(1, bins.size());
        for (int b = 0; b < bins.size(); b++) {
            int left = b * WIDTH / count;
            int right = (b + 1) * WIDTH / count;
            int half = Math.max(1, (right - left - 2) / 2);
            bar(svg, "was", left + 1, bins.get(b).before(), most, half);
            bar(svg, "now", left + 1 + half, bins.get(b).after(), most, half);
            if (b % Math.max(1, count / 6) == 0) {
                text(svg, "start", left, HEIGHT - 6, bins.get(b).from());
            }
        }
        svg.append(String.format(Locale.ROOT, "<path class=\"axis\" d=\"M0 %dH%d\"/>", HEIGHT - FOOT, WIDTH));
        return svg.append("</svg>").toString();
    }

    private static void bar(StringBuilder svg, String kind, int x, int count, int most, int width) {
        int height = (int) ((long) count * (HEIGHT - FOOT - 4) / most);
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                kind,
                x,
                HEIGHT - FOOT - height,
                width,
                height));
    }

    /** 位次变动: what rose to the right, what fell to the left; a hidden count is a dashed stub. */
    public String movement(Movement movement) {
        List<MovementBand> bands = movement.bands();
        int most = 1;
        for (MovementBand band : bands) {
            Integer count = band.count();
            most = Math.max(most, count == null ? 1 : count);
        }
        StringBuilder svg = open(bands.size() * ROW);
        for (int b = 0; b < bands.size(); b++) {
            MovementBand band = bands.get(b);
            String name = band.change().name();
            boolean better = name.startsWith("UP") || name.equals("ENTERED");
            boolean worse = name.startsWith("DOWN") || name.equals("LEFT");
            row(svg, b * ROW, better ? "up" : worse ? "down" : "same", band.count(), most);
        }
        svg.append(String.format(Locale.ROOT, "<path class=\"axis\" d=\"M%d 0V%d\"/>", MIDDLE, bands.size() * ROW));
        return svg.append("</svg>").toString();
    }

    private static void row(StringBuilder svg, int top, String kind, @Nullable Integer count, int most) {
        int length = count == null ? 14 : (int) ((long) count * (MIDDLE - 60) / most);
        int x = kind.equals("down") ? MIDDLE - length : MIDDLE;
        svg.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                kind,
                count == null ? " hidden" : "",
                x,
                top + 3,
                length,
                ROW - 6));
        if (count == null || count > 0) {
            boolean left = kind.equals("down");
            text(
                    svg,
                    left ? "end" : "start",
                    left ? x - 5 : x + length + 5,
                    top + ROW - 7,
                    count == null ? "<5" : String.format(Locale.ROOT, "%,d", count));
        }
    }

    private static StringBuilder open(int height) {
        return new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"plot\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">",
                WIDTH,
                height));
    }

    private static void text(StringBuilder svg, String anchor, int x, int y, String text) {
        svg.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\">", anchor, x, y))
                .append(org.springframework.web.util.HtmlUtils.htmlEscape(text))
                .append("</text>");
    }
}
