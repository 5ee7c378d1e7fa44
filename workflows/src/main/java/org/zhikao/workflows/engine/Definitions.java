package org.zhikao.workflows.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.zhikao.admissions.process.ProcessModels;
import org.zhikao.admissions.process.PublishedDrawings;
import org.zhikao.workflows.Contracts;
import org.zhikao.workflows.ProcessContract;

/** 流程模型 in force: deployed when their hash is approved, never otherwise. */
final class Definitions implements ProcessModels {
    private final RepositoryService repository;
    private final Contracts contracts;
    private final Map<String, ProcessModel> current = new ConcurrentHashMap<>();
    private final Map<String, List<String>> flows = new ConcurrentHashMap<>();
    private final Map<String, Deadlines> deadlines = new ConcurrentHashMap<>();

    Definitions(ProcessEngine engine, Contracts contracts) {
        this.repository = engine.getRepositoryService();
        this.contracts = contracts;
    }

    /**
     * Deploys, for every process, the drawing that was published last, and where none was, the one that ships with the
     * software; a drawing that was deployed last makes no new version.
     */
    void deployInForce(PublishedDrawings published) {
        Set<String> approved = new HashSet<>(Approved.shipped());
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (ProcessContract contract : contracts.all()) {
            byte[] drawing = published
                    .newest(contract.key())
                    .map(bpmn -> bpmn.getBytes(StandardCharsets.UTF_8))
                    .orElse(null);
            if (drawing == null) {
                drawing = resource(contract.resource());
            } else {
                approved.add(sha256(drawing)); // publication is the vote
            }
            files.put(contract.resource(), drawing);
        }
        deploy(files, approved);
    }

    /**
     * Deploys files whose hashes are approved.
     *
     * @throws IllegalArgumentException when one is not: nothing is deployed then
     */
    void deploy(Map<String, byte[]> files, Set<String> approved) {
        DeploymentBuilder deployment =
                repository.createDeployment().name("zhikao").enableDuplicateFiltering(true);
        files.forEach((name, content) -> {
            String digest = sha256(content);
            if (!approved.contains(digest)) {
                throw new IllegalArgumentException("not approved for deployment: " + name + " " + digest);
            }
            deployment.addInputStream(name, new ByteArrayInputStream(content));
        });
        deployment.deploy();
        for (ProcessContract contract : contracts.all()) {
            current.put(contract.key(), read(contract.key()));
        }
    }

    /** The version that new cases of this process start on. */
    String current(String process) {
        return model(process).definition();
    }

    /** Ids of the flows of a deployed version, in the order of their bits. */
    List<String> flows(String definitionId) {
        return flows.computeIfAbsent(
                definitionId,
                id -> repository.getBpmnModelInstance(id).getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .sorted()
                        .toList());
    }

    /** The deadlines of a deployed version. */
    Deadlines deadlines(String definitionId) {
        return deadlines.computeIfAbsent(
                definitionId, id -> new Deadlines(repository.getBpmnModelInstance(id), contracts.workingDays()));
    }

    @Override
    public List<ProcessModel> all() {
        List<ProcessModel> models = new ArrayList<>();
        contracts.all().forEach(contract -> models.add(model(contract.key())));
        return List.copyOf(models);
    }

    @Override
    public ProcessModel model(String process) {
        ProcessModel model = current.get(process);
        if (model == null) {
            throw new IllegalArgumentException("no model is deployed for process " + process);
        }
        return model;
    }

    private ProcessModel read(String process) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("no definition of " + process);
        }
        try (InputStream in = repository.getProcessModel(definition.getId())) {
            byte[] bpmn = in.readAllBytes();
            return new ProcessModel(
                    process,
                    definition.getName(),
                    definition.getId(),
                    sha256(bpmn),
                    new String(bpmn, StandardCharsets.UTF_8),
                    Steps.of(repository.getBpmnModelInstance(definition.getId())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Definitions.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
