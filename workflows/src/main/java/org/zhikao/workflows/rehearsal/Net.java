package org.zhikao.workflows.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.process.WorkingDays;
import org.zhikao.workflows.OwnDuties;
import org.zhikao.workflows.lint.Condition;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Drawing.Element;
import org.zhikao.workflows.lint.Drawing.Flow;

/** A drawing made ready for walking: steps and flows by number. Immutable once made. */
final class Net {
    enum Kind {
        START,
        END,
        WAIT,
        DUTY,
        INSTRUCTION,
        XOR,
        AND,
        DEADLINE,
        SUB
    }

    /** One element. */
    static final class Step {
        final int number;
        final Element element;
        final Kind kind;
        /** In the order of the file: a gateway asks them in this order. */
        final List<Link> out = new ArrayList<>();
        /** Deadlines that hang on this step. */
        final List<Step> deadlines = new ArrayList<>();
        /** Where a sub-process starts. */
        @Nullable
        Step inner;

        int incoming;

        Step(int number, Element element, Kind kind) {
            this.number = number;
            this.element = element;
            this.kind = kind;
        }

        /** When this deadline falls due for a token that came at this instant; null when the fact brought none. */
        @Nullable
        Instant due(Instant since, Map<String, Object> brought, WorkingDays calendar) {
            String text = element.deadline();
            try {
                if (text.startsWith("${")) {
                    String variable = text.substring(2, text.length() - 1);
                    int days = OwnDuties.workingDays(variable);
                    if (days > 0) {
                        return calendar.end(since, days);
                    }
                    Object value = brought.get(variable);
                    return value == null ? null : Instant.parse((String) value);
                }
                return text.startsWith("P")
                        ? since.plus(Duration.parse(text))
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /** One sequence flow; {@code condition} is null where there is none. */
    record Link(
            int number, Flow flow, Step target, @Nullable Condition condition) {}

    final Drawing drawing;
    final WorkingDays calendar;
    final List<Step> steps = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    /** Word to the end event that it leads to from anywhere. */
    final Map<String, Step> ends = new HashMap<>();

    final Step start;
    private final Map<String, Step> byId = new HashMap<>();

    Net(Drawing drawing, WorkingDays calendar) {
        this.drawing = drawing;
        this.calendar = calendar;
        for (Element element : drawing.elements().values()) {
            Step step = new Step(steps.size(), element, kind(element));
            steps.add(step);
            byId.put(element.id(), step);
        }
        for (Flow flow : drawing.flows().values()) {
            Step source = byId.get(flow.source());
            Step target = byId.get(flow.target());
            if (source == null || target == null) {
                throw new IllegalArgumentException("flow " + flow.id() + " leads nowhere");
            }
            Condition condition = flow.condition().isEmpty()
                    ? null
                    : Condition.parse(flow.condition())
                            .orElseThrow(() -> new IllegalArgumentException("condition of " + flow.id()));
            Link link = new Link(links.size(), flow, target, condition);
            links.add(link);
            source.out.add(link);
            target.incoming++;
        }
        Step first = null;
        for (Step step : steps) {
            Step activity = byId.get(step.element.attachedTo());
            if (step.kind == Kind.DEADLINE && activity != null) {
                activity.deadlines.add(step);
            }
            if (step.kind == Kind.START) {
                Step around = byId.get(step.element.scope());
                if (around == null) {
                    first = step;
                } else {
                    around.inner = step;
                }
            }
            for (String word : step.element.endsAt()) {
                ends.put(word, step);
            }
        }
        if (first == null) {
            throw new IllegalArgumentException("no start");
        }
        this.start = first;
    }

    /** Number of the step with this id. */
    int number(String id) {
        Step step = byId.get(id);
        if (step == null) {
            throw new IllegalArgumentException("no step " + id);
        }
        return step.number;
    }

    private static Kind kind(Element element) {
        return switch (element.kind()) {
            case "startEvent" -> Kind.START;
            case "endEvent" -> Kind.END;
            case "receiveTask" -> Kind.WAIT;
            case "userTask" -> Kind.DUTY;
            case "sendTask" -> Kind.INSTRUCTION;
            case "exclusiveGateway" -> Kind.XOR;
            case "parallelGateway" -> Kind.AND;
            case "boundaryEvent" -> Kind.DEADLINE;
            case "subProcess" -> Kind.SUB;
            default -> throw new IllegalArgumentException("element " + element.kind());
        };
    }
}
