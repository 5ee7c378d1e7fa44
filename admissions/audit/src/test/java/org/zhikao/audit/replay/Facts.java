package org.zhikao.audit.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A record in memory, written as text with apostrophes for quotation marks: {@code add("s-x", "season.drafted", "{'season':…}")}. */
final class Facts implements FactSource {
    private final List<StoredFact> facts = new ArrayList<>();
    private final Map<String, Long> next = new HashMap<>();
    private long index;

    Facts add(String aggregate, String name, String payload) {
        return add(aggregate, name, payload, "a-office", "");
    }

    Facts add(String aggregate, String name, String payload, String by, String reason) {
        long sequence = next.merge(aggregate, 1L, Long::sum) - 1;
        index++;
        String metadata = "{'by':'" + by + "','role':'EXAM_OFFICE','org':'99','reason':'" + reason + "','request':'r"
                + index + "'}";
        facts.add(new StoredFact(
                index,
                String.format(Locale.ROOT, "e%08d", index),
                aggregate,
                sequence,
                name,
                "1",
                "2026-03-01T00:00:00.000Z",
                utf8(payload),
                utf8(metadata)));
        return this;
    }

    static byte[] utf8(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** The last fact of that name in that aggregate is replaced by what {@code change} makes of it; null drops it. */
    Facts change(String aggregate, String name, UnaryOperator<StoredFact> change) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            StoredFact f = facts.get(i);
            if (f.aggregate().equals(aggregate) && f.name().equals(name)) {
                facts.set(i, change.apply(f));
                return this;
            }
        }
        throw new IllegalStateException("no " + name + " in " + aggregate);
    }

    Facts drop(String aggregate, String name) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            StoredFact f = facts.get(i);
            if (f.aggregate().equals(aggregate) && f.name().equals(name)) {
                facts.remove(i);
                return this;
            }
        }
        throw new IllegalStateException("no " + name + " in " + aggregate);
    }

    /** Replaces text inside the last payload of that name. */
    Facts edit(String aggregate, String name, String from, String to) {
        return change(aggregate, name, f -> {
            String before = new String(f.payload(), StandardCharsets.UTF_8);
            String after = before.replace(from.replace('\'', '"'), to.replace('\'', '"'));
            if (before.equals(after)) {
                throw new IllegalStateException("nothing to edit in " + before);
            }
            return with(f, f.index(), f.event(), f.timestamp(), utf8(after));
        });
    }

    static StoredFact with(StoredFact f, long index, String event, String timestamp, byte[] payload) {
        return new StoredFact(
                index, event, f.aggregate(), f.sequence(), f.name(), f.revision(), timestamp, payload, f.metadata());
    }

    List<StoredFact> list() {
        return facts;
    }

    @Override
    public void seasons(Reader reader) {
        facts.stream()
                .filter(f -> !f.ofCandidate())
                .sorted(Comparator.comparingLong(StoredFact::index))
                .forEach(reader::read);
    }

    @Override
    public void all(Reader reader) {
        facts.stream()
                .sorted(Comparator.comparing(StoredFact::aggregate)
                        .thenComparingLong(StoredFact::sequence)
                        .thenComparingLong(StoredFact::index))
                .forEach(reader::read);
    }
}
