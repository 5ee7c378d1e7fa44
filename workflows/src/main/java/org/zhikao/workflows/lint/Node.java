package org.zhikao.workflows.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One element of a file as read, without any schema: local name, attributes by local name, own text, children. */
final class Node {
    final String namespace;
    final String name;
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    /** Id of this element or of the nearest one around it that has one. */
    final String place;

    Node(String namespace, String name, String place) {
        this.namespace = namespace;
        this.name = name;
        this.place = place;
    }

    String id() {
        return attribute("id");
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    Stream<Node> named(String local) {
        return children.stream().filter(c -> c.name.equals(local));
    }

    Optional<Node> child(String local) {
        return named(local).findFirst();
    }

    /** Every {@code camunda:property} by name, the first of each. */
    Map<String, String> properties() {
        Map<String, String> all = new LinkedHashMap<>();
        named("extensionElements")
                .flatMap(e -> e.named("properties"))
                .flatMap(p -> p.named("property"))
                .forEach(p -> all.putIfAbsent(p.attribute("name"), p.attribute("value")));
        return all;
    }

    /** The value of a {@code camunda:property}, empty when there is none. */
    String property(String property) {
        return named("extensionElements")
                .flatMap(e -> e.named("properties"))
                .flatMap(p -> p.named("property"))
                .filter(p -> p.attribute("name").equals(property))
                .map(p -> p.attribute("value"))
                .findFirst()
                .orElse("");
    }
}
