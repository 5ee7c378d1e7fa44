package org.zhikao.web.season;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhikao.admissions.process.ModelChange;
import org.zhikao.admissions.process.ModelLint.Finding;
import org.zhikao.admissions.process.ModelLint.Severity;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.ProcessModels.ProcessModel;
import org.zhikao.admissions.process.ProcessStudio;
import org.zhikao.admissions.process.Rehearsed;
import org.zhikao.admissions.shared.SeasonId;
import org.zhikao.views.season.ProcessQueries;
import org.zhikao.views.season.ProcessQueries.ProcessVersion;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;

/** 流程设计台: what pages and REST show of the versions of a season's processes. */
@Component
class ProcessDesk {
    /** Enough to see a share of one in a thousand, over in about a second. */
    static final int CANDIDATES = 5_000;

    private final ProcessQueries queries;
    private final ObjectProvider<ProcessModels> models;
    private final ObjectProvider<ProcessStudio> studio;

    ProcessDesk(ProcessQueries queries, ObjectProvider<ProcessModels> models, ObjectProvider<ProcessStudio> studio) {
        this.queries = queries;
        this.models = models;
        this.studio = studio;
    }

    /**
     * 流程 with its versions, the newest first.
     *
     * @param digest of the model in force
     */
    record Line(String process, String name, String digest, List<ProcessVersion> versions) {
        public int newest() {
            return versions.isEmpty() ? 0 : versions.get(0).version();
        }
    }

    /** 流程版本 as shown; {@code picture} is null when the drawing cannot be drawn. */
    record Sheet(
            ProcessVersion version,
            boolean newest,
            @Nullable String picture,
            List<Finding> findings,
            List<ModelChange> changes) {
        public boolean sound() {
            return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
        }
    }

    List<Line> lines(@Nullable SeasonId season) {
        List<ProcessVersion> versions = season == null ? List.of() : queries.versions(season);
        return inForce().stream()
                .map(model -> new Line(
                        model.key(),
                        model.name(),
                        model.digest(),
                        versions.stream()
                                .filter(v -> v.process().equals(model.key()))
                                .toList()))
                .toList();
    }

    Sheet sheet(SeasonId season, String process, int version) {
        List<ProcessVersion> versions = queries.versions(season).stream()
                .filter(v -> v.process().equals(process))
                .toList();
        ProcessVersion found = versions.stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(NotFound::new);
        String bpmn = drawing(season, process, version);
        List<Finding> findings = studio().findings(process, bpmn);
        return new Sheet(
                found,
                versions.get(0).version() == version,
                picture(bpmn),
                findings,
                studio().changes(inForce(process), bpmn));
    }

    String drawing(SeasonId season, String process, int version) {
        return queries.bpmn(season, process, version).orElseThrow(NotFound::new);
    }

    /** A draft with errors is not walked; {@code recorded}: on the season's own facts instead of fictional people. */
    Rehearsed rehearse(SeasonId season, String process, int version, boolean recorded) {
        Sheet sheet = sheet(season, process, version);
        if (!sheet.sound()) {
            throw new Unusable("DRAWING_WITH_ERRORS");
        }
        String draft = drawing(season, process, version);
        return recorded
                ? studio().rehearse(draft, inForce(process), season)
                : studio().rehearse(draft, inForce(process), CANDIDATES);
    }

    /** What the rehearsal counted, on the drawing; the tables beside it say the same. */
    @Nullable
    String picture(SeasonId season, String process, int version, Rehearsed rehearsed) {
        Map<String, Long> badges = new HashMap<>();
        Set<String> standing = new HashSet<>();
        for (Rehearsed.Element element : rehearsed.elements()) {
            badges.put(element.id(), element.cases());
            if (element.standing() > 0) {
                standing.add(element.id());
            }
        }
        Set<String> taken = new HashSet<>();
        for (Rehearsed.Flow flow : rehearsed.flows()) {
            if (flow.cases() > 0) {
                taken.add(flow.id());
            }
        }
        return picture(drawing(season, process, version), standing, taken, badges);
    }

    List<Finding> findings(String process, String bpmn) {
        return studio().findings(process, bpmn);
    }

    List<ProcessStudio.CatalogueWord> words(String process) {
        return studio().words(process);
    }

    /** The drawing in force. */
    String inForce(String process) {
        return inForce().stream()
                .filter(model -> model.key().equals(process))
                .map(ProcessModel::bpmn)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<ProcessModel> inForce() {
        return Optional.ofNullable(models.getIfAvailable())
                .map(ProcessModels::all)
                .orElse(List.of());
    }

    private ProcessStudio studio() {
        ProcessStudio found = studio.getIfAvailable();
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    private static @Nullable String picture(String bpmn) {
        return picture(bpmn, Set.of(), Set.of(), Map.of());
    }

    private static @Nullable String picture(
            String bpmn, Set<String> standing, Set<String> taken, Map<String, Long> badges) {
        try {
            return BpmnPicture.of(bpmn).draw(standing, taken, badges);
        } catch (IllegalArgumentException e) {
            return null; // shown without a picture; the findings say what is wrong
        }
    }
}
