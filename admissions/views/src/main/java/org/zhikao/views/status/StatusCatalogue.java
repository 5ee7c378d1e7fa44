package org.zhikao.views.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.Phase;
import org.zhikao.admissions.shared.Role;
import org.zhikao.views.status.StatusEntry.Deadline;

/** 状态目录: read once from {@code status/catalogue.yaml} of the model. */
public final class StatusCatalogue {
    private static final String RESOURCE = "/status/catalogue.yaml";
    private static final StatusCatalogue PUBLISHED = read();

    private final List<Step> steps;
    private final Map<Subject, Map<String, StatusEntry>> entries;

    private StatusCatalogue(List<Step> steps, Map<Subject, Map<String, StatusEntry>> entries) {
        this.steps = List.copyOf(steps);
        this.entries = entries;
    }

    /** Whose status it is. */
    public enum Subject {
        /** 考生 */
        CANDIDATE,
        /** 免试申请 */
        CLAIM,
        /** 投档运行 */
        RUN
    }

    /** 步骤 of a candidate's journey. */
    public record Step(String code, String zh, String en) {}

    public static StatusCatalogue published() {
        return PUBLISHED;
    }

    /** The steps of a candidate's journey, in order. */
    public List<Step> steps() {
        return steps;
    }

    /** Every status of the subject, in the order of the file. */
    public List<StatusEntry> all(Subject subject) {
        return List.copyOf(of(subject).values());
    }

    public Optional<StatusEntry> find(Subject subject, String code) {
        return Optional.ofNullable(of(subject).get(code));
    }

    /**
     * The entry of a status constant.
     *
     * @throws IllegalArgumentException when code and catalogue differ, which a test forbids
     */
    public StatusEntry entry(Subject subject, Enum<?> status) {
        return find(subject, status.name())
                .orElseThrow(
                        () -> new IllegalArgumentException("not in the status catalogue: " + subject + " " + status));
    }

    private Map<String, StatusEntry> of(Subject subject) {
        Map<String, StatusEntry> found = entries.get(subject);
        if (found == null) {
            throw new IllegalStateException("the status catalogue has no part for " + subject);
        }
        return found;
    }

    private static StatusCatalogue read() {
        try (InputStream in = StatusCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(in);
            List<Step> steps = new ArrayList<>();
            root.required("steps").forEach(s -> steps.add(new Step(text(s, "code"), text(s, "zh"), text(s, "en"))));
            Map<Subject, Map<String, StatusEntry>> entries = new LinkedHashMap<>();
            entries.put(Subject.CANDIDATE, part(root.required("candidate")));
            entries.put(Subject.CLAIM, part(root.required("claim")));
            entries.put(Subject.RUN, part(root.required("run")));
            return new StatusCatalogue(steps, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, StatusEntry> part(JsonNode list) {
        Map<String, StatusEntry> part = new LinkedHashMap<>();
        for (JsonNode node : list) {
            StatusEntry entry = entry(node);
            if (part.put(entry.code(), entry) != null) {
                throw new IllegalStateException("twice in the status catalogue: " + entry.code());
            }
        }
        return part;
    }

    private static StatusEntry entry(JsonNode node) {
        JsonNode description = node.required("description");
        Set<String> next = new LinkedHashSet<>();
        node.required("next").forEach(n -> next.add(n.asText()));
        return new StatusEntry(
                text(node, "code"),
                text(node, "zh"),
                text(node, "en"),
                text(description, "zh"),
                text(description, "en"),
                node.path("step").asText(""),
                role(text(node, "acts")),
                deadline(node.required("deadline")),
                next);
    }

    private static @Nullable Role role(String acts) {
        return acts.equals("NOBODY") ? null : Role.valueOf(acts);
    }

    private static Deadline deadline(JsonNode rule) {
        if (rule.has("phase")) {
            return new Deadline(Deadline.Kind.PHASE_END, Phase.valueOf(text(rule, "phase")), 0);
        }
        if (rule.has("days")) {
            return new Deadline(Deadline.Kind.DAYS, null, rule.get("days").intValue());
        }
        return new Deadline(rule.has("stated") ? Deadline.Kind.STATED : Deadline.Kind.NONE, null, 0);
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }
}
