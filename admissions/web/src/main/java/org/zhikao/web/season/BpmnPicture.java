package org.zhikao.web.season;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.web.util.HtmlUtils;

/**
 * 流程图: a deployed model drawn from its diagram interchange, with what the facts say on top. Numbers stand in badges, the
 * present wait has a heavier border, taken edges are recognised by their own ids; the table beside it says the same.
 */
final class BpmnPicture {
    private static final int MARGIN = 24;
    private static final int LINE = 15;

    private record Box(String id, int x, int y, int width, int height) {}

    private record Edge(String id, List<int[]> points) {}

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private BpmnPicture() {}

    static BpmnPicture of(String bpmn) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        BpmnPicture picture = new BpmnPicture();
        try {
            picture.read(factory.createXMLStreamReader(new StringReader(bpmn)));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not a model that was deployed", e);
        }
        return picture;
    }

    private void read(XMLStreamReader in) throws XMLStreamException {
        String shape = "";
        Edge edge = new Edge("", new ArrayList<>());
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "BPMNShape" -> shape = element(in, "bpmnElement");
                case "BPMNLabel" -> shape = "";
                case "Bounds" -> {
                    if (!shape.isEmpty()) {
                        boxes.put(shape, box(shape, in));
                        shape = "";
                    }
                }
                case "BPMNEdge" -> {
                    edge = new Edge(element(in, "bpmnElement"), new ArrayList<>());
                    edges.add(edge);
                }
                case "waypoint" -> edge.points().add(new int[] {number(in, "x"), number(in, "y")});
                default -> element(in);
            }
        }
    }

    private static String element(XMLStreamReader in, String attribute) {
        String id = in.getAttributeValue(null, attribute);
        return id == null ? "" : id;
    }

    private void element(XMLStreamReader in) {
        String id = in.getAttributeValue(null, "id");
        if (id != null) {
            String name = in.getAttributeValue(null, "name");
            kinds.put(id, in.getLocalName());
            names.put(id, name == null ? "" : name);
        }
    }

    private static Box box(String id, XMLStreamReader in) {
        return new Box(id, number(in, "x"), number(in, "y"), number(in, "width"), number(in, "height"));
    }

    private static int number(XMLStreamReader in, String name) {
        String value = in.getAttributeValue(null, name);
        // A number longer than this is no place on a sheet.
        if (value == null || value.length() > 12 || !value.matches("-?\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("not a place on the sheet: " + name);
        }
        return new BigDecimal(value).intValue();
    }

    /**
     * @param standing ids of the waits where the token is
     * @param taken ids of the sequence flows that were taken
     * @param badges numbers by element
     */
    String draw(Set<String> standing, Set<String> taken, Map<String, Long> badges) {
        int left = boxes.values().stream().mapToInt(Box::x).min().orElse(0) - MARGIN;
        int top = boxes.values().stream().mapToInt(Box::y).min().orElse(0) - MARGIN;
        int right =
                boxes.values().stream().mapToInt(b -> b.x() + b.width()).max().orElse(0) + MARGIN;
        int bottom =
                boxes.values().stream().mapToInt(b -> b.y() + b.height()).max().orElse(0) + 2 * MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"bpmn\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%d %d %d %d\" aria-hidden=\"true\">",
                left,
                top,
                right - left,
                bottom - top));
        edges.forEach(edge -> edge(svg, edge, taken.contains(edge.id())));
        boxes.values().forEach(box -> shape(svg, box, standing.contains(box.id())));
        badges.forEach((id, number) -> badge(svg, boxes.get(id), number));
        return svg.append("</svg>").toString();
    }

    private static void edge(StringBuilder svg, Edge edge, boolean taken) {
        svg.append("<path class=\"").append(taken ? "flow taken" : "flow").append("\" d=\"");
        for (int i = 0; i < edge.points().size(); i++) {
            int[] p = edge.points().get(i);
            svg.append(i == 0 ? 'M' : 'L').append(p[0]).append(' ').append(p[1]);
        }
        svg.append("\"/>");
    }

    private void shape(StringBuilder svg, Box b, boolean here) {
        String kind = kinds.getOrDefault(b.id(), "");
        String look = here ? "node here" : "node";
        int middleX = b.x() + b.width() / 2;
        int middleY = b.y() + b.height() / 2;
        if (kind.endsWith("Event")) {
            String round = kind.equals("endEvent") ? look + " end" : look;
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>",
                    round,
                    middleX,
                    middleY,
                    b.width() / 2));
            label(svg, names.getOrDefault(b.id(), ""), middleX, b.y() + b.height() + LINE);
        } else if (kind.endsWith("Gateway")) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path class=\"%s\" d=\"M%d %dL%d %dL%d %dL%d %dZ\"/>",
                    look,
                    middleX,
                    b.y(),
                    b.x() + b.width(),
                    middleY,
                    middleX,
                    b.y() + b.height(),
                    b.x(),
                    middleY));
            label(svg, names.getOrDefault(b.id(), ""), middleX, b.y() + b.height() + LINE);
        } else {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>",
                    look,
                    b.x(),
                    b.y(),
                    b.width(),
                    b.height()));
            label(svg, names.getOrDefault(b.id(), ""), middleX, middleY + LINE / 3);
        }
    }

    private static void label(StringBuilder svg, String name, int x, int y) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">", x, y))
                .append(HtmlUtils.htmlEscape(name))
                .append("</text>");
    }

    private static void badge(StringBuilder svg, @org.jspecify.annotations.Nullable Box box, long number) {
        if (box == null) {
            return;
        }
        int x = box.x() + box.width();
        svg.append(String.format(
                Locale.ROOT,
                "<g class=\"badge\"><rect x=\"%d\" y=\"%d\" width=\"52\" height=\"20\" rx=\"10\"/><text x=\"%d\" y=\"%d\">%,d</text></g>",
                x - 30,
                box.y() - 12,
                x - 4,
                box.y() + 3,
                number));
    }
}
