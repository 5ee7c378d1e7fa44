package org.zhikao.workflows.lint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 流程图: a BPMN file drawn as SVG from its own diagram interchange.
 *
 * <p>Every shape and flow is a group that carries the element's id, so that a page can colour it; the root carries the
 * SHA-256 of the BPMN, so that a stale picture is found. The same file gives the same bytes.
 */
public final class Picture {
    private static final int MARGIN = 20;
    private static final int GLYPH = 13;
    private static final Set<String> NAMESPACES = Set.of(
            Linter.BPMN,
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://camunda.org/schema/1.0/bpmn");

    private record Box(int x, int y, int width, int height) {
        static Box of(Node bounds) {
            return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
        }

        int middleX() {
            return x + width / 2;
        }

        int middleY() {
            return y + height / 2;
        }
    }

    private final StringBuilder svg = new StringBuilder(16_384);
    private final Map<String, Node> elements = new HashMap<>();
    private int right;
    private int bottom;

    private Picture() {}

    /**
     * Draws a BPMN file.
     *
     * @throws IllegalArgumentException when it cannot be read or has no diagram
     */
    public static String draw(byte[] bpmn) {
        Findings findings = new Findings("");
        Node root = SafeXml.read(bpmn, NAMESPACES, findings);
        if (root == null || findings.hasErrors()) {
            throw new IllegalArgumentException("not a drawable BPMN file: " + findings.list());
        }
        return new Picture().draw(root, sha256(bpmn));
    }

    /** The SHA-256 of the BPMN that a picture was drawn from, empty when it carries none. */
    public static Optional<String> drawnFrom(String svg) {
        int at = svg.indexOf("data-bpmn-sha256=\"");
        return at < 0 ? Optional.empty() : Optional.of(svg.substring(at + 18, at + 18 + 64));
    }

    /** SHA-256 as 64 hex digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String draw(Node root, String digest) {
        root.all().filter(n -> !n.id().isEmpty()).forEach(n -> elements.put(n.id(), n));
        List<Node> shapes = root.all().filter(n -> n.name.equals("BPMNShape")).toList();
        List<Node> edges = root.all().filter(n -> n.name.equals("BPMNEdge")).toList();
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("the file has no diagram");
        }
        edges.forEach(this::edge);
        shapes.forEach(this::shape);
        String title = root.child("process").map(p -> p.attribute("name")).orElse("");
        int width = right + MARGIN;
        int height = bottom + MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" aria-label=\"" + escape(title) + "\" data-bpmn-sha256=\""
                + digest + "\">\n"
                + "<title>" + escape(title) + "</title>\n"
                + "<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\""
                + " markerHeight=\"8\" orient=\"auto\"><path d=\"M0 1 L10 5 L0 9 z\"/></marker></defs>\n"
                + "<g fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.5\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + svg + "</g>\n</svg>\n";
    }

    private void edge(Node edge) {
        Node flow = elements.get(edge.attribute("bpmnElement"));
        if (flow == null) {
            return;
        }
        List<String> points = new ArrayList<>();
        edge.named("waypoint").forEach(p -> {
            grow(number(p, "x"), number(p, "y"));
            points.add(number(p, "x") + "," + number(p, "y"));
        });
        svg.append("<g id=\"")
                .append(escape(flow.id()))
                .append("\" class=\"flow\"><polyline fill=\"none\" points=\"")
                .append(String.join(" ", points))
                .append("\" marker-end=\"url(#arrow)\"/>");
        label(edge, flow);
        svg.append("</g>\n");
    }

    private void shape(Node shape) {
        Node element = elements.get(shape.attribute("bpmnElement"));
        Optional<Node> bounds = shape.child("Bounds");
        if (element == null || bounds.isEmpty()) {
            return;
        }
        Box box = Box.of(bounds.get());
        grow(box.x() + box.width(), box.y() + box.height());
        svg.append("<g id=\"")
                .append(escape(element.id()))
                .append("\" class=\"")
                .append(element.name)
                .append("\">");
        switch (element.name) {
            case "startEvent", "endEvent", "boundaryEvent" -> event(element, box);
            case "exclusiveGateway", "parallelGateway" -> gateway(element, box);
            default -> task(element, box);
        }
        label(shape, element);
        svg.append("</g>\n");
    }

    private void event(Node element, Box box) {
        String end = element.name.equals("endEvent") ? " stroke-width=\"3\"" : "";
        String dashed = element.name.equals("boundaryEvent") ? " stroke-dasharray=\"4 3\"" : "";
        circle(box, box.width() / 2, end + dashed);
        if (element.name.equals("boundaryEvent")) {
            circle(box, box.width() / 2 - 4, dashed);
            svg.append("<path fill=\"none\" d=\"M")
                    .append(box.middleX())
                    .append(' ')
                    .append(box.middleY() - 8)
                    .append("v8h6\"/>");
        } else if (element.child("messageEventDefinition").isPresent()) {
            envelope(box.middleX() - 8, box.middleY() - 6, "#fff");
        } else if (element.child("terminateEventDefinition").isPresent()) {
            circle(box, box.width() / 2 - 7, " fill=\"#222\"");
        }
    }

    private void circle(Box box, int radius, String more) {
        svg.append("<circle cx=\"")
                .append(box.middleX())
                .append("\" cy=\"")
                .append(box.middleY())
                .append("\" r=\"")
                .append(radius)
                .append('"')
                .append(more)
                .append("/>");
    }

    private void envelope(int x, int y, String fill) {
        svg.append("<path fill=\"")
                .append(fill)
                .append("\" stroke-width=\"1\" d=\"M")
                .append(x)
                .append(' ')
                .append(y)
                .append("h16v12h-16zl8 6l8 -6\"/>");
    }

    private void gateway(Node element, Box box) {
        svg.append("<path d=\"M")
                .append(box.middleX())
                .append(' ')
                .append(box.y())
                .append('L')
                .append(box.x() + box.width())
                .append(' ')
                .append(box.middleY())
                .append('L')
                .append(box.middleX())
                .append(' ')
                .append(box.y() + box.height())
                .append('L')
                .append(box.x())
                .append(' ')
                .append(box.middleY())
                .append("z\"/>");
        String mark = element.name.equals("parallelGateway") ? "m-10 0h20m-10 -10v20" : "m-7 -7l14 14m0 -14l-14 14";
        svg.append("<path fill=\"none\" stroke-width=\"3\" d=\"M")
                .append(box.middleX())
                .append(' ')
                .append(box.middleY())
                .append(mark)
                .append("\"/>");
    }

    private void task(Node element, Box box) {
        svg.append("<rect x=\"")
                .append(box.x())
                .append("\" y=\"")
                .append(box.y())
                .append("\" width=\"")
                .append(box.width())
                .append("\" height=\"")
                .append(box.height())
                .append("\" rx=\"8\"/>");
        switch (element.name) {
            case "receiveTask" -> envelope(box.x() + 6, box.y() + 6, "#fff");
            case "sendTask" -> envelope(box.x() + 6, box.y() + 6, "#bbb");
            case "userTask" ->
                svg.append("<path fill=\"none\" stroke-width=\"1\" d=\"M")
                        .append(box.x() + 6)
                        .append(' ')
                        .append(box.y() + 20)
                        .append("c0 -9 14 -9 14 0z\"/><circle stroke-width=\"1\" cx=\"")
                        .append(box.x() + 13)
                        .append("\" cy=\"")
                        .append(box.y() + 9)
                        .append("\" r=\"4\"/>");
            default -> {
                // no mark
            }
        }
        List<String> lines = lines(element.attribute("name"), (box.width() - 12) / GLYPH);
        int y = box.middleY() + 8 - (lines.size() - 1) * 8;
        for (String line : lines) {
            text(box.middleX(), y, line);
            y += 16;
        }
    }

    /** Names of events, gateways and flows stand where the diagram puts them. */
    private void label(Node drawn, Node element) {
        Optional<Node> bounds = drawn.child("BPMNLabel").flatMap(l -> l.child("Bounds"));
        if (bounds.isPresent() && !element.attribute("name").isEmpty()) {
            Box box = Box.of(bounds.get());
            grow(box.x() + box.width(), box.y() + box.height());
            text(box.middleX(), box.y() + 11, element.attribute("name"));
        }
    }

    private void text(int x, int y, String text) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"middle\" stroke=\"none\" fill=\"#111\">")
                .append(escape(text))
                .append("</text>");
    }

    private static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        int[] points = text.codePoints().toArray();
        for (int from = 0; from < points.length; from += width) {
            lines.add(new String(points, from, Math.min(width, points.length - from)));
        }
        return lines;
    }

    private void grow(int x, int y) {
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    /** Coordinates are whole points; what an editor stored with a fraction is cut. */
    private static int number(Node node, String attribute) {
        String value = node.attribute(attribute);
        int point = value.indexOf('.');
        return Integer.parseInt(point < 0 ? value : value.substring(0, point));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static byte[] bytes(String svg) {
        return svg.getBytes(StandardCharsets.UTF_8);
    }
}
