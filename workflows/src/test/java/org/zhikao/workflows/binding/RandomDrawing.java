package org.zhikao.workflows.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.zhikao.workflows.lint.Drawing;
import org.zhikao.workflows.lint.Drawing.Element;
import org.zhikao.workflows.lint.Drawing.Flow;

/** Drawings by chance: sequences, choices, loops, parallel branches and sub-processes, and sometimes a flow across them. */
final class RandomDrawing {
    private final Random random;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private boolean parallel;

    RandomDrawing(Random random) {
        this.random = random;
    }

    /** What a block begins and ends with. */
    private record Block(String first, String last) {}

    Drawing draw() {
        String start = add("startEvent", "p", "");
        Block body = block("p", 3);
        String end = add("endEvent", "p", "");
        flow("p", start, body.first());
        flow("p", body.last(), end);
        crossing();
        return new Drawing("p", "p", elements, flows);
    }

    private Block block(String scope, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(7)) {
            case 1, 2 -> sequence(scope, depth);
            case 3 -> branches(scope, depth, "exclusiveGateway");
            case 4 -> {
                parallel = true;
                yield branches(scope, depth, "parallelGateway");
            }
            case 5 -> loop(scope, depth);
            case 6 -> sub(scope, depth);
            default -> {
                boolean duty = random.nextInt(3) > 0;
                String id = duty
                        ? add("userTask", scope, "duty.decided/d" + random.nextInt(5))
                        : add("receiveTask", scope, "w");
                yield new Block(id, id);
            }
        };
    }

    private Block sequence(String scope, int depth) {
        Block first = block(scope, depth - 1);
        Block last = first;
        for (int i = random.nextInt(2) + 1; i > 0; i--) {
            Block next = block(scope, depth - 1);
            flow(scope, last.last(), next.first());
            last = next;
        }
        return new Block(first.first(), last.last());
    }

    private Block branches(String scope, int depth, String gateway) {
        String split = add(gateway, scope, "");
        String join = add(gateway, scope, "");
        for (int i = 0; i < 2; i++) {
            Block branch = block(scope, depth - 1);
            flow(scope, split, branch.first());
            flow(scope, branch.last(), join);
        }
        if (gateway.startsWith("exclusive") && random.nextBoolean()) {
            flow(scope, split, join);
        }
        return new Block(split, join);
    }

    private Block loop(String scope, int depth) {
        String in = add("exclusiveGateway", scope, "");
        Block body = block(scope, depth - 1);
        String out = add("exclusiveGateway", scope, "");
        flow(scope, in, body.first());
        flow(scope, body.last(), out);
        Block back = block(scope, 0);
        flow(scope, out, back.first());
        flow(scope, back.last(), in);
        return new Block(in, out);
    }

    private Block sub(String scope, int depth) {
        String id = add("subProcess", scope, "");
        String start = add("startEvent", id, "");
        Block body = block(id, depth - 1);
        String end = add("endEvent", id, "");
        flow(id, start, body.first());
        flow(id, body.last(), end);
        return new Block(id, id);
    }

    /** Where no tokens run side by side, a choice may lead anywhere in its scope. */
    private void crossing() {
        if (parallel || random.nextBoolean()) {
            return;
        }
        List<Element> choices = new ArrayList<>();
        for (Element e : elements.values()) {
            if (e.kind().equals("exclusiveGateway")) {
                choices.add(e);
            }
        }
        if (choices.size() < 2) {
            return;
        }
        Element from = choices.get(random.nextInt(choices.size()));
        List<Element> to =
                choices.stream().filter(e -> e.scope().equals(from.scope())).toList();
        flow(from.scope(), from.id(), to.get(random.nextInt(to.size())).id());
    }

    private String add(String kind, String scope, String word) {
        String id = kind + elements.size();
        elements.put(id, new Element(id, kind, id, scope, word, "", "", "", "", false, List.of(), Map.of(), List.of()));
        return id;
    }

    private void flow(String scope, String from, String to) {
        String id = "f" + flows.size();
        flows.put(id, new Flow(id, "", scope, from, to, ""));
    }
}
