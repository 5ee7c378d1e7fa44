package org.zhikao.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Markdown page taken apart: prose, lines of code blocks, and what stands between single backticks. */
final class Page {
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

    /** A line of code and where it stands. */
    record Line(int number, String text) {}

    private final List<Line> prose = new ArrayList<>();
    private final List<Line> code = new ArrayList<>();

    private Page(String text) {
        boolean fenced = false;
        boolean blank = true;
        boolean indented = false;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
                continue;
            }
            // Four blanks begin a block after an empty line only; elsewhere they continue a paragraph or a list.
            indented = line.startsWith("    ") && (indented || blank);
            (fenced || indented ? code : prose).add(new Line(number, line));
            blank = line.isBlank();
        }
    }

    static Page of(String text) {
        return new Page(text);
    }

    static Page at(String path) {
        return new Page(Repository.read(path));
    }

    List<Line> code() {
        return code;
    }

    List<Line> spans() {
        List<Line> found = new ArrayList<>();
        prose.forEach(line -> matches(SPAN, line.text(), line.number(), found));
        return found;
    }

    List<Line> links() {
        List<Line> found = new ArrayList<>();
        prose.forEach(line -> matches(LINK, SPAN.matcher(line.text()).replaceAll(""), line.number(), found));
        return found;
    }

    private static void matches(Pattern what, String text, int number, List<Line> found) {
        Matcher matcher = what.matcher(text);
        while (matcher.find()) {
            found.add(new Line(number, matcher.group(1)));
        }
    }
}
